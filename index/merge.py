"""Merge: two records of the same title become one."""

from __future__ import annotations

from typing import Any

from matinee.index.title import Title

OTHER_IDS = "other ids"
"""The extra fact that keeps the ids of records merged into this one, one a line."""


def merge(first: Title, second: Title) -> Title:
    """``first``, with what it does not know taken from ``second``; ids of merged records are kept as a fact."""
    known = first.model_dump()
    filled: dict[str, Any] = {
        name: value for name, value in second.model_dump().items() if known[name] in (None, "", (), {}) and value
    }
    filled["facts"] = {**second.facts, **first.facts}
    filled["tone"] = {**second.tone, **first.tone}
    ids = (*other_ids(first), second.id, *other_ids(second))
    if others := list(dict.fromkeys(i for i in ids if i != first.id)):
        filled["facts"][OTHER_IDS] = "\n".join(others)
    return first.model_copy(update=filled)


def other_ids(title: Title) -> tuple[str, ...]:
    """The ids of the records that were merged into ``title``."""
    return tuple(i for i in title.facts.get(OTHER_IDS, "").split("\n") if i)
