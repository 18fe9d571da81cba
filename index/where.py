"""Filters as LanceDB SQL, so that they hold inside the search.

Values reach SQL only through :func:`text` and :func:`number`. The list columns hold folded names,
and so do the literals compared with them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping

from matinee.errors import InputError
from matinee.index.filters import Filters
from matinee.index.maturity import maturity_rank
from matinee.index.title import MATURITIES, TONE_AXES, fold


def where(filters: Filters) -> str | None:
    """The SQL condition of ``filters``; None where they allow everything.

    A comparison with an unknown value is not true, so a title without the value fails it. An
    exclusion by genre, person or theme strikes only titles known to have it: such lists are never
    complete. Raises :class:`InputError` for an unknown tone axis or maturity step.
    """
    return " AND ".join(_conditions(filters)) or None


def _conditions(f: Filters) -> Iterator[str]:
    if f.kind is not None:
        yield f"kind = {text(f.kind)}"
    yield from _range("year", f.year_min, f.year_max)
    yield from _range("runtime_minutes", f.runtime_min, f.runtime_max)
    yield from _range("seasons", f.seasons_min, f.seasons_max)
    yield from _range("fame", f.fame_min, f.fame_max)
    if f.maturity_max is not None:
        rank = maturity_rank(f.maturity_max)
        if rank is None:
            raise InputError(f"maturity {f.maturity_max!r} is not known: write one of {', '.join(MATURITIES)}.")
        yield f"maturity_rank <= {rank}"
    for column, low, high in _tone_bounds(f.tone_min, f.tone_max):
        yield from _range(column, low, high)
    if f.languages:
        yield f"array_has_any(languages, {_folded(f.languages)})"
    if f.countries:
        yield f"array_has_any(countries, {_folded(f.countries)})"
    if f.genres:
        yield f"array_has_all(genres, {_folded(f.genres)})"
    if f.genres_any:
        yield f"array_has_any(genres, {_folded(f.genres_any)})"
    if f.people:
        yield f"array_has_all(people, {_folded(f.people)})"
    if f.people_any:
        yield f"array_has_any(people, {_folded(f.people_any)})"
    if f.languages_not:
        yield f"main_language NOT IN {_folded(f.languages_not, '()')}"
    if f.countries_not:
        yield f"(NOT array_has_any(countries, {_folded(f.countries_not)}) AND array_length(countries) > 0)"
    for column, values in (("genres", f.genres_not), ("people", f.people_not), ("themes", f.themes_not)):
        if values:
            yield f"NOT array_has_any({column}, {_folded(values)})"
    if f.ids is not None:
        yield one_of("id", f.ids)
    if f.ids_not:
        yield f"NOT {one_of('id', f.ids_not)}"


def text(value: str) -> str:
    """``value`` as an SQL string literal."""
    return "'" + value.replace("'", "''") + "'"


def number(value: float) -> str:
    """``value`` as an SQL number literal; :class:`InputError` where it is not finite."""
    if not math.isfinite(value):
        raise InputError(f"{value} is not a number to filter by.")
    return repr(value)


def one_of(column: str, values: Iterable[str]) -> str:
    """The condition that ``column`` is one of ``values``; false where there are none."""
    literals = ", ".join(text(v) for v in values)
    return f"{column} IN ({literals})" if literals else "false"


def _range(column: str, low: float | None, high: float | None) -> Iterator[str]:
    if low is not None:
        yield f"{column} >= {number(low)}"
    if high is not None:
        yield f"{column} <= {number(high)}"


def _tone_bounds(
    low: Mapping[str, float], high: Mapping[str, float]
) -> Iterator[tuple[str, float | None, float | None]]:
    for axis in sorted({*low, *high}):
        if axis not in TONE_AXES:
            raise InputError(f"tone axis {axis!r} is not known: write one of {', '.join(TONE_AXES)}.")
        yield f"tone_{axis}", low.get(axis), high.get(axis)


def _folded(values: Iterable[str], brackets: str = "[]") -> str:
    return brackets[0] + ", ".join(text(fold(v)) for v in values) + brackets[1]
