"""Trakt: the JSON of an account's export, or of the same lists from the service's interface."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from matinee.errors import InputError
from matinee.index.history.entry import Entry, Fault, Mark, read_date
from matinee.index.history.files import files_of, json_items
from matinee.index.title import Kind


def read_trakt(path: Path) -> Iterator[Entry | Fault]:
    """What a Trakt export says: watched and history lists, ratings, and the watchlist; the rest is left out.

    A rated season or episode counts as seen, not as a judgement on its series.
    """
    for name, data in files_of(path, (".json",)):
        stem = PurePosixPath(name).stem.lower()
        try:
            items = json_items(name, data)
        except InputError:
            # an export holds settings and profiles too
            if any(word in stem for word in ("watched", "history", "rating", "watchlist")):
                raise
            continue
        for number, item in enumerate(items, 1):
            if found := _entry(f"{name}:{number}", item, stem):
                yield found


def _entry(where: str, item: Any, stem: str) -> Entry | Fault | None:
    if not isinstance(item, dict):
        return Fault(where, "not an object")
    kind: Kind = "film" if isinstance(item.get("movie"), dict) else "series"
    title = item.get("movie") or item.get("show")
    mark = _mark(item, stem)
    if mark is None:
        return None
    if not isinstance(title, dict) or not isinstance(title.get("title"), str) or not title["title"].strip():
        return Fault(where, "no movie or show with a title")
    rating = item.get("rating")
    judged = mark == "rated" and not {"season", "episode"} & set(item)
    if judged and not (isinstance(rating, int | float) and 1 <= rating <= 10):
        return Fault(where, f"a rating of {str(rating)[:20]}, not 1 to 10")
    year, ids = title.get("year"), title.get("ids")
    when = next((item[k] for k in ("rated_at", "last_watched_at", "watched_at", "listed_at") if item.get(k)), "")
    return Entry(
        "seen" if mark == "rated" and not judged else mark,
        title["title"].strip(),
        where,
        year=year if isinstance(year, int) else None,
        kind=kind,
        on=read_date(str(when)),
        rating=float(rating) / 10 if judged and rating else None,
        imdb=ids.get("imdb") if isinstance(ids, dict) and isinstance(ids.get("imdb"), str) else None,
    )


def _mark(item: dict[str, Any], stem: str) -> Mark | None:
    if "rated_at" in item or "rating" in item:
        return "rated"
    if "plays" in item or "watched_at" in item or "last_watched_at" in item:
        return "seen"
    return "wanted" if "watchlist" in stem or ("listed_at" in item and "list" in stem) else None
