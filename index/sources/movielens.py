"""MovieLens: ``movies.csv``, with ``ratings.csv``, ``tags.csv`` and ``links.csv`` beside it where they are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from matinee.index.sources.known import with_starter
from matinee.index.sources.label import read_label
from matinee.index.sources.row import BadRow, title_from
from matinee.index.sources.table import SHOWN, read_table
from matinee.index.sources.usable import usable
from matinee.index.title import Title

MOST_TAGS = 12
_NO_GENRE = "(no genres listed)"


def read_movielens(path: Path) -> Iterator[Title | BadRow]:
    """The films of a MovieLens folder (or its ``movies.csv``): ids ``ml-1``, mean ratings of ten, tags as themes.

    Raises :class:`SourceError` where there is no ``movies.csv``, or a file cannot be read.
    """
    movies = path / "movies.csv" if path.is_dir() else path
    folder = movies.parent
    ratings = _ratings(folder / "ratings.csv")
    tags = _tags(folder / "tags.csv")
    links = {row["movieid"]: row for row in _rows(folder / "links.csv", ("movieid", "imdbid"))}
    rows = read_table(movies, ("movieid", "title"))
    items = (row if isinstance(row, BadRow) else _title(*row, ratings, tags, links) for row in rows)
    return usable(movies, items, "the films of a MovieLens data set")


def _title(
    line: int,
    row: dict[str, str],
    ratings: dict[str, tuple[float, int]],
    tags: dict[str, Counter[str]],
    links: dict[str, dict[str, str]],
) -> Title | BadRow:
    number = row["movieid"].strip()
    label = read_label(row["title"])
    values: dict[str, Any] = {"id": f"ml-{number}", "title": label.name, "year": label.year, "aka": list(label.aka),
                              "kind": "film"}  # fmt: skip
    genres = row.get("genres", "")
    values["genres"] = [g.replace("Children", "family") for g in genres.split("|") if g and g != _NO_GENRE]
    values["keywords"] = [tag for tag, _ in tags.get(number, Counter()).most_common(MOST_TAGS)]
    if number in ratings:
        values["rating"], values["votes"] = ratings[number]
    if link := links.get(number):
        values |= {
            "imdb_id": f"tt{link['imdbid']:0>7}" if link.get("imdbid") else "",
            "tmdb_id": link.get("tmdbid", ""),
        }
    try:
        return with_starter(title_from(values))
    except ValueError as error:
        return BadRow(line, str(error), ",".join(row.values())[:SHOWN])


def _ratings(path: Path) -> dict[str, tuple[float, int]]:
    """Mean rating of ten and number of ratings a film."""
    sums: defaultdict[str, float] = defaultdict(float)
    counts: Counter[str] = Counter()
    for row in _rows(path, ("movieid", "rating")):
        try:
            stars = float(row["rating"])
        except ValueError:
            continue
        sums[row["movieid"]] += stars
        counts[row["movieid"]] += 1
    return {number: (round(2 * sums[number] / n, 2), n) for number, n in counts.items()}


def _tags(path: Path) -> dict[str, Counter[str]]:
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in _rows(path, ("movieid", "tag")):
        tag = " ".join(row["tag"].lower().split())
        if 2 < len(tag) <= 40:
            found[row["movieid"]][tag] += 1
    return found


def _rows(path: Path, needed: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """The good rows of a file that may be missing."""
    if path.exists():
        yield from (row[1] for row in read_table(path, needed) if not isinstance(row, BadRow))
