"""What an export says of one title, and what in it could not be read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from matinee.index.title import Kind

Mark = Literal["seen", "rated", "wanted"]
"""Watched; watched and judged; on the watchlist."""


@dataclass(frozen=True)
class Entry:
    """One line of an export."""

    mark: Mark
    name: str
    """As the service writes it."""
    where: str
    """File and line."""
    year: int | None = None
    kind: Kind | None = None
    on: date | None = None
    rating: float | None = None
    """0 to 1; only of a rated title."""
    imdb: str | None = None
    """The title's IMDb id, such as ``tt5753856``."""
    short_names: tuple[str, ...] = ()
    """Names to try where ``name`` fits no title: "Dark" for "Dark: Season 1: Secrets"."""


@dataclass(frozen=True)
class Fault:
    """A line that could not be read."""

    where: str
    reason: str


_FORMS = ("%Y-%m-%d", "%d/%m/%Y", "%m/%d/%Y", "%d/%m/%y", "%m/%d/%y", "%d.%m.%Y", "%d.%m.%y", "%d-%m-%Y", "%Y/%m/%d")


def read_date(text: str, *, month_first: bool = False) -> date | None:
    """The day that ``text`` names in any of the usual forms; None where it is empty or names none.

    >>> read_date("2024-02-03T20:15:00.000Z"), read_date("3.2.24"), read_date("2/3/24", month_first=True)
    (datetime.date(2024, 2, 3), datetime.date(2024, 2, 3), datetime.date(2024, 2, 3))
    """
    bare = re.split(r"[T ]", text.strip())[0]
    forms = sorted(_FORMS, key=lambda form: not form.startswith("%m")) if month_first else _FORMS
    for form in forms:
        try:
            return datetime.strptime(bare, form).date()
        except ValueError:
            continue
    return None


def read_year(text: str) -> int | None:
    """The year in ``text``; None where there is none that a film could have."""
    found = re.fullmatch(r"\s*((?:18|19|20|21)\d\d)(?:\.0)?\s*", text or "")
    return int(found[1]) if found else None
