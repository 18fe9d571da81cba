"""Cold start: `matinee ask` as a whole process, against a process that only imports the libraries it needs."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.rows import Row

_REPETITIONS = 5
_IMPORTS = "import lancedb, llama_index.core, langgraph.graph, langchain_core.messages, onnxruntime, sqlalchemy, rich"


def run(catalogue: Path) -> list[Row]:
    """Median seconds of both, run in turn."""
    program = str(Path(sys.executable).parent / "matinee")
    ask = [program, "ask", "something like Dark but lighter", "--model", "none", "--catalogue", str(catalogue)]
    ours, peer = [], []
    for _ in range(_REPETITIONS + 1):
        ours.append(_seconds(ask))
        peer.append(_seconds([sys.executable, "-c", _IMPORTS]))
    note = f"median of {_REPETITIONS}, after one that warms the disk cache"
    return [Row("cold start of matinee ask", statistics.median(ours[1:]), statistics.median(peer[1:]), "s", note)]


def _seconds(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "MATINEE_USER": "bench"})
    return time.perf_counter() - started
