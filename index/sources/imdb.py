"""IMDb's data files: ``title.basics.tsv`` with ratings, crew, principals and other names beside it, also gzipped.

Every file is in the order of its title ids, as published, so they are read side by side and memory stays flat.
Names of people stand in ``name.basics.tsv``; without it there are no people.
"""

from __future__ import annotations

import gzip
import sqlite3
import tempfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import IO, Any

from matinee.errors import SourceError
from matinee.index.sources.known import with_starter
from matinee.index.sources.names import language_names
from matinee.index.sources.row import BadRow, title_from
from matinee.index.sources.table import SHOWN
from matinee.index.sources.usable import usable
from matinee.index.title import Title

KINDS: Mapping[str, str] = {
    "movie": "film", "tvMovie": "film", "tvSpecial": "film", "tvSeries": "series", "tvMiniSeries": "series",
}  # fmt: skip
"""The types that are taken; episodes, shorts, videos and games are left out."""
MOST_CAST = 6
MOST_NAMES = 8
_NONE = "\\N"
_BESIDE = {"ratings": "title.ratings", "crew": "title.crew", "principals": "title.principals", "akas": "title.akas"}

Row = dict[str, str]


def read_imdb(path: Path) -> Iterator[Title | BadRow]:
    """The films and series of a folder of IMDb's files (or of its ``title.basics.tsv``), without adult titles.

    Raises :class:`SourceError` where ``title.basics.tsv`` is missing or another file is not in its order.
    """
    folder = path if path.is_dir() else path.parent
    basics = _find(folder, "title.basics") if path.is_dir() else path
    if basics is None:
        raise SourceError(f"{folder} has no title.basics.tsv: name the folder with IMDb's files.")
    return usable(basics, _joined(folder, basics), "IMDb's title.basics")


def _joined(folder: Path, basics: Path) -> Iterator[Title | BadRow]:
    with closing(_People(_find(folder, "name.basics"))) as people:
        order = _order_of(basics)
        beside = {name: _Beside(found, order) for name, stem in _BESIDE.items() if (found := _find(folder, stem))}
        for line, row in _rows(basics, ("tconst", "titleType", "primaryTitle", "startYear")):
            if isinstance(row, str):
                yield BadRow(line, row)
                continue
            near = {name: rows.of(row["tconst"]) for name, rows in beside.items()}
            if row["titleType"] in KINDS and row.get("isAdult") != "1":
                yield _title(line, row, near, people)


def _title(line: int, row: Row, near: Mapping[str, list[Row]], people: _People) -> Title | BadRow:
    ident = row["tconst"]
    kind = KINDS[row["titleType"]]
    crew = near.get("crew", [])
    parts = sorted(near.get("principals", []), key=lambda p: int(p["ordering"]) if p["ordering"].isdigit() else 99)
    cast = [p["nconst"] for p in parts if p.get("category") in {"actor", "actress", "self"}][:MOST_CAST]
    makers = [n for c in crew for n in c.get("directors", _NONE).split(",") if n != _NONE]
    writers = [p["nconst"] for p in parts if "creat" in p.get("job", "")]
    names = [a for a in near.get("akas", []) if a.get("title", _NONE) != _NONE and a.get("attributes", _NONE) == _NONE]
    rating = next(iter(near.get("ratings", [])), {})
    values: dict[str, Any] = {
        "id": ident,
        "title": row["primaryTitle"],
        "kind": kind,
        "year": _value(row, "startYear"),
        "end_year": _value(row, "endYear"),
        "runtime_minutes": _value(row, "runtimeMinutes"),
        "genres": _value(row, "genres") or "",
        "directors": people.names(makers) if kind == "film" else [],
        "creators": people.names(writers) if kind == "series" else [],
        "cast": people.names(cast),
        "aka": _other_names(row, names),
        "languages": list(language_names(_languages(names))),
        "rating": _value(rating, "averageRating"),
        "votes": _value(rating, "numVotes"),
        "imdb_id": ident,
    }
    try:
        return with_starter(title_from(values))
    except ValueError as error:
        return BadRow(line, str(error), "\t".join(row.values())[:SHOWN])


def _other_names(row: Row, names: list[Row]) -> list[str]:
    """The original name, then those of English-speaking countries; the world's alphabets would crowd them out."""
    said = [row.get("originalTitle", _NONE), *(a["title"] for a in names if a.get("region") in {"US", "GB", "XWW"}),
            *(a["title"] for a in names if a.get("isOriginalTitle") == "1")]  # fmt: skip
    return [n for n in dict.fromkeys(said) if n not in {_NONE, row["primaryTitle"]}][:MOST_NAMES]


def _languages(names: list[Row]) -> list[str]:
    """The language of the original name, where the file tells it."""
    return [a["language"] for a in names if a.get("isOriginalTitle") == "1" and a.get("language", _NONE) != _NONE]


def _value(row: Mapping[str, str], name: str) -> str | None:
    value = row.get(name, _NONE)
    return None if value == _NONE else value


class _Beside:
    """The rows of one more file, title by title, read along with the main one."""

    def __init__(self, path: Path, order: Callable[[str], tuple[int, str]]) -> None:
        self._path, self._order = path, order
        self._rows = ((line, row) for line, row in _rows(path, ()) if not isinstance(row, str))
        self._next: tuple[int, Row] | None = next(self._rows, None)
        self._last = ""

    def of(self, ident: str) -> list[Row]:
        """The rows of the title; ask in the files' order."""
        found: list[Row] = []
        while self._next is not None:
            line, row = self._next
            key = row.get("tconst") or row.get("titleId") or ""
            if self._order(key) < self._order(self._last):
                raise SourceError(
                    f"{self._path}:{line} is out of order ({key} after {self._last}): sort it by title id."
                )
            if self._order(key) > self._order(ident):
                break
            self._last = key
            if key == ident:
                found.append(row)
            self._next = next(self._rows, None)
        return found


def _order_of(path: Path) -> Callable[[str], tuple[int, str]]:
    """How the ids of the file are sorted: as text (tt10 before tt2), or by number, told by where the two disagree."""
    last = ""
    for _, row in _rows(path, ("tconst",)):
        if isinstance(row, str):
            continue
        ident = row["tconst"]
        if last and (ident < last) != (_number(ident) < _number(last)):
            return _as_text if ident > last else _number
        last = ident
    return _number


def _as_text(ident: str) -> tuple[int, str]:
    return 0, ident


def _number(ident: str) -> tuple[int, str]:
    digits = ident[2:]
    return (int(digits) if digits.isdigit() else 0, ident)


class _People:
    """Names by person id, on disk: there are millions."""

    def __init__(self, path: Path | None) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="matinee-names-")
        self._db = sqlite3.connect(Path(self._folder.name) / "names.sqlite", isolation_level=None)
        self._db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; "
                               "CREATE TABLE people (id TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID; BEGIN")  # fmt: skip
        if path is not None:
            rows = (row for _, row in _rows(path, ("nconst", "primaryName")) if not isinstance(row, str))
            self._db.executemany(
                "INSERT OR IGNORE INTO people VALUES (?, ?)", ((row["nconst"], row["primaryName"]) for row in rows)
            )

    def names(self, idents: list[str]) -> list[str]:
        """Their names, in that order; who is not known is left out."""
        found = (self._db.execute("SELECT name FROM people WHERE id = ?", (i,)).fetchone() for i in idents)
        return [row[0] for row in found if row]

    def close(self) -> None:
        """Let go of the file, which is then gone."""
        self._db.close()
        self._folder.cleanup()


def _find(folder: Path, stem: str) -> Path | None:
    return next((p for ending in (".tsv", ".tsv.gz") if (p := folder / f"{stem}{ending}").is_file()), None)


def _rows(path: Path, needed: tuple[str, ...]) -> Iterator[tuple[int, Row | str]]:
    """Line number and values of every row; a row with another number of columns is told in words instead."""
    try:
        with _opened(path) as file:
            header = file.readline().rstrip("\n").split("\t")
            if missing := [name for name in needed if name not in header]:
                raise SourceError(f"{path} has no column {', '.join(missing)}: name IMDb's files as downloaded.")
            for line, text in enumerate(file, 2):
                values = text.rstrip("\n").split("\t")
                if len(values) != len(header):
                    yield line, f"{len(values)} columns where the header has {len(header)}"
                else:
                    yield line, dict(zip(header, values, strict=True))
    except (OSError, EOFError, zlib.error) as error:
        raise SourceError(f"{path} cannot be read ({getattr(error, 'strerror', None) or error}).") from None


def _opened(path: Path) -> IO[str]:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8", errors="replace", newline="\n")
    return path.open(encoding="utf-8", errors="replace", newline="\n")
