"""LlamaIndex metadata filters as LanceDB SQL."""

from __future__ import annotations

from llama_index.core.vector_stores.types import FilterCondition, FilterOperator, MetadataFilter, MetadataFilters

from matinee.errors import InputError
from matinee.index.columns import LISTS, SCALARS, TONES
from matinee.index.title import fold
from matinee.index.where import number, text

_COMPARED = {
    FilterOperator.EQ: "=",
    FilterOperator.NE: "!=",
    FilterOperator.GT: ">",
    FilterOperator.LT: "<",
    FilterOperator.GTE: ">=",
    FilterOperator.LTE: "<=",
}
_PLAIN = {"id", "kind", "main_language", *SCALARS, *TONES}


def where_metadata(filters: MetadataFilters) -> str | None:
    """The SQL condition of ``filters`` over the table's columns; None where there are none.

    Plain columns take ``== != > < >= <= in nin is_empty``, list columns ``contains == any all in nin
    is_empty`` (values are folded). Raises :class:`InputError` for another column or operator.
    """
    parts = []
    for each in filters.filters:
        part = where_metadata(each) if isinstance(each, MetadataFilters) else _one(each)
        if part:
            parts.append(f"({part})")
    if not parts:
        return None
    if filters.condition == FilterCondition.NOT:
        return f"NOT ({' AND '.join(parts)})"
    return (" OR " if filters.condition == FilterCondition.OR else " AND ").join(parts)


def _one(each: MetadataFilter) -> str:
    if each.key in LISTS:
        return _list_condition(each)
    if each.key in _PLAIN:
        return _plain_condition(each)
    raise InputError(
        f"a catalogue has no column {each.key!r}: filter by one of {', '.join([*sorted(_PLAIN), *LISTS])}."
    )


def _plain_condition(each: MetadataFilter) -> str:
    if each.operator == FilterOperator.IS_EMPTY:
        return f"{each.key} IS NULL"
    values = _values(each)
    if each.operator in {FilterOperator.IN, FilterOperator.NIN}:
        literals = ", ".join(_literal(v) for v in values)
        if not literals:
            return "false" if each.operator == FilterOperator.IN else "true"
        return f"{each.key} {'NOT IN' if each.operator == FilterOperator.NIN else 'IN'} ({literals})"
    if each.operator not in _COMPARED or len(values) != 1:
        raise _wrong(each)
    return f"{each.key} {_COMPARED[each.operator]} {_literal(values[0])}"


def _list_condition(each: MetadataFilter) -> str:
    if each.operator == FilterOperator.IS_EMPTY:
        return f"array_length({each.key}) IS NULL OR array_length({each.key}) = 0"
    names = "[" + ", ".join(text(fold(str(v))) for v in _values(each)) + "]"
    if each.operator in {FilterOperator.EQ, FilterOperator.CONTAINS, FilterOperator.ALL}:
        return f"array_has_all({each.key}, {names})" if names != "[]" else "true"
    if each.operator in {FilterOperator.ANY, FilterOperator.IN}:
        return f"array_has_any({each.key}, {names})" if names != "[]" else "false"
    if each.operator in {FilterOperator.NE, FilterOperator.NIN}:
        return f"NOT array_has_any({each.key}, {names})" if names != "[]" else "true"
    raise _wrong(each)


def _values(each: MetadataFilter) -> list[str | int | float]:
    if each.value is None:
        raise _wrong(each)
    return list(each.value) if isinstance(each.value, list) else [each.value]


def _literal(value: str | int | float) -> str:
    return text(value) if isinstance(value, str) else number(value)


def _wrong(each: MetadataFilter) -> InputError:
    return InputError(f"column {each.key!r} cannot be filtered by {each.operator.value!r} {each.value!r}.")
