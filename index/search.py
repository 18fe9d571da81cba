"""Searches of a catalogue's LanceDB table: vectors, words and facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from lancedb.query import ColumnOrdering, LanceFtsQueryBuilder, LanceVectorQueryBuilder
from lancedb.table import Table

from matinee.index.hit import DIGITS, Hit, best_first, fuse, fused_depth
from matinee.index.table import open_table
from matinee.index.where import one_of

Vector = npt.NDArray[np.float32]

LONGEST_QUERY = 1_000
"""Characters of a keyword query that are read."""

BM25_MIDDLE = 10.0
"""The BM25 score that becomes .5."""


class TableSearch:
    """Searches one table. A ``condition`` is SQL, as :func:`matinee.index.where.where` makes it, inside the search."""

    def __init__(self, table: Table) -> None:
        self._table = table

    @classmethod
    def open(cls, folder: Path) -> TableSearch:
        """Over the table in ``folder``; whatever LanceDB raises where there is none."""
        return cls(open_table(folder))

    def __len__(self) -> int:
        return int(self._table.count_rows())

    def nearest(self, vector: Vector, k: int, condition: str | None = None) -> list[Hit]:
        """The ``k`` titles nearest to ``vector`` that fulfil the SQL ``condition``; the score is the cosine."""
        query = self._table.search(vector, vector_column_name="vector", query_type="vector")
        assert isinstance(query, LanceVectorQueryBuilder)
        # Without refinement the quantised index has a recall of .4; a filter needs more probes for the same recall.
        query = query.distance_type("cosine").nprobes(64 if condition else 20).refine_factor(10)
        if condition:
            query = query.where(condition, prefilter=True)
        found = query.select(["id", "_distance"]).limit(k).to_arrow()
        cosines = np.round(1.0 - np.asarray(found["_distance"], dtype=np.float64), DIGITS)
        return best_first(zip(found["id"].to_pylist(), np.clip(cosines, 0.0, 1.0).tolist(), strict=True))

    def keyword(self, words: str, k: int, condition: str | None = None) -> list[Hit]:
        """The ``k`` best titles by BM25 for any text whatever; the score is b / (b + 10) for a BM25 score b."""
        query = self._table.search(words[:LONGEST_QUERY], query_type="fts", fts_columns="words")
        assert isinstance(query, LanceFtsQueryBuilder)
        if condition:
            query.where(condition, prefilter=True)
        found = query.select(["id", "_score"]).limit(k).to_arrow()
        scores = np.asarray(found["_score"], dtype=np.float64)
        return best_first(zip(found["id"].to_pylist(), (scores / (scores + BM25_MIDDLE)).tolist(), strict=True))

    def hybrid(self, words: str, vector: Vector, k: int, condition: str | None = None) -> list[Hit]:
        """The ``k`` best titles by reciprocal rank fusion of both searches; 1 is first place in both."""
        depth = fused_depth(k)
        return fuse(self.nearest(vector, depth, condition), self.keyword(words, depth, condition))[:k]

    def matching(
        self, k: int, condition: str | None, order: Sequence[tuple[str, int]]
    ) -> list[tuple[str, float | None]]:
        """Ids of ``k`` titles that fulfil ``condition``, with the value of the first column ordered by.

        ``order`` is columns with 1 (highest first) or -1; unknown values come last, ties go by id.
        """
        names = [name for name, _ in order]
        columns = [ColumnOrdering(column_name=name, ascending=sign < 0, nulls_first=False) for name, sign in order]
        by_id = ColumnOrdering(column_name="id", ascending=True, nulls_first=False)
        # LanceDB cannot plan a query ordered by two columns that it does not select.
        query = self._table.search().order_by([*columns, by_id]).select(["id", *names]).limit(k)
        found = (query.where(condition) if condition else query).to_arrow()
        return list(zip(found["id"].to_pylist(), found[names[0]].to_pylist(), strict=True))

    def records(self) -> bytes:
        """All titles as a JSON array, by id."""
        found = self._all("record")
        return f"[{','.join(found['record'].to_pylist())}]".encode()

    def embedded(self, ids: Iterable[str]) -> dict[str, tuple[str, list[float]]]:
        """The embedded text and the vector of each of ``ids`` that is there."""
        query = self._table.search().where(one_of("id", ids)).select(["id", "text", "vector"])
        found = query.limit(len(self)).to_arrow()
        pairs = zip(found["text"].to_pylist(), found["vector"].to_pylist(), strict=True)
        return dict(zip(found["id"].to_pylist(), pairs, strict=True))

    def vectors(self) -> Vector:
        """The unit vectors of all titles, a row each, by id."""
        found = self._all("vector")
        flat: Vector = found["vector"].combine_chunks().flatten().to_numpy()
        return flat.reshape(found.num_rows, -1)

    def _all(self, column: str) -> pa.Table:
        return self._table.search().select(["id", column]).limit(len(self)).to_arrow().sort_by("id")
