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
    """Median seconds of both, run in turn: for a wish that names a title, and for one in words alone."""
    return [
        _row("cold start, like a title", "something like Dark but lighter", catalogue),
        _row("cold start, in words", "about time travel and small-town secrets", catalogue),
    ]


def _row(name: str, wish: str, catalogue: Path) -> Row:
    program = str(Path(sys.executable).parent / "matinee")
    ask = [program, "ask", wish, "--model", "none", "--catalogue", str(catalogue)]
    ours, peer = [], []
    for _ in range(_REPETITIONS + 1):
        ours.append(_seconds(ask))
        peer.append(_seconds([sys.executable, "-c", _IMPORTS]))
    note = f"median of {_REPETITIONS} after one; peer: its libraries imported"
    return Row(name, statistics.median(ours[1:]), statistics.median(peer[1:]), "s", note)


def _seconds(command: list[str]) -> float:
    started = time.perf_counter()
    # Where Python may keep no bytecode, it compiles every library anew each time: not what an installation does.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**env, "MATINEE_USER": "bench"})
    return time.perf_counter() - started
