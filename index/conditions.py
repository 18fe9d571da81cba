"""What filters mean, as plain conditions on columns: stated once, for the search on disk and the one in memory.

A comparison with an unknown value is not true, so a title without the value fails it. A title whose
countries, languages or genres are unknown fails an exclusion by them too: the avoided thing may well
be what it is. Lists of people and themes are never complete, so an exclusion by person or theme
strikes the titles known to have it and no others.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from matinee.errors import InputError
from matinee.index.filters import Filters
from matinee.index.maturity import maturity_rank
from matinee.index.title import MATURITIES, TONE_AXES, fold


@dataclass(frozen=True)
class Bound:
    """The number in ``column`` is known and lies between ``low`` and ``high``, which belong to it; None is no bound.

    With ``films_pass`` the bound is on series alone.
    """

    column: str
    low: float | None
    high: float | None
    films_pass: bool = False


@dataclass(frozen=True)
class Outside:
    """The number in ``column`` is known and does not lie between ``low`` and ``high``, nor is it one of them."""

    column: str
    low: float
    high: float


@dataclass(frozen=True)
class Names:
    """What ``column`` (a list column, or ``id``, ``kind``, ``main_language``) holds of ``values``.

    ``all`` or ``any`` of them, ``none``, or ``none_known``: none of them, and something.
    """

    column: str
    how: Literal["all", "any", "none", "none_known"]
    values: tuple[str, ...]


def conditions(f: Filters) -> Iterator[Bound | Outside | Names]:
    """What a title has to fulfil, all of it; nothing where the filters allow everything.

    Raises :class:`InputError` for an unknown tone axis or maturity step, or a bound that is no number.
    """
    yield from _bounds(f)
    for low, high in f.years_not:
        yield Outside("year", finite(low), finite(high))
    if f.kind is not None:
        yield Names("kind", "any", (f.kind,))
    for column, how, values in (
        ("languages", "any", f.languages),
        ("countries", "any", f.countries),
        ("genres", "all", f.genres),
        ("genres", "any", f.genres_any),
        ("people", "all", f.people),
        ("people", "any", f.people_any),
        ("main_language", "none_known", f.languages_not),
        ("countries", "none_known", f.countries_not),
        ("genres", "none_known", f.genres_not),
        ("people", "none", f.people_not),
        ("themes", "none", f.themes_not),
    ):
        if values:
            yield Names(column, how, _folded(values))  # type: ignore[arg-type]
    if f.ids is not None:
        yield Names("id", "any", f.ids)
    if f.ids_not:
        yield Names("id", "none", f.ids_not)


def finite(value: float) -> float:
    """``value``; :class:`InputError` where it is infinite or not a number."""
    if not math.isfinite(value):
        raise InputError(f"{value} is not a number to filter by.")
    return value


def _bounds(f: Filters) -> Iterator[Bound]:
    rank = maturity_rank(f.maturity_max)
    if f.maturity_max is not None and rank is None:
        raise InputError(f"maturity {f.maturity_max!r} is not known: write one of {', '.join(MATURITIES)}.")
    tones = sorted({*f.tone_min, *f.tone_max})
    for axis in tones:
        if axis not in TONE_AXES:
            raise InputError(f"tone axis {axis!r} is not known: write one of {', '.join(TONE_AXES)}.")
    for column, low, high in (
        ("year", f.year_min, f.year_max),
        ("runtime_minutes", f.runtime_min, f.runtime_max),
        ("seasons", f.seasons_min, f.seasons_max),
        ("fame", f.fame_min, f.fame_max),
        ("maturity_rank", None, rank),
        *((f"tone_{axis}", f.tone_min.get(axis), f.tone_max.get(axis)) for axis in tones),
    ):
        if low is not None or high is not None:
            yield Bound(column, None if low is None else finite(low), None if high is None else finite(high))
    if f.series_seasons_max is not None:
        yield Bound("seasons", None, finite(f.series_seasons_max), films_pass=True)


def _folded(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(fold, values))
