"""The LanceDB table of a catalogue: its columns, its rows and its indexes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import lancedb
import numpy as np
import numpy.typing as npt
import pyarrow as pa
from lancedb.index import FTS, Bitmap, BTree, IvfRq, LabelList
from lancedb.table import Table

from matinee.index.columns import LISTS, SCALARS, TONES, main_language, names, numbers
from matinee.index.text import searched_text
from matinee.index.title import Title

TABLE = "titles"

VECTOR_INDEX_FROM = 20_000
"""Rows from which the vectors get an approximate index; below, an exact scan is as fast."""


def schema(dimension: int) -> pa.Schema:
    """The columns, for vectors of ``dimension`` numbers. ``record`` holds the whole title as JSON."""
    integers = {"year", "end_year", "runtime_minutes", "seasons", "maturity_rank", "votes"}
    return pa.schema(
        [
            pa.field("id", pa.string(), nullable=False),
            pa.field("kind", pa.string(), nullable=False),
            *(pa.field(name, pa.int32() if name in integers else pa.float64()) for name in SCALARS),
            # Double precision, so that a bound of .1 lets a tone of .1 through.
            *(pa.field(name, pa.float64()) for name in TONES),
            pa.field("main_language", pa.string()),
            *(pa.field(name, pa.list_(pa.string()), nullable=False) for name in LISTS),
            pa.field("words", pa.string(), nullable=False),
            pa.field("text", pa.string(), nullable=False),
            pa.field("record", pa.string(), nullable=False),
            pa.field("vector", pa.list_(pa.float32(), dimension), nullable=False),
        ]
    )


def row(title: Title, text: str, vector: npt.NDArray[np.float32]) -> dict[str, Any]:
    """One row: ``text`` is what ``vector`` was made of."""
    return {
        "id": title.id,
        "kind": title.kind,
        **numbers(title),
        "main_language": main_language(title),
        **{column: names(title, column) for column in LISTS},
        "words": searched_text(title),
        "text": text,
        "record": title.model_dump_json(exclude_defaults=True),
        "vector": vector,
    }


def create_table(folder: Path, dimension: int) -> Table:
    """A new, empty table in ``folder``."""
    return lancedb.connect(folder).create_table(TABLE, schema=schema(dimension))


def open_table(folder: Path) -> Table:
    """The table in ``folder``; whatever LanceDB raises where there is none."""
    return lancedb.connect(folder).open_table(TABLE)


def index_table(table: Table) -> None:
    """Compact the table and build its indexes: facts, words, and vectors where there are many."""
    table.optimize()
    for column in ("id", *SCALARS, *TONES):
        table.create_index(column, config=BTree())
    for column in ("kind", "main_language"):
        table.create_index(column, config=Bitmap())
    for column in LISTS:
        table.create_index(column, config=LabelList())
    # No stop words: "It", "Us" and "Her" are titles, and BM25 weighs common words down by itself.
    table.create_index("words", config=FTS(stem=True, ascii_folding=True, remove_stop_words=False))
    if table.count_rows() >= VECTOR_INDEX_FROM:
        table.create_index("vector", config=IvfRq(distance_type="cosine", num_bits=2))
