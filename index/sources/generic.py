"""Generic tables: CSV, Parquet and JSON with any column names, mapped to the keys of a title."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from matinee.errors import SourceError
from matinee.index.sources.jsonl import read_objects
from matinee.index.sources.known import with_starter, year_known
from matinee.index.sources.label import read_label
from matinee.index.sources.row import KEYS, BadRow, title_from
from matinee.index.sources.table import SHOWN, read_table
from matinee.index.sources.usable import usable
from matinee.index.title import Title

Columns = Mapping[str, str]
"""Key of a title to the column that holds it: ``{"title": "name", "cast": "star"}``."""

_USUAL: Mapping[str, str] = {
    "name": "title", "movie_title": "title", "primarytitle": "title", "film": "title",
    "release_year": "year", "released": "year", "release_date": "year", "first_air_date": "year", "startyear": "year",
    "type": "kind", "titletype": "kind", "media_type": "kind",
    "genre": "genres", "listed_in": "genres", "director": "directors", "creator": "creators", "star": "cast",
    "stars": "cast", "actors": "cast", "country": "countries", "language": "languages",
    "runtime": "runtime_minutes", "duration": "runtime_minutes", "plot": "overview", "description": "overview",
    "synopsis": "overview", "summary": "overview", "tags": "keywords", "certificate": "maturity",
    "vote_average": "rating", "vote_count": "votes", "imdb_votes": "votes",
}  # fmt: skip
"""What columns are often called; used where the key's own name is not there and no map names another."""


def read_csv(path: Path, columns: Columns) -> Iterator[Title | BadRow]:
    """The titles of a CSV file with a header, and a :class:`BadRow` for each row that is none.

    Raises :class:`SourceError` where the file cannot be read, lacks a mapped column, or has no usable row.
    """
    needed = [name.lower() for name in columns.values()]
    lower = {key: name.lower() for key, name in columns.items()}

    def rows() -> Iterator[tuple[int, Mapping[str, Any]] | BadRow]:
        yield from read_table(path, needed)

    return usable(path, (_item(row, lower) for row in rows()), "a header naming its columns, and rows under it")


def read_jsonl_mapped(path: Path, columns: Columns) -> Iterator[Title | BadRow]:
    """The titles of a file with one JSON object a line, its keys mapped; raises as :func:`read_csv` does."""
    items = (_item(row, columns) for row in read_objects(path))
    return usable(path, items, "one JSON object with title and year a line")


def read_json(path: Path, columns: Columns) -> Iterator[Title | BadRow]:
    """The titles of one JSON document: a list of objects, or an object of objects whose keys are their ids."""
    try:
        read = json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise SourceError(f"{path} cannot be read ({error.strerror}).") from None
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{path} is no JSON document ({str(error)[:120]}).") from None
    if isinstance(read, dict):
        items: list[Any] = [{"id": key, **value} if isinstance(value, dict) else value for key, value in read.items()]
    else:
        items = read if isinstance(read, list) else [read]

    def rows() -> Iterator[tuple[int, Mapping[str, Any]] | BadRow]:
        for number, item in enumerate(items, 1):
            yield (number, item) if isinstance(item, dict) else BadRow(number, "not an object", str(item)[:SHOWN])

    return usable(path, (_item(row, columns) for row in rows()), "a list of objects with title and year")


def read_parquet(path: Path, columns: Columns) -> Iterator[Title | BadRow]:
    """The titles of a Parquet file, a batch of rows in memory at a time; raises as :func:`read_csv` does."""
    import pyarrow as pa
    from pyarrow import parquet

    def rows() -> Iterator[tuple[int, Mapping[str, Any]] | BadRow]:
        number = 0
        try:
            with parquet.ParquetFile(path) as file:
                _there(path, file.schema_arrow.names, columns)
                for batch in file.iter_batches(batch_size=1024):
                    for row in batch.to_pylist():
                        number += 1
                        yield number, row
        except FileNotFoundError:
            raise SourceError(f"{path} cannot be read (No such file or directory).") from None
        except (OSError, pa.ArrowException) as error:
            raise SourceError(f"{path} is no Parquet file ({str(error).splitlines()[0][:120]}).") from None

    return usable(path, (_item(row, columns) for row in rows()), "columns title and year")


def _there(path: Path, names: list[str], columns: Columns) -> None:
    if missing := [name for name in columns.values() if name not in names]:
        raise SourceError(f"{path} has no column {', '.join(missing)}; it has {', '.join(names[:20])}.")


def _item(row: tuple[int, Mapping[str, Any]] | BadRow, columns: Columns) -> Title | BadRow:
    if isinstance(row, BadRow):
        return row
    number, values = row
    try:
        return with_starter(title_from(mapped(values, columns)))
    except ValueError as error:
        return BadRow(number, str(error), str(dict(values))[:SHOWN])


def mapped(values: Mapping[str, Any], columns: Columns) -> dict[str, Any]:
    """The row under the keys of a title: by the map, then by the keys' own names, then by usual names.

    A year that has no column is taken from the name, and then from the starter catalogue where it knows but one title
    of that name.
    """
    taken = set(columns.values())
    row = {key: values[name] for key, name in columns.items() if name in values}
    row |= {key: value for key, value in values.items() if key in KEYS and key not in row and key not in taken}
    for key, value in values.items():
        if key in taken or key in KEYS:
            continue
        usual = _USUAL.get(key.lower().replace(" ", "_"))
        row.setdefault(usual if usual and usual not in row else key, value)
    written = row.get("title")
    if isinstance(written, str):
        label = read_label(written)
        if label.year is not None:
            row["title"] = label.name
            row["year"] = row.get("year") or label.year
            row["aka"] = row.get("aka") or list(label.aka)
        elif not row.get("year"):
            row["year"] = year_known(label.name)
    return row
