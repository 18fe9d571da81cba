"""One row of a generic source as a title."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from matinee.index.maturity import maturity_of
from matinee.index.sources.clean import (
    LONGEST_NAME,
    as_fact,
    clean_list,
    clean_minutes,
    clean_number,
    clean_text,
    clean_whole,
    clean_year,
)
from matinee.index.sources.names import country_names, genre_names, kind_name, language_names
from matinee.index.title import TONE_AXES, Kind, Title, make_id

_LIST_KEYS = ("genres", "directors", "creators", "cast", "countries", "languages", "keywords", "themes", "aka")
_TEXT_KEYS = ("id", "title", "kind", "maturity", "overview", "logline")
_NUMBER_KEYS = ("year", "end_year", "runtime_minutes", "seasons", "rating", "votes", "fame")
KEYS = frozenset((*_LIST_KEYS, *_TEXT_KEYS, *_NUMBER_KEYS, "tone"))
"""The keys that have a field; every other key becomes an extra fact."""


@dataclass(frozen=True)
class BadRow:
    """A row that cannot be a title."""

    line: int
    reason: str
    text: str = ""
    """The row as it stood, cut where long."""


def title_from(row: Mapping[str, Any]) -> Title:
    """The title in ``row`` (keys as in ``KEYS``); :class:`ValueError` in a few words where it cannot be one.

    Needed are a title and a year, and a kind that is known where one is given. Any other value that
    cannot be read is kept as an extra fact.
    """
    name = clean_text(row.get("title"), LONGEST_NAME)
    if not name:
        raise ValueError("no title")
    year = clean_year(row.get("year"))
    if year is None:
        raise ValueError(f"no year from 1870 to 2100 ({row['year']!r:.40})" if row.get("year") else "no year")
    kind = _kind(row)
    read: dict[str, Any] = {
        "end_year": clean_year(row.get("end_year")),
        "aka": clean_list(row.get("aka")),
        "directors": clean_list(row.get("directors")),
        "creators": clean_list(row.get("creators")),
        "cast": clean_list(row.get("cast")),
        "countries": country_names(clean_list(row.get("countries"))),
        "languages": language_names(clean_list(row.get("languages"))),
        "runtime_minutes": clean_minutes(row.get("runtime_minutes")),
        "seasons": clean_whole(row.get("seasons"), 200) if kind == "series" else None,
        "maturity": maturity_of(clean_text(row.get("maturity"))),
        "genres": genre_names(clean_list(row.get("genres"))),
        "themes": _themes(row),
        "logline": clean_text(row.get("logline")) or clean_text(row.get("overview")),
        "fame": _share(row.get("fame")),
        "rating": clean_number(row.get("rating")),
        "votes": clean_whole(row.get("votes"), 2**31 - 1),
        "tone": _tone(row.get("tone")),
    }
    ident = clean_text(row.get("id"), LONGEST_NAME)
    facts = _facts(row, read)
    return Title(id=ident or make_id(name, year, kind), name=name, year=year, kind=kind, facts=facts, **read)


def _kind(row: Mapping[str, Any]) -> Kind:
    written = clean_text(row.get("kind"))
    if not written:
        return "series" if clean_whole(row.get("seasons"), 200) else "film"
    kind = kind_name(written)
    if kind is None:
        raise ValueError(f"kind {written[:40]!r} is neither film nor series")
    return kind


def _themes(row: Mapping[str, Any]) -> tuple[str, ...]:
    themes = (*clean_list(row.get("themes")), *clean_list(row.get("keywords")))
    return tuple(dict.fromkeys(theme.lower() for theme in themes))


def _share(value: object) -> float | None:
    number = clean_number(value)
    return number if number is not None and number <= 1 else None


def _tone(value: object) -> dict[str, float]:
    if not isinstance(value, dict):
        return {}
    shares = {axis: _share(value.get(axis)) for axis in TONE_AXES}
    return {axis: share for axis, share in shares.items() if share is not None}


def _facts(row: Mapping[str, Any], read: Mapping[str, Any]) -> dict[str, str]:
    """What has no field of its own, what no field could be read from, and the certificate behind the maturity."""
    facts: dict[str, str] = {}
    for key, value in row.items():
        text = as_fact(value)
        unread = key in read and not read[key]
        if text and (key not in KEYS or unread or (key == "maturity" and text != read["maturity"])):
            facts[clean_text(key, 60)] = text
    return facts
