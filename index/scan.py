"""Search by looking at every title in memory: exact, and for catalogues of ordinary size faster than any index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

from matinee.index.columns import SCALARS, TONES, main_language, names, numbers
from matinee.index.conditions import Bound, Names, Outside, conditions
from matinee.index.filters import Filters
from matinee.index.hit import DIGITS, Hit, best_first
from matinee.index.title import Title

SCAN_UP_TO = 50_000
"""Titles up to which a catalogue is searched in memory; their vectors then take 75 MB at most."""

Mask = npt.NDArray[np.bool_]
Rows = npt.NDArray[np.int64]


class Scan:
    """The titles of a catalogue as columns, and their unit vectors, a row each, in the order of ``titles``.

    ``titles`` stand in the order of their ids, which is what settles a tie.
    """

    def __init__(self, titles: Mapping[str, Title], vectors: npt.NDArray[np.float32]) -> None:
        self._titles = list(titles.values())
        self._ids = list(titles)
        self._vectors = vectors
        self._rows_of: dict[str, dict[str, Rows]] = {}

    def nearest(self, vector: npt.NDArray[np.float32], k: int, filters: Filters) -> list[Hit]:
        """The ``k`` titles nearest to ``vector`` that fulfil ``filters``; the score is the cosine, 0 if negative."""
        mask = self._mask(filters)
        length = max(float(np.linalg.norm(vector)), 1e-12)
        # A dot product a row: on busy processors the threads of a matrix product wait for each other.
        cosines = np.round(np.vecdot(self._vectors, vector).astype(np.float64) / length, DIGITS)
        if mask is not None:
            cosines[~mask] = -np.inf
        allowed = len(cosines) if mask is None else int(np.count_nonzero(mask))
        found = _highest(cosines, min(k, allowed))
        scores = np.clip(cosines[found], 0.0, 1.0)
        return best_first(zip([self._ids[i] for i in found], scores.tolist(), strict=True))

    def matching(self, k: int, filters: Filters, order: Sequence[tuple[str, int]]) -> list[tuple[str, float | None]]:
        """Ids of ``k`` titles that fulfil ``filters``, with the value of the first column ordered by.

        ``order`` is columns with 1 (highest first) or -1; unknown values come last, ties go by id.
        """
        mask = self._mask(filters)
        rows = np.arange(len(self._ids)) if mask is None else np.flatnonzero(mask)
        # What is not a number sorts last; the sort is stable, and the rows stand by id.
        keys = [-sign * self._numbers[name][rows] for name, sign in reversed(order)]
        best = rows[np.lexsort(keys)][: max(k, 0)]
        values = self._numbers[order[0][0]][best].tolist()
        return [(self._ids[i], None if v != v else v) for i, v in zip(best.tolist(), values, strict=True)]

    def _mask(self, filters: Filters) -> Mask | None:
        """Which titles fulfil ``filters``; None where all do."""
        mask: Mask | None = None
        for each in conditions(filters):
            if isinstance(each, Outside):
                column = self._numbers[each.column]
                part: Mask = (column < each.low) | (column > each.high)
            else:
                part = self._between(each) if isinstance(each, Bound) else self._holding(each)
            mask = part if mask is None else mask & part
        return mask

    def _between(self, bound: Bound) -> Mask:
        column = self._numbers[bound.column]
        # A comparison with nan is false: an unknown value is not within any bound.
        mask: Mask = ~np.isnan(column) if bound.low is None else column >= bound.low
        mask = mask if bound.high is None else mask & (column <= bound.high)
        return mask | self._holding(Names("kind", "any", ("film",))) if bound.films_pass else mask

    def _holding(self, wanted: Names) -> Mask:
        rows_of = self._column(wanted.column)
        found = [rows_of[value] for value in set(wanted.values) if value in rows_of]
        if wanted.how == "all":
            held = np.zeros(len(self._ids), dtype=np.int64)
            for rows in found:
                held[rows] += 1
            mask: Mask = held == len(set(wanted.values))
            return mask
        held_any = np.zeros(len(self._ids), dtype=bool)
        for rows in found:
            held_any[rows] = True
        if wanted.how == "any":
            return held_any
        return ~held_any & self._known(wanted.column) if wanted.how == "none_known" else ~held_any

    def _column(self, column: str) -> dict[str, Rows]:
        """Value to the rows that hold it; made when a column is first asked for."""
        if column not in self._rows_of:
            rows: dict[str, list[int]] = {}
            for i, title in enumerate(self._titles):
                for value in _values(title, column):
                    rows.setdefault(value, []).append(i)
            self._rows_of[column] = {value: np.array(held) for value, held in rows.items()}
        return self._rows_of[column]

    def _known(self, column: str) -> Mask:
        """Which titles have anything in ``column``."""
        known = np.zeros(len(self._ids), dtype=bool)
        for rows in self._column(column).values():
            known[rows] = True
        return known

    @cached_property
    def _numbers(self) -> dict[str, npt.NDArray[np.float64]]:
        """The number columns; what is unknown is not a number."""
        rows = [numbers(title) for title in self._titles]
        return {name: np.array([row[name] for row in rows], dtype=np.float64) for name in (*SCALARS, *TONES)}


def _values(title: Title, column: str) -> list[str]:
    if column == "id":
        return [title.id]
    if column == "kind":
        return [title.kind]
    if column == "main_language":
        language = main_language(title)
        return [] if language is None else [language]
    return names(title, column)


def _highest(scores: npt.NDArray[np.float64], k: int) -> Rows:
    """The places of the ``k`` highest scores, highest first; of equal ones the first places."""
    if k <= 0:
        return np.empty(0, dtype=np.int64)
    if k < len(scores):
        floor = np.partition(scores, len(scores) - k)[len(scores) - k]
        places = np.flatnonzero(scores >= floor)
    else:
        places = np.arange(len(scores))
    return places[np.argsort(-scores[places], kind="stable")][:k]
