"""The wish said back in a few words: ``something like Dark but lighter``, ``a short French comedy``."""

from __future__ import annotations

from collections.abc import Sequence

from matinee.agent.compose.say import article, land, listed
from matinee.agent.request import FactShift, Request, Shift

_KINDS = {"film": "film", "series": "series", None: "something"}


def wish_words(request: Request, credits: Sequence[str] = ()) -> str:
    """A noun phrase for what was asked; ``something`` where nothing particular was.

    ``credits`` say what the people asked for did (``directed by Jane Campion``), where that is known.
    """
    filters = request.filters
    absolute = [s for s in request.shifts if not s.relative]
    plain = list(dict.fromkeys(s.word for s in absolute if not _negative(s)))
    before = [word for word in plain if not word.startswith(_AFTER)]
    after = [word.replace("for my ", "for your ") for word in plain if word.startswith(_AFTER)]
    genres = [*filters.genres]
    head = _KINDS[filters.kind]
    if head == "something" and not genres:
        phrase = f"something {listed(before)}" if before else head
    else:
        # "documentary" and "anime" are nouns of their own; "science fiction film" needs the noun
        nouns = genres[:2] if head == "something" else [*genres[:2], head]
        words = [", ".join(before), *nouns] if before else nouns
        phrase = f"{article(words[0])} {' '.join(words)}"
    parts = [phrase, *after]
    if request.liked:
        parts.append("like " + listed([ref.name for ref in request.liked]))
    themes = [t for t in request.themes if t not in plain and t not in _LOOKS]
    if themes:
        parts.append("about " + listed(themes[:3]))
    parts += [f"in {theme}" for theme in request.themes if theme in _LOOKS]
    if filters.people:
        parts.append(listed(credits) if credits else "with " + listed(filters.people))
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


def moved_words(request: Request) -> list[str]:
    """The relative and the negative wishes in words: ``lighter``, ``not scary``, ``shorter``."""
    words = [_degree(s) + s.word for s in request.shifts if s.relative]
    words += [s.word.replace("no ", "without ", 1) if s.word.startswith("no ") else s.word
              for s in request.shifts if not s.relative and _negative(s)]  # fmt: skip
    words += [_degree(s) + s.word for s in request.fact_shifts]
    return list(dict.fromkeys(words))


def _degree(shift: Shift | FactShift) -> str:
    plain = not shift.word.startswith(("a bit", "much", "slightly", "way", "far", "a lot"))
    if not plain:
        return ""
    return "a little " if shift.degree < 1 else "much " if shift.degree > 1 and shift.word.endswith("er") else ""


_AFTER = ("for ", "with ", "about ", "like ", "to ", "that ", "on ")
"""Tone words that follow the noun: "for the whole family"."""
_LOOKS = frozenset({"black and white"})


def _negative(shift: Shift) -> bool:
    return shift.word.startswith(("not ", "no ", "less ", "nothing ", "never ", "without "))


def _years(request: Request) -> Sequence[str]:
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
    if filters.runtime_max is not None:
        words.append(f"of {filters.runtime_max} minutes at most")
    if filters.runtime_min is not None:
        words.append(f"of {filters.runtime_min} minutes at least")
    if filters.seasons_max is not None:
        words.append("of one season" if filters.seasons_max == 1 else f"of at most {filters.seasons_max} seasons")
    return words
