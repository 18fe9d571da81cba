"""The columns that titles are filtered and ordered by, the same on disk and in memory."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from matinee.index.maturity import maturity_rank
from matinee.index.title import TONE_AXES, Title, fold

SCALARS = ("year", "end_year", "runtime_minutes", "seasons", "maturity_rank", "fame", "rating", "votes")
"""The number columns besides the tones; unknown values are null."""

TONES = tuple(f"tone_{axis}" for axis in TONE_AXES)
"""The tone columns, in the order of TONE_AXES; unknown values are null."""

LISTS = ("genres", "themes", "people", "languages", "countries")
"""The list columns; their values are folded, and unknown is empty."""


def numbers(title: Title) -> dict[str, Any]:
    """The SCALARS and TONES of ``title``."""
    values: dict[str, Any] = {name: getattr(title, name, None) for name in SCALARS}
    values["maturity_rank"] = maturity_rank(title.maturity)
    values.update(zip(TONES, map(title.tone.get, TONE_AXES), strict=True))
    return values


def names(title: Title, column: str) -> list[str]:
    """The values of one of LISTS for ``title``."""
    if column == "people":
        return _folded((*title.directors, *title.creators, *title.cast))
    return _folded(getattr(title, column))


def main_language(title: Title) -> str | None:
    """The folded first language; None where none is known."""
    return next(iter(names(title, "languages")), None)


def _folded(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(name for name in map(fold, values) if name))
