"""Run the benchmarks and print one table: ``python -m tests.bench [retrieval] [turn] [model] [cold]``."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.bench.rows import Row

STARTER = Path(__file__).resolve().parents[2] / ".cache" / "starter"
ALL = ("retrieval", "turn", "model", "cold")


def main(wanted: list[str]) -> None:
    """Run what is named, or everything."""
    os.environ["MATINEE_DATA_DIR"] = tempfile.mkdtemp(prefix="matinee-bench-")
    rows = [row for name in wanted or ALL for row in _run(name)]
    table = Table("what", "Matinee", "peer", "ratio", "unit", "how", title=f"{os.cpu_count()} cores")
    for row in rows:
        ratio = f"{row.ours / row.peer:.2f}" if row.peer else ""
        table.add_row(row.name, f"{row.ours:.2f}", f"{row.peer:.2f}" if row.peer else "", ratio, row.unit, row.note)
    Console(width=150).print(table)


def _run(name: str) -> list[Row]:
    from matinee.index.catalogue import open_catalogue
    from matinee.index.embedding import make_embedder
    from matinee.index.ensure import ensure_starter
    from tests.bench import cold, model, retrieval, turn

    if name == "model":
        return model.run()
    embedder = make_embedder("minilm")
    ensure_starter(STARTER, embedder)
    if name == "cold":
        return cold.run(STARTER)
    catalogue = open_catalogue(STARTER, embedder)
    return retrieval.run(catalogue) if name == "retrieval" else turn.run(catalogue)


if __name__ == "__main__":
    main(sys.argv[1:])
