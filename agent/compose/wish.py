"""The wish said back in a few words: ``something like Dark but lighter``, ``a short French comedy``."""

from __future__ import annotations

from collections.abc import Sequence

from matinee.agent.compose.say import article, land, listed
from matinee.agent.compose.themes import about
from matinee.agent.request import FactShift, Request, Shift
from matinee.agent.understand.tone_words import GENRE_TONES, TONE_WORDS
from matinee.index.title import fold

NOUN_GENRES = frozenset(
    [
        "comedy",
        "drama",
        "documentary",
        "musical",
        "romance",
        "thriller",
        "western",
        "fantasy",
        "mystery",
        "biography",
        "anime",
    ]
)
"""Genres that are nouns of their own: "a western", but "a horror title"."""
_KINDS = {"film": "film", "series": "series", None: "something"}


def wish_words(request: Request, credits: Sequence[str] = ()) -> str:
    """A noun phrase for what was asked; ``something`` where nothing particular was.

    ``credits`` say what the people asked for did (``directed by Jane Campion``), where that is known.
    """
    filters = request.filters
    absolute = [s for s in request.shifts if not s.relative]
    plain = list(dict.fromkeys(s.word for s in absolute if not _negative(s)))
    levels = {s.word for s in request.shifts if s.level != "beyond"}
    before = [word for word in plain if not word.startswith(_AFTER) and word not in levels]
    if filters.series_seasons_max is not None:
        before.insert(0, "short" if filters.series_seasons_max == 1 else "not too long")
    after = [word.replace("for my ", "for your ") for word in plain if word.startswith(_AFTER) and word not in levels]
    after += [" and ".join(word for word in plain if word in levels)] if levels else []
    genres = [*filters.genres]
    head = _KINDS[filters.kind]
    if head == "something" and not genres:
        phrase = f"something {listed(before)}" if before else head
    else:
        # "documentary" and "anime" are nouns of their own; "science fiction film" needs the noun
        bare = genres[:2] if genres[:2] and genres[:2][-1] in NOUN_GENRES else [*genres[:2], "title"]
        nouns = bare if head == "something" else [*genres[:2], head]
        words = [", ".join(before), *nouns] if before else nouns
        phrase = f"{article(words[0])} {' '.join(words)}"
    parts = [phrase, *after]
    measured = {ident for s in request.shifts for ident in s.than}
    liked = [ref.name for ref in request.liked if ref.id not in measured]
    if liked:
        parts.append(("between " if request.between else "like ") + listed(liked))
    themes = [t for t in request.themes if t not in plain and t not in _LOOKS]
    if themes:
        parts.append(about(themes[:3]))
    parts += [f"in {theme}" for theme in request.themes if theme in _LOOKS]
    if filters.people:
        parts.append(listed(credits) if credits and not filters.people_any else "with " + listed(filters.people))
    if filters.people_any:
        parts.append("by " + listed(_family(filters.people_any) or filters.people_any, "or"))
    if filters.languages:
        parts.append("in " + listed(filters.languages, "or"))
    if filters.countries:
        parts.append("from " + listed([land(c) for c in filters.countries[:3]], "or"))
    parts.extend(_years(request))
    parts.extend(_lengths(request))
    moves = moved_words(request)
    if moves:
        parts.append(("but " if request.liked or before or len(parts) > 1 else "") + listed(moves))
    return " ".join(parts)


_SUPERLATIVES = frozenset({"best", "greatest"})


def _family(people: Sequence[str]) -> tuple[str, ...]:
    """People of one surname as they are spoken of together: ``Ethan and Joel Coen``; none where the names differ."""
    surnames = {name.rsplit(" ", 1)[-1] for name in people}
    if len(surnames) != 1 or len(people) < 2:
        return ()
    return (f"{listed([name.rsplit(' ', 1)[0] for name in people])} {surnames.pop()}",)


def names_thing(word: str) -> bool:
    """Whether a movement is said of a thing rather than a quality: ``more action``, ``less gore``."""
    thing = word.removeprefix("more ").removeprefix("less ")
    known = TONE_WORDS.get(fold(thing)) or GENRE_TONES.get(thing)
    return thing != word and known is not None and known.form == "noun"


def bare_word(word: str) -> str:
    """A comparative without how much: ``gorier`` of ``a bit gorier``."""
    for degree in _DEGREES:
        word = word.removeprefix(f"{degree} ")
    return word


def moved_words(request: Request) -> list[str]:
    """The relative and the negative wishes in words: ``lighter``, ``not scary``, ``shorter``."""
    moves = {s.word: s for s in reversed(request.shifts) if s.relative}
    words = [("with " if names_thing(s.word) else "") + _degree(s) + s.word for s in reversed(moves.values())]
    words += [s.word.replace("no ", "without ", 1) if s.word.startswith("no ") else s.word
              for s in request.shifts if not s.relative and _negative(s)]  # fmt: skip
    words += [_degree(s) + s.word for s in request.fact_shifts if s.word not in _SUPERLATIVES]
    return list(dict.fromkeys(words))


def _degree(shift: Shift | FactShift) -> str:
    if shift.word.startswith(_DEGREES):
        return ""
    return "a little " if shift.degree < 1 else "much " if shift.degree > 1 and shift.word.endswith("er") else ""


_DEGREES = ("a bit", "much", "slightly", "way", "far", "a lot")
_AFTER = ("for ", "with ", "about ", "like ", "to ", "that ", "on ")
"""Tone words that follow the noun: "for the whole family"."""
_LOOKS = frozenset({"black and white"})


def _negative(shift: Shift) -> bool:
    return shift.word.startswith(("not ", "no ", "less ", "nothing ", "never ", "without "))


def _years(request: Request) -> Sequence[str]:
    out = [f"the {a}s" if a % 10 == 0 and b == a + 9 else f"{a} to {b}" for a, b in request.filters.years_not]
    return [*_years_in(request), *([f"not from {listed(out, 'or')}"] if out else [])]


def _years_in(request: Request) -> Sequence[str]:
    low, high = request.filters.year_min, request.filters.year_max
    if low is not None and high is not None:
        if low % 10 == 0 and high == low + 9:
            return [f"from the {low}s"]
        return [f"from {low}"] if low == high else [f"from {low} to {high}"]
    if low is not None:
        return [f"from {low} on"]
    return [f"from {high} or earlier"] if high is not None else []


def _lengths(request: Request) -> Sequence[str]:
    filters, words = request.filters, []
    if filters.runtime_max is not None and filters.series_seasons_max is None:
        words.append(f"of {filters.runtime_max} minutes at most")
    if filters.runtime_min is not None:
        words.append(f"of {filters.runtime_min} minutes at least")
    if filters.seasons_max is not None:
        words.append("of one season" if filters.seasons_max == 1 else f"of at most {filters.seasons_max} seasons")
    return words
