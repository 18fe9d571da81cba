"""Letterboxd: the account's export, whole or one file of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from matinee.index.history.entry import Entry, Fault, Mark, read_date, read_year
from matinee.index.history.files import csv_rows, files_of

_LIKED = 0.9
"""What a heart without a rating counts as."""
_MARKS: Mapping[str, Mark] = {
    "watched": "seen", "diary": "seen", "reviews": "seen", "ratings": "rated", "watchlist": "wanted",
}  # fmt: skip


def read_letterboxd(path: Path) -> Iterator[Entry | Fault]:
    """What a Letterboxd export says: ``watched``, ``diary``, ``reviews``, ``ratings``, ``watchlist`` and
    ``likes/films`` (CSV, in a folder or the zip as downloaded); lists and deleted entries are left out.
    """
    for name, data in files_of(path, (".csv",)):
        place = PurePosixPath(name)
        stem = place.stem.lower()
        hearts = stem == "films" and "likes" in place.parts
        mark = "rated" if hearts else next((m for s, m in _MARKS.items() if stem.startswith(s)), None)
        if mark is None or {"deleted", "orphaned", "lists"} & {part.lower() for part in place.parts}:
            continue
        for row in csv_rows(name, data):
            yield row if isinstance(row, Fault) else _entry(*row, mark=mark, hearts=hearts)


def _entry(where: str, row: Mapping[str, str], *, mark: Mark, hearts: bool) -> Entry | Fault:
    if not row.get("name"):
        return Fault(where, "no name")
    rating, written = (_LIKED if hearts else None), row.get("rating", "")
    if written:
        try:
            rating = float(written) / 5
        except ValueError:
            rating = -1.0
        if not 0 < rating <= 1:
            return Fault(where, f"a rating of {written[:20]!r}, not .5 to 5")
    return Entry(
        "rated" if rating is not None and mark != "wanted" else "seen" if mark == "rated" else mark,
        row["name"],
        where,
        year=read_year(row.get("year", "")),
        on=read_date(row.get("watched date") or row.get("date", "")),
        rating=rating if mark != "wanted" else None,
    )
