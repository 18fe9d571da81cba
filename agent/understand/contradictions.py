"""Contradictions: what is both wanted and ruled out, and what no title can be. One side stands; it is said which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from matinee.agent.request import Conflict
from matinee.agent.understand.facts import SHORT_FILM
from matinee.agent.understand.numbers import Bound
from matinee.agent.understand.text import Utterance
from matinee.index.title import fold

_RANGES: Mapping[str, tuple[str, str]] = {
    "year": ("year_min", "year_max"),
    "runtime": ("runtime_min", "runtime_max"),
    "seasons": ("seasons_min", "seasons_max"),
}
_EXACT = re.compile(
    r"\d|hour|minute|season|year|century|\b(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet|nought)ies\b"
)
"""Words of a range that say a number; others ("short", "new", "classic") only lean one way."""
_PAIRS = (("genres", "genres_not"), ("genres_any", "genres_not"), ("languages", "languages_not"),
          ("countries", "countries_not"), ("people", "people_not"), ("people_any", "people_not"))  # fmt: skip
_NEVER_BOTH = (("silent", "musical"),)
"""Genres that no title can have at once."""


_FEW_SEASONS, _MANY_SEASONS = 2, 5


def lengths_of(bounds: Iterable[Bound], kind: object) -> list[Bound]:
    """``bounds`` with "short" and "long" read for ``kind``: minutes of a film, seasons of a series."""
    return [_length_of(b, kind) if b.field == "length" else b for b in bounds]


def seasons_of_short(bounds: Iterable[Bound], ranges: Mapping[str, object]) -> int | None:
    """The most seasons that "short" leaves a series where no kind is said; None where it was not said or fell."""
    short = next((b for b in bounds if b.field == "length" and b.high is not None), None)
    if short is None or ranges.get("runtime_max") != short.high:
        return None
    return 1 if short.high == SHORT_FILM else _FEW_SEASONS


def _length_of(bound: Bound, kind: object) -> Bound:
    if kind != "series":
        return replace(bound, field="runtime")
    low, high = (None, _FEW_SEASONS) if bound.low is None else (_MANY_SEASONS, None)
    return replace(bound, field="seasons", low=low, high=high)


def ranges_of(said: Utterance, bounds: Iterable[Bound]) -> tuple[dict[str, object], list[Conflict]]:
    """Filters for the ranges said; of two that leave nothing, a number stands before a word, then the later one."""
    held: dict[str, Bound] = {}
    conflicts = []
    for bound in bounds:
        if bound.field not in _RANGES:
            continue
        before = held.get(bound.field)
        if before is None:
            held[bound.field] = bound
        elif "or" in said.words[before.end : bound.start]:
            held[bound.field] = _joined(before, bound)
        elif _apart(before, bound):
            kept = before if _EXACT.search(before.words) and not _EXACT.search(bound.words) else bound
            conflicts.append(Conflict(one=before.words, other=bound.words, kept=kept.words))
            held[bound.field] = kept
        else:
            held[bound.field] = _overlap(before, bound)
    filters = {
        name: value
        for field, bound in held.items()
        for name, value in zip(_RANGES[field], (bound.low, bound.high), strict=True)
        if value is not None
    }
    return dict(filters), conflicts


def _apart(one: Bound, other: Bound) -> bool:
    low, high = _highest(one.low, other.low), _lowest(one.high, other.high)
    return low is not None and high is not None and low > high


def _overlap(one: Bound, other: Bound) -> Bound:
    return Bound(
        one.field, _highest(one.low, other.low), _lowest(one.high, other.high), other.words, one.start, other.end
    )


def _joined(one: Bound, other: Bound) -> Bound:
    low = None if one.low is None or other.low is None else min(one.low, other.low)
    high = None if one.high is None or other.high is None else max(one.high, other.high)
    return Bound(one.field, low, high, other.words, one.start, other.end)


def _highest(*values: int | None) -> int | None:
    return max((v for v in values if v is not None), default=None)


def _lowest(*values: int | None) -> int | None:
    return min((v for v in values if v is not None), default=None)


def settle_filters(filters: Mapping[str, object], themes: Sequence[str]) -> tuple[dict[str, object], list[Conflict]]:
    """``filters`` without what contradicts; what was wanted stands before what was ruled out."""
    settled, conflicts = dict(filters), []
    for wanted, denied in _PAIRS:
        no = _values(settled.get(denied))
        both = [v for v in _values(settled.get(wanted)) if fold(v) in {fold(n) for n in no}]
        if both:
            conflicts.append(Conflict(one=both[0], other=f"no {both[0]}", kept=both[0]))
            settled[denied] = tuple(v for v in no if v not in both)
    denied_themes = _values(settled.get("themes_not"))
    shared = [t for t in themes if t in denied_themes]
    if shared:
        conflicts.append(Conflict(one=shared[0], other=f"no {shared[0]}", kept=shared[0]))
        settled["themes_not"] = tuple(t for t in denied_themes if t not in shared)
    genres = _values(settled.get("genres"))
    for one, other in _NEVER_BOTH:
        if {one, other} <= {fold(g) for g in genres}:
            kept = next(g for g in reversed(genres) if fold(g) in {one, other})
            conflicts.append(Conflict(one=one, other=other, kept=kept))
            settled["genres"] = tuple(g for g in genres if g == kept or fold(g) not in {one, other})
    if settled.get("kind") == "film" and (settled.get("seasons_min") or settled.get("seasons_max")):
        n = settled.get("seasons_max") or settled.get("seasons_min")
        conflicts.append(Conflict(one="film", other="one season" if n == 1 else f"{n} seasons", kept="film"))
        settled.pop("seasons_min", None)
        settled.pop("seasons_max", None)
    return settled, conflicts


def _values(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()
