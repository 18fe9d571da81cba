"""Filters as LanceDB SQL, so that they hold inside the search.

Values reach SQL only through :func:`text` and :func:`number`. The list columns hold folded names,
and so do the literals compared with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from matinee.index.columns import LISTS
from matinee.index.conditions import Bound, Names, Outside, conditions, finite
from matinee.index.filters import Filters


def where(filters: Filters) -> str | None:
    """The SQL condition of ``filters``, as :mod:`matinee.index.conditions` reads them; None where they allow all.

    Raises :class:`InputError` for an unknown tone axis or maturity step, or a bound that is no number.
    """
    parts = (part for each in conditions(filters) for part in _parts(each))
    return " AND ".join(parts) or None


def text(value: str) -> str:
    """``value`` as an SQL string literal."""
    return "'" + value.replace("'", "''") + "'"


def number(value: float) -> str:
    """``value`` as an SQL number literal; :class:`InputError` where it is not finite."""
    return repr(finite(value))


def one_of(column: str, values: Iterable[str]) -> str:
    """The condition that ``column`` is one of ``values``; false where there are none."""
    literals = ", ".join(text(v) for v in values)
    return f"{column} IN ({literals})" if literals else "false"


def _parts(each: Bound | Outside | Names) -> Iterator[str]:
    if isinstance(each, Bound):
        yield from _bound_parts(each)
    elif isinstance(each, Outside):
        yield f"({each.column} < {number(each.low)} OR {each.column} > {number(each.high)})"
    elif each.column in LISTS:
        yield from _list_parts(each)
    else:
        # A comparison with null is not true: an unknown main language fails the exclusion by itself.
        yield one_of(each.column, each.values) if each.how == "any" else f"NOT {one_of(each.column, each.values)}"


def _bound_parts(bound: Bound) -> Iterator[str]:
    or_film = f"{one_of('kind', ('film',))} OR " if bound.films_pass else ""
    for sign, value in ((">=", bound.low), ("<=", bound.high)):
        if value is not None:
            part = f"{bound.column} {sign} {number(value)}"
            yield f"({or_film}{part})" if or_film else part


def _list_parts(each: Names) -> Iterator[str]:
    literals = f"[{', '.join(map(text, each.values))}]"
    if each.how == "all":
        yield f"array_has_all({each.column}, {literals})"
    elif each.how == "any":
        yield f"array_has_any({each.column}, {literals})"
    else:
        yield f"NOT array_has_any({each.column}, {literals})"
        if each.how == "none_known":
            yield f"array_length({each.column}) > 0"
