"""IMDb: the export of one's ratings, of a watchlist or of any list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from matinee.index.history.entry import Entry, Fault, read_date, read_year
from matinee.index.history.files import csv_rows, files_of
from matinee.index.title import Kind, fold

_FILMS = frozenset({"movie", "tv movie", "tvmovie", "short", "tv short", "tvshort", "video", "tv special", "tvspecial"})
_SERIES = frozenset({"tv series", "tvseries", "tv mini series", "tvminiseries"})


def read_imdb(path: Path) -> Iterator[Entry | Fault]:
    """What an IMDb export says: a row with a rating of one's own is rated, one without is on the watchlist.

    Episodes, games and podcasts are left out.
    """
    for name, data in files_of(path, (".csv",)):
        for row in csv_rows(name, data):
            if isinstance(row, Fault):
                yield row
            elif found := _entry(*row):
                yield found


def _entry(where: str, row: Mapping[str, str]) -> Entry | Fault | None:
    if "const" not in row or "title" not in row:
        return Fault(where, "no columns Const and Title")
    written = fold(row.get("title type", ""))
    kind: Kind | None = "film" if written in _FILMS else "series" if written in _SERIES else None
    if written and kind is None:
        return None
    if not row["title"]:
        return Fault(where, "no title")
    rating = row.get("your rating", "")
    original = row.get("original title", "")
    if rating and not (rating.isdigit() and 1 <= int(rating) <= 10):
        return Fault(where, f"a rating of {rating[:20]!r}, not 1 to 10")
    return Entry(
        "rated" if rating else "wanted",
        row["title"],
        where,
        year=read_year(row.get("year", "")),
        kind=kind,
        on=read_date(row.get("date rated") or row.get("created", "")),
        rating=int(rating) / 10 if rating else None,
        imdb=row["const"] or None,
        short_names=(original,) if original and original != row["title"] else (),
    )
