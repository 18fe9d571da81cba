"""TMDB: films or series as exported from its API, one JSON object a line, or as the tables made of it (CSV)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from matinee.index.sources.clean import clean_number
from matinee.index.sources.jsonl import read_objects
from matinee.index.sources.known import with_starter
from matinee.index.sources.row import BadRow, title_from
from matinee.index.sources.table import SHOWN, read_table
from matinee.index.sources.usable import usable
from matinee.index.title import Title

MOST_CAST = 8
_IMAGE = "poster_path"


def read_tmdb(path: Path) -> Iterator[Title | BadRow]:
    """The titles of a TMDB export: ids ``tmdb-film-603``; lists may be JSON inside a cell, or names with commas.

    Credits and keywords are taken where a record holds them. Raises :class:`SourceError` where the file cannot be
    read or has no usable row.
    """
    rows = read_table(path, ("id",)) if path.suffix.lower() == ".csv" else read_objects(path)
    items = (row if isinstance(row, BadRow) else _title(*row) for row in rows)
    return usable(path, (item for item in items if item is not None), "an export of TMDB, as CSV or JSON Lines")


def _title(line: int, row: Mapping[str, Any]) -> Title | BadRow | None:
    if str(row.get("adult", "")).lower() == "true":
        return None
    values = {key: _opened(value) for key, value in row.items()}
    series = "first_air_date" in values or "number_of_seasons" in values or values.get("media_type") == "tv"
    kind = "series" if series else "film"
    credits_ = values.get("credits") if isinstance(values.get("credits"), dict) else {}
    crew = _dicts(credits_.get("crew") if credits_ else values.get("crew"))
    cast = _dicts(credits_.get("cast") if credits_ else values.get("cast"))
    name = values.get("title") or values.get("name") or values.get("original_title") or values.get("original_name")
    original = values.get("original_title") or values.get("original_name")
    runtime = values.get("runtime") or values.get("episode_run_time")
    record = {
        "id": f"tmdb-{kind}-{values.get('id')}",
        "title": name,
        "kind": kind,
        "year": values.get("release_date") or values.get("first_air_date"),
        "end_year": values.get("last_air_date") if str(values.get("status", "")) in {"Ended", "Canceled"} else None,
        "aka": [original] if original and original != name else [],
        "directors": [p["name"] for p in crew if p.get("job") == "Director" and p.get("name")],
        "creators": _names(values.get("created_by")),
        "cast": [p["name"] for p in cast if p.get("name")][:MOST_CAST],
        "countries": _names(values.get("origin_country") or values.get("production_countries")),
        "languages": [values.get("original_language") or ""],
        "runtime_minutes": (runtime[0] if isinstance(runtime, list) and runtime else runtime) or None,
        "seasons": values.get("number_of_seasons"),
        "genres": _names(values.get("genres")),
        "keywords": _names(_inner(values.get("keywords"))),
        "overview": values.get("overview"),
        "rating": _rated(values, "vote_average"),
        "votes": _rated(values, "vote_count"),
        "imdb_id": values.get("imdb_id"),
        "tagline": values.get("tagline"),
        _IMAGE: values.get(_IMAGE),
    }
    try:
        return with_starter(title_from(record))
    except ValueError as error:
        return BadRow(line, str(error), json.dumps(dict(row), ensure_ascii=False, default=str)[:SHOWN])


def _rated(values: Mapping[str, Any], name: str) -> Any:
    """A value of votes; TMDB writes 0 where nobody has voted."""
    return None if clean_number(values.get(name)) in {None, 0.0} else values[name]


def _opened(value: Any) -> Any:
    """A cell that holds JSON, opened; any other as it is."""
    if isinstance(value, str) and value[:1] in "[{" and value[-1:] in "]}":
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def _inner(value: Any) -> Any:
    """``{"keywords": […]}`` for films and ``{"results": […]}`` for series as the list inside."""
    return value.get("keywords") or value.get("results") if isinstance(value, dict) else value


def _names(value: Any) -> list[str]:
    """The names in a list of names or of objects, or in a text with commas."""
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    if not isinstance(value, list):
        return []
    return [
        str(v.get("name") if isinstance(v, dict) else v)
        for v in value
        if v and (not isinstance(v, dict) or v.get("name"))
    ]


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [v for v in value if isinstance(v, dict)] if isinstance(value, list) else []
