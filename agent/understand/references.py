"""References to titles on the table: "it", "the second one", "the last two", "the French one", "the one with …"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from matinee.agent.memory import Memory
from matinee.agent.understand.linker import Linker
from matinee.agent.understand.patterns import one_of
from matinee.agent.understand.text import Utterance
from matinee.agent.understand.tone_words import TONE_WORDS
from matinee.index.title import Title, fold


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that point at titles already named or shown. ``ids`` is empty where they point at nothing."""

    start: int
    end: int
    ids: tuple[str, ...]
    pronoun: bool = False
    """ "it", "that", "them": only a reference where the sentence makes it one."""
    beyond: int | None = None
    """The place on the list that was pointed at and is not there: 7 for "the seventh" of five."""


Resolved = tuple[str, ...] | int | None
"""The titles that words point at, the place on the list where there is none, or None where they do not point."""


_ORDINALS = {
    word: place
    for place, words in enumerate(
        ("first 1st former", "second 2nd middle", "third 3rd", "fourth 4th", "fifth 5th", "sixth 6th", "seventh 7th",
         "eighth 8th", "ninth 9th", "tenth 10th")
    )
    for word in words.split()
} | {"last": -1, "final": -1, "latter": -1, "bottom": -1, "top": 0}  # fmt: skip
_NUMBERS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_ORD = "|".join(_ORDINALS)
_NUM = r"(?:[1-9]|10|one|two|three|four|five)"
_THING = r"(?:ones?|picks?|films?|movies?|series|shows?|suggestions?|options?|recommendations?|titles?|choices?)"
_NOT_A_PICK = (
    r"(?! (?:two|three|four|five|ten|few|couple|\d+|seasons?|episodes?|years?|decades?|nights?|week|weekend|times?|"
    r"half|century|part|month|day|world|war|book|love|class|date|act|scene|in the|of the series|person|contact|thing|"
    r"minute)\b)"
)

_GROUP = one_of(
    rf"""
    \b(?:the|your|those) (?P<end>first|last|top|bottom|final) (?P<n>two|three|four|five|
    ... [2-9])(?: {_THING})?\b{_NOT_A_PICK}
    """,
)  # fmt: skip
_ORDINAL = one_of(
    rf"""
    (?<!over )(?:the|that|your|this) (?P<a>{_ORD})(?: {_THING})?
    (?P<b>{_ORD}) {_THING}
    ^(?P<c>{_ORD})(?=\W*$)
    (?<=and )(?P<d>{_ORD})
    (?<=or )(?P<e>{_ORD})
    """,
    before=r"\b",
    after=rf"\b{_NOT_A_PICK}",
)  # fmt: skip
_NUMBERED = one_of(
    rf"""
    (?:\b(?:number|no\.?|nr\.?|option|suggestion|pick(?! one)) |#)(?P<n>{_NUM})\b
    \b(?:about|why|on|in|seen|not|like) (?P<m>[1-9])\b(?! (?:seasons?|hours?|minutes?|films?|years?|h\b|
    ... of))
    ^(?:the )?(?P<k>[1-9])(?=\W*$)
    """,
)  # fmt: skip
_ALL = one_of(
    rf"""
    all of (?:them|these|those)
    any of (?:them|these|those)
    either of (?:them|these)
    both(?: of (?:them|these))?
    the two(?: of them)?
    these(?: {_THING}| two| three)?
    those(?: {_THING}| two| three)?
    the others
    the rest
    everything you (?:said|suggested|recommended)
    """,
    before=r"\b",
    after=r"\b(?! (?:days|kinds|types))",
)  # fmt: skip
_OTHER = re.compile(rf"\bthe other(?: {_THING})?\b")
_THIS = one_of(
    r"""
    \b(?:that|this) (?:one|film|movie|series|show|pick|title|suggestion|recommendation)\b
    \b(?:the same one)\b
    """,
)
_IT = re.compile(r"\b(?:it|that|this|that's|it's)\b(?! (?:is|was) (?:raining|late))")
_THEM = re.compile(r"\b(?:they|them|theirs)\b")
_DESCRIBED = one_of(
    r"""
    \bthe (?P<what>(?:[\w'-]+ ){1,3}?)(?:one|ones)\b
    \bthe (?P<kind>film|movie|series|show|miniseries)\b(?! (?:like|that|with|from|by|about|called))
    """,
)
_ONE_WITH = one_of(
    r"""
    \bthe (?:one|film|movie|series|show) (?:with|by|from|about|set in|starring|directed by|where|
    ... in) (?P<what>[\w' -]{2,40})
    """,
)
_SUPERLATIVES: Mapping[str, tuple[Callable[[Title], float | None], bool]] = {
    "shortest": (lambda t: t.runtime_minutes, False),
    "longest": (lambda t: t.runtime_minutes, True),
    "oldest": (lambda t: t.year, False),
    "newest": (lambda t: t.year, True),
    "latest": (lambda t: t.year, True),
    "most recent": (lambda t: t.year, True),
    "older": (lambda t: t.year, False),
    "old": (lambda t: t.year, False),
    "newer": (lambda t: t.year, True),
    "new": (lambda t: t.year, True),
    "shorter": (lambda t: t.runtime_minutes, False),
    "short": (lambda t: t.runtime_minutes, False),
    "longer": (lambda t: t.runtime_minutes, True),
    "long": (lambda t: t.runtime_minutes, True),
    "best rated": (lambda t: t.rating, True),
    "highest rated": (lambda t: t.rating, True),
    "most famous": (lambda t: t.fame, True),
    "least known": (lambda t: t.fame, False),
}


def find_references(said: Utterance, memory: Memory, names: Linker) -> list[Reference]:
    """What in ``said`` points at titles of the conversation, in order; the tokens of all but pronouns are taken."""
    return sorted(_Finder(said, memory, names).find(), key=lambda r: r.start)


class _Finder:
    def __init__(self, said: Utterance, memory: Memory, names: Linker) -> None:
        self.said, self.names = said, names
        self.picks = tuple(i for i in memory.picks if i in names.titles)
        self.titles = [names.titles[i] for i in self.picks]
        self.focus = memory.focus if memory.focus in names.titles else self.picks[0] if len(self.picks) == 1 else None
        self.found: list[Reference] = []

    def find(self) -> list[Reference]:
        self._each(_GROUP, self._group)
        if self.picks:
            self._each(_ONE_WITH, self._one_with)
            self._each(_DESCRIBED, self._described)
        self._each(_ORDINAL, self._ordinal)
        self._each(_NUMBERED, self._numbered)
        self._each(_ALL, self._all)
        self._each(_OTHER, self._other)
        self._each(_THIS, lambda _: (self.focus,) if self.focus else ())
        for pattern, ids in ((_IT, (self.focus,) if self.focus else ()), (_THEM, self.picks)):
            for _, start, end in self.said.search(pattern):
                self.found.append(Reference(start, end, ids, pronoun=True))
        return self.found

    def _each(self, pattern: re.Pattern[str], resolve: Callable[[re.Match[str]], Resolved]) -> None:
        for match, start, end in list(self.said.search(pattern)):
            target = resolve(match)
            if target is None:
                continue
            beyond = target if isinstance(target, int) else None
            self.found.append(Reference(start, end, () if isinstance(target, int) else target, beyond=beyond))
            self.said.take(start, end)

    def _group(self, match: re.Match[str]) -> tuple[str, ...] | None:
        if not self.picks:
            return None
        n = _NUMBERS.get(match["n"]) or int(match["n"])
        return self.picks[:n] if match["end"] in {"first", "top"} else self.picks[-n:]

    def _ordinal(self, match: re.Match[str]) -> Resolved:
        word = match["a"] or match["b"] or match["c"] or match["d"] or match["e"]
        if (match["d"] or match["e"]) and not self.found:
            return None
        return self._at(_ORDINALS[word])

    def _numbered(self, match: re.Match[str]) -> Resolved:
        text = match["n"] or match["m"] or match["k"]
        place = (_NUMBERS.get(text) or int(text)) - 1
        if match["m"] and place >= len(self.picks):
            return None
        return self._at(place)

    def _at(self, place: int) -> Resolved:
        """The pick in this place, counted from 0; the end of the list is -1."""
        if not self.picks:
            return ()
        return (self.picks[place],) if place < len(self.picks) else place + 1

    def _all(self, match: re.Match[str]) -> tuple[str, ...]:
        text = match.group()
        if text in {"the others", "the rest"}:
            return tuple(i for i in self.picks if i != self.focus)
        if text.startswith(("both", "the two", "either")) or text.endswith("two"):
            return self.picks[:2]
        return self.picks

    def _other(self, _: re.Match[str]) -> tuple[str, ...]:
        if len(self.picks) == 2:
            return tuple(i for i in self.picks if i != (self.focus or self.picks[0]))
        return ()

    def _one_with(self, match: re.Match[str]) -> tuple[str, ...] | None:
        words = fold(match["what"]).split()
        for n in range(min(4, len(words)), 0, -1):
            fits = [t.id for t in self.titles if _matches(t, " ".join(words[:n]))]
            if len(fits) == 1:
                return (fits[0],)
        return None

    def _described(self, match: re.Match[str]) -> tuple[str, ...] | None:
        if match["kind"]:
            kind = "film" if match["kind"] in {"film", "movie"} else "series"
            fits = [t.id for t in self.titles if t.kind == kind]
            return (fits[0],) if len(fits) == 1 else (self.focus,) if self.focus in fits else None
        what = fold(match["what"])
        if what in _ORDINALS or what in {"same", "other", "only", "right", "wrong"} or what.split()[0] in _ORDINALS:
            return None
        if what in _SUPERLATIVES:
            measure, highest = _SUPERLATIVES[what]
            return _extreme(self.titles, measure, highest)
        known = TONE_WORDS.get(what.removeprefix("most "))
        if known is not None:
            axis, up = known.effects[0].axis, known.effects[0].direction > 0
            return _extreme(self.titles, lambda t: t.tone.get(axis), up)
        fits = [t.id for t in self.titles if self._fits(t, what)]
        return (fits[0],) if len(fits) == 1 else None

    def _fits(self, title: Title, what: str) -> bool:
        place = self.names.places.meaning(what)
        if place and (set(place.countries) & set(title.countries) or place.language in title.languages[:1]):
            return True
        meaning = self.names.genre_words.get(what)
        if meaning and set(meaning.genres) and set(meaning.genres) <= set(title.genres):
            return True
        return _matches(title, what)


def _matches(title: Title, what: str) -> bool:
    """Whether a word or name is among a title's people, themes, genres, countries, or is its year."""
    if what == str(title.year):
        return True
    people = (*title.directors, *title.creators, *title.cast)
    if any(what == fold(p) or what == fold(p).split(" ")[-1] for p in people):
        return True
    padded = f" {what.removesuffix('s')}"
    return any(padded in f" {fold(x)}" for x in (*title.themes, *title.genres, *title.countries))


def _extreme(titles: Iterable[Title], measure: Callable[[Title], float | None], highest: bool) -> tuple[str, ...]:
    valued = [(value, t.id) for t in titles if (value := measure(t)) is not None]
    if not valued:
        return ()
    best = max(valued, key=lambda v: v[0]) if highest else min(valued, key=lambda v: v[0])
    return (best[1],)
