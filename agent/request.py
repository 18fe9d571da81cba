"""The request: what the user wants, as data. The one value that `understand` hands to the rest of a turn."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from matinee.index.filters import Filters

Act = Literal[
    "recommend",  # wants picks: a new wish, or a refinement merged into the last one
    "fact",  # asks one fact about titles: "who's in the second one?", "how long is it?"
    "more",  # "tell me more about the first", "what is Dark about?"
    "why",  # "why this one?"
    "compare",  # "which of the two is funnier?", "Dark or Severance?"
    "order",  # "rank them by length"
    "choose",  # "pick one for me", "which would my mother like?": one of the picks
    "absent",  # "why isn't Casablanca on the list?"
    "person",  # "who is Tilda Swinton?", "what else has he made?"
    "recall",  # "what do you know about me?", "what did I ask for?"
    "taste",  # a standing statement: "I can't stand musicals", "I love Kurosawa"
    "seen",  # "seen it", "I've seen Dark" with no wish: marks and offers the next
    "reject",  # "not that one"
    "correct",  # "I meant the film", "no, the 1990 one"
    "thanks",
    "greeting",
    "help",  # "what can you do?"
    "smalltalk",  # "how are you?", "do you like films?"
    "farewell",  # "bye", "good night"
    "complaint",  # "that's rubbish", "boring": about the picks, without saying what is wrong
    "off_topic",  # weather, code, football…
    "unclear",  # a wish too vague to act on: one question back
    "foreign",  # not in English
    "empty",  # nothing readable: empty, one emoji, control characters
]

Fact = Literal[
    "cast",
    "director",
    "runtime",
    "year",
    "seasons",
    "country",
    "language",
    "genre",
    "maturity",
    "plot",
    "themes",
    "tone",
    "rating",
    "kind",
    "ending",  # "does it have a happy ending?"
    "where",  # "is it on Netflix?"
    "detail",  # anything else about what is in it: "is there nudity?", "does the dog die?"
]
Recalled = Literal["all", "wish", "taste", "seen"]
"""What of the conversation is to be said back."""


class Frozen(BaseModel):
    """Immutable value; unknown fields are an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class TitleRef(Frozen):
    """A title that the user named, linked to the catalogue."""

    id: str
    name: str
    year: int
    surface: str
    """The words that named it, as written."""
    certainty: float = 1.0
    """0 to 1; below .75 the reply says how it was read ("I took 'Drak' to be Dark (2017)")."""


class Shift(Frozen):
    """A movement along one tone axis or trait."""

    axis: str
    """One of TONE_AXES, or a trait: a name of the trait lexicon, or a phrase that is not known there."""
    direction: Literal[-1, 1]
    degree: float = 1.0
    """.5 "a bit", 1 plain, 1.5 "much", 2 "as … as it gets"."""
    word: str
    """As the user would say it: ``lighter``, ``less violent``."""
    relative: bool = True
    """True: from the anchor ("lighter than Dark"). False: an absolute wish ("something light")."""
    level: Literal["beyond", "reach", "match", "under"] = "beyond"
    """Where it ends: ``beyond`` its start; ``reach`` it ("as scary as X"); ``match`` it ("the humour of X"); or stay
    ``under`` it ("scary, but not as scary as X")."""
    than: tuple[str, ...] = ()
    """Ids of the titles it starts from, where those are not the anchors."""


class FactShift(Frozen):
    """A movement along a numeric fact, relative to the anchor."""

    field: Literal["runtime", "year", "seasons", "rating", "fame"]
    direction: Literal[-1, 1]
    degree: float = 1.0
    word: str


class TasteStatement(Frozen):
    """Something the user holds for good: kept for the whole conversation."""

    likes: bool
    what: Literal["genre", "theme", "person", "axis", "title", "country", "language", "kind"]
    value: str
    """The catalogue's own name of it: ``musical``, ``time loops``, ``scary``, a title id."""
    words: str
    """How to say it back: ``musicals``."""
    lasting: bool = True
    """Always true for "never"/"I hate"; false for a mild remark that only weighs."""
    lower: bool = False
    """Of an axis, its lower end is meant: "slow" of ``fast``, "sad" of ``light``."""
    lifted: bool = False
    """The statement is taken back: "forget that I hate musicals"."""


class Conflict(Frozen):
    """Two wishes that cannot both hold: "short" and "over three hours"."""

    one: str
    other: str
    kept: str | None = None
    """The one of the two that was gone by; None where neither was."""


class Request(Frozen):
    """What one message asks for, after merging with what the conversation already holds."""

    text: str
    act: Act
    liked: tuple[TitleRef, ...] = ()
    """Anchors: "like X", "X meets Y", "I loved X"."""
    avoided: tuple[TitleRef, ...] = ()
    """"not like X", "no more X": never shown, and moved away from."""
    shifts: tuple[Shift, ...] = ()
    fact_shifts: tuple[FactShift, ...] = ()
    filters: Filters = Filters()
    themes: tuple[str, ...] = ()
    """Wanted theme phrases, in the catalogue's own wording where it has one."""
    free_text: str = ""
    """Content words left over after everything above was taken out: what gets embedded and BM25-searched."""
    count: int | None = None
    about: tuple[str, ...] = ()
    """Ids of the titles a question or remark is about, references resolved."""
    fact: Fact | None = None
    axis: str | None = None
    """The tone axis a question is about: "is it scary?", "which is funnier?"."""
    subject: str = ""
    """For a detail, what was asked, in the user's words: ``nudity``, ``the dog dies``. For a choice, who is to like
    it: ``your mother``."""
    assumed: bool = False
    """Nobody said which title is meant, so the first pick is."""
    beyond: int | None = None
    """The place pointed at on a list that is not that long: "the seventh" of five."""
    people: tuple[str, ...] = ()
    """The people asked about, or told of in the answer: whom "he" and "her" mean next."""
    recall: Recalled | None = None
    seen: tuple[str, ...] = ()
    """Ids the user says they have seen."""
    rejected: tuple[str, ...] = ()
    """Ids the user does not want."""
    taste: tuple[TasteStatement, ...] = ()
    unknown: tuple[str, ...] = ()
    """Words that clearly named a title that is not in the catalogue, as written."""
    near: tuple[TitleRef, ...] = ()
    """For the unknown or doubtful ones: nearest catalogue titles, best first."""
    conflicts: tuple[Conflict, ...] = ()
    """Contradictions within the message, and what was gone by."""
    set_aside: tuple[TasteStatement, ...] = ()
    """Earlier "never"s that this wish asks for all the same: "a horror film, then"."""
    dropped: tuple[str, ...] = ()
    """Conditions of the last wish that this message takes back: ``the years``, ``French``."""
    surprise: bool = False
    """"surprise me", "anything": explore more."""
    between: bool = False
    """The anchors are two ends, and picks should stand halfway: "something between Alien and Up"."""
    rewatch: bool = False
    """Seen titles are welcome."""
    refines: bool = False
    """True where this request was merged with the conversation's last wish."""
    fresh: bool = False
    """ "start over": the conversation's last wish is to be forgotten."""
    courtesy: Literal["greeting", "thanks"] | None = None
    """Said along with something else: "thanks! something funnier?"."""

    def wants(self, statement: TasteStatement) -> bool:
        """Whether this asks for what ``statement`` speaks of: a horror film, from someone who hates horror."""
        wanted = {
            "genre": (*self.filters.genres, *self.filters.genres_any),
            "person": (*self.filters.people, *self.filters.people_any),
            "theme": self.themes,
            "language": self.filters.languages,
            "country": self.filters.countries,
            "kind": (self.filters.kind,),
            "title": tuple(ref.id for ref in self.liked),
            "axis": tuple(s.axis for s in self.shifts if (s.direction < 0) == statement.lower),
        }
        return statement.value in wanted[statement.what]

    @property
    def has_wish(self) -> bool:
        """Whether there is anything to recommend by."""
        return bool(
            self.liked
            or self.shifts
            or self.fact_shifts
            or self.themes
            or self.free_text
            or self.surprise
            or self.filters != Filters()
        )
