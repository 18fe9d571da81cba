"""How fast the embedded model writes through Matinee, beside the bare runtime it runs on."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from typing import Any

from matinee.agent.models.embedded import EmbeddedChat
from matinee.agent.models.stream import stream_text
from matinee.agent.models.weights import chat_weights
from tests.bench.rows import Row

_TOKENS = 60
_REPETITIONS = 7
_CONTEXT = 2048


def run() -> list[Row]:
    """Tokens a second and milliseconds to the first word: ``stream_text`` against ``xllamacpp``, turn about.

    Both get the same prompt, seed, threads and token limit; medians of the repetitions, after one that warms up.
    """
    threads = max(1, (os.cpu_count() or 1) // 2)
    chat, bare = EmbeddedChat(threads=threads, context=_CONTEXT), _bare_server(threads)
    ours, peer = [], []
    for number in range(_REPETITIONS + 1):
        # a new question each time, or the runtime answers from its cache of the prompt
        prompt = f"Write a long story about the {number + 2} keepers of a lighthouse."
        ours.append(_ours(chat, prompt))
        peer.append(_peer(bare, prompt))
    note = f"{threads} thread(s), {_TOKENS} tokens, median of {_REPETITIONS}"
    return [
        Row("embedded model, generation", _median(ours, 1), _median(peer, 1), "tokens/s", note),
        Row("embedded model, first word", _median(ours, 0), _median(peer, 0), "ms", note),
    ]


def _median(timings: list[tuple[float, float]], column: int) -> float:
    return statistics.median(timing[column] for timing in timings[1:])


def _timing(started: float, arrivals: list[float]) -> tuple[float, float]:
    """Milliseconds to the first piece, and pieces a second after it."""
    return (arrivals[0] - started) * 1000, (len(arrivals) - 1) / (arrivals[-1] - arrivals[0])


def _ours(chat: EmbeddedChat, prompt: str) -> tuple[float, float]:
    started = time.perf_counter()
    pieces = stream_text(chat, prompt, max_tokens=_TOKENS, seed=1, temperature=0.0)
    return _timing(started, [time.perf_counter() for _ in pieces])


def _peer(server: Any, prompt: str) -> tuple[float, float]:
    ask = {
        "messages": [{"role": "user", "content": prompt}],
        "max_tokens": _TOKENS,
        "seed": 1,
        "temperature": 0.0,
        "top_p": 0.9,
        "stream": True,
    }
    arrivals: list[float] = []

    def arrived(chunk: dict[str, Any]) -> bool:
        if chunk["choices"][0]["delta"].get("content"):
            arrivals.append(time.perf_counter())
        return False

    started = time.perf_counter()
    server.handle_chat_completions(ask, arrived)
    return _timing(started, arrivals)


def _bare_server(threads: int) -> Any:
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = str(chat_weights())
    params.n_ctx, params.n_parallel, params.verbosity = _CONTEXT, 1, -1
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = threads
    with tempfile.TemporaryDirectory() as folder:
        params.hostnames = [f"{folder}/s.sock"]
        return xllamacpp.Server(params)


if __name__ == "__main__":
    for row in run():
        print(
            f"{row.name:32} {row.ours:8.1f} {row.peer:8.1f} {row.unit:10} x{row.ours / (row.peer or 1):.3f}  {row.note}"
        )
