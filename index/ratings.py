"""Ratings in MovieLens's form: who liked which titles of a catalogue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from matinee.errors import InputError
from matinee.index.catalogue import Catalogue
from matinee.index.sources.row import BadRow
from matinee.index.sources.table import read_table
from matinee.index.tone.finder import Finder, split_label

_Columns = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]
LIKED = 3.5
"""Stars, of five, from which a rating is a like."""


@dataclass(frozen=True)
class Likes:
    """Everybody's likes."""

    baskets: list[tuple[str, ...]]
    """For each person, the ids of the catalogue's titles that they liked, in order of time where it is known."""
    ratings: int
    films: int
    linked: int
    """How many of the films are in the catalogue."""


def read_likes(ratings: Path, movies: Path, catalogue: Catalogue, tick: Callable[[int], None] | None = None) -> Likes:
    """The likes in ``ratings.csv`` and ``movies.csv``; ``tick`` is called with the number of bytes read so far.

    Raises :class:`InputError` where a file cannot be read or has other columns.
    """
    linked, films = _links(movies, catalogue)
    users, ids, stars, times = _columns(ratings, tick)
    wanted = np.isin(ids, np.fromiter(linked, dtype=np.int64, count=len(linked))) & (stars >= LIKED)
    users, ids, times = users[wanted], ids[wanted], times[wanted]
    order = np.lexsort((times, users))
    users, ids = users[order], ids[order]
    cuts = np.flatnonzero(np.diff(users)) + 1
    baskets = [tuple(dict.fromkeys(linked[int(i)] for i in part)) for part in np.split(ids, cuts) if len(part)]
    return Likes(baskets, len(stars), films, len(linked))


def _links(movies: Path, catalogue: Catalogue) -> tuple[dict[int, str], int]:
    """The number of every film to the id of the title that it is."""
    finder = Finder(catalogue.titles.values(), catalogue.aliases)
    found: dict[int, str] = {}
    films = 0
    for row in read_table(movies, ("movieid", "title")):
        if isinstance(row, BadRow):
            continue
        films += 1
        title = finder.by_name(*split_label(row[1]["title"]))
        if title is not None and row[1]["movieid"].isdigit():
            found[int(row[1]["movieid"])] = title.id
    if not found:
        raise InputError(f"no film of {movies} is in this catalogue: build one that holds them first.")
    return found, films


def _columns(ratings: Path, tick: Callable[[int], None] | None) -> _Columns:
    """User, film, stars and time of every rating."""
    import pyarrow as pa
    from pyarrow import csv

    types = {"userId": pa.int64(), "movieId": pa.int64(), "rating": pa.float32(), "timestamp": pa.int64()}
    options = csv.ConvertOptions(column_types=types, include_columns=list(types))
    parts: list[list[np.ndarray]] = []
    try:
        with csv.open_csv(ratings, convert_options=options) as reader:
            read = 0
            for batch in reader:
                parts.append([column.to_numpy(zero_copy_only=False) for column in batch.columns])
                read += batch.nbytes
                if tick is not None:
                    tick(read)
    except FileNotFoundError:
        raise InputError(f"{ratings} is not there.") from None
    except (OSError, pa.ArrowException, KeyError) as error:
        reason = str(error).splitlines()[0][:160]
        raise InputError(
            f"{ratings} is no ratings file of MovieLens ({reason}): its columns should be {', '.join(types)}."
        ) from None
    if not parts:
        raise InputError(f"{ratings} holds no rating.")
    columns = [np.concatenate(column) for column in zip(*parts, strict=True)]
    return columns[0], columns[1], columns[2], columns[3]
