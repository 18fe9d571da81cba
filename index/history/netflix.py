"""Netflix: the viewing history of a profile (``Title,Date``), or the account download with its folders."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from matinee.index.history.entry import Entry, Fault, read_date
from matinee.index.history.files import csv_rows, files_of
from matinee.index.title import Kind

SHORTEST = 4 * 60
"""Seconds of a viewing below which nothing was watched."""
_SEASON = re.compile(
    r"^(.*?): (?:season|series|part|volume|chapter|book|limited series|miniseries|staffel|teil|miniserie|saison|partie"
    r"|temporada|parte|stagione|seizoen|säsong|sezon|sæson|kausi|シーズン|시즌)\b",
    re.IGNORECASE,
)
_STARS = {"1": 0.1, "2": 0.3, "3": 0.5, "4": 0.75, "5": 1.0}
_THUMBS = {"1": 0.2, "2": 0.85, "3": 1.0}
"""Down, up, two up."""


def read_netflix(path: Path) -> Iterator[Entry | Fault]:
    """What a Netflix export says: ``NetflixViewingHistory.csv``, or any of ``ViewingActivity.csv``, ``Ratings.csv`` and
    ``MyList.csv`` of the account download.

    An episode names its series by everything before its season.
    """
    for name, data in files_of(path, (".csv",)):
        rows = list(csv_rows(name, data))
        dates = [row[1].get("date", "") for row in rows if not isinstance(row, Fault)]
        month_first = _month_first(dates)
        for row in rows:
            if isinstance(row, Fault):
                yield row
            elif found := _entry(*row, month_first=month_first):
                yield found


def _month_first(dates: list[str]) -> bool:
    """Whether dates such as 2/3/24 put the month first: so unless one of them has no such month."""
    parts = [re.split(r"/", d) for d in dates if d.count("/") == 2]
    return bool(parts) and not any(p[0].isdigit() and int(p[0]) > 12 for p in parts)


def _entry(where: str, row: Mapping[str, str], *, month_first: bool) -> Entry | Fault | None:
    name = row.get("title") or row.get("title name")
    if name is None:
        return None
    if not name:
        return Fault(where, "no title")
    if "rating type" in row or "thumbs value" in row or "star value" in row:
        rating = _THUMBS.get(row.get("thumbs value", "")) or _STARS.get(row.get("star value", ""))
        when = read_date(row.get("event utc ts", ""))
        return None if rating is None else Entry("rated", name, where, on=when, rating=rating)
    if "utc title add date" in row:
        return Entry("wanted", name, where, on=read_date(row["utc title add date"]))
    if row.get("supplemental video type") or _seconds(row.get("duration", "")) < SHORTEST:
        return None
    kind, short = _series(name)
    when = read_date(row.get("date") or row.get("start time", ""), month_first=month_first)
    return Entry("seen", name, where, kind=kind, on=when, short_names=short)


def _series(name: str) -> tuple[Kind | None, tuple[str, ...]]:
    """The kind, where the name tells it, and the shorter names: a series may have colons in its own name."""
    if found := _SEASON.match(name):
        return "series", (found[1],)
    cuts = [m.start() for m in re.finditer(r": ", name)]
    return None, tuple(name[:cut] for cut in reversed(cuts))


def _seconds(duration: str) -> int:
    """``01:52:13`` in seconds; as long as needed where the export does not say."""
    if not re.fullmatch(r"\d+:\d\d:\d\d", duration):
        return SHORTEST
    hours, minutes, seconds = map(int, duration.split(":"))
    return hours * 3600 + minutes * 60 + seconds
