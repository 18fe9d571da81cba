"""llama.cpp inside this process: each model loaded once, at the first question, and shared by all who ask it."""

from __future__ import annotations

import atexit
import queue
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from weakref import WeakValueDictionary

from matinee.errors import ModelError, ModelInterrupted, WeightsMissing

_SILENT = -1


@dataclass(frozen=True)
class RuntimeOptions:
    """What a runtime is loaded with; equal options share one runtime."""

    path: Path
    threads: int
    context: int
    """Tokens of prompt and reply together."""
    adapter: Path | None = None
    """A GGUF LoRA adapter laid over the weights."""


class Runtime:
    """One model, loaded at the first question. Safe to ask from many threads: replies are generated one at a time."""

    def __init__(self, options: RuntimeOptions) -> None:
        self._options = options
        self._server: Any = None
        self._lock = threading.Lock()
        self._replies: set[_Reply] = set()

    @property
    def loaded(self) -> bool:
        """Whether the model is in memory."""
        return self._server is not None

    @property
    def busy(self) -> int:
        """How many replies are being generated or wait for their turn."""
        with self._lock:
            return len(self._replies)

    def stream(self, ask: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        """The chunks of one chat completion as the model makes them, in the form of OpenAI's streaming API.

        Closing the iterator ends the generation at its next token. Raises :class:`ModelError` where the model
        cannot be loaded or refuses the request (prompt too long, schema it cannot follow).
        """
        with self._lock:
            if self._server is None:
                self._server = _load(self._options)
            reply = _Reply(self._server, ask)
            self._replies.add(reply)
        reply.start(self._forget)
        try:
            yield from reply.chunks()
        finally:
            reply.stop()

    def close(self) -> None:
        """End what is being generated and free the model; the next question loads it again."""
        with self._lock:
            replies = list(self._replies)
        for reply in replies:
            reply.stop()
        for reply in replies:
            reply.join()
        self._server = None

    def _forget(self, reply: _Reply) -> None:
        with self._lock:
            self._replies.discard(reply)


class _Reply:
    """One chat completion: the server calls back in a thread of its own, the reader takes chunks from a queue."""

    def __init__(self, server: Any, ask: Mapping[str, Any]) -> None:
        self._server, self._ask = server, {**ask, "stream": True}
        self._chunks: queue.SimpleQueue[dict[str, Any] | Exception | None] = queue.SimpleQueue()
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self, done: Callable[[_Reply], None]) -> None:
        # a daemon, so that leaving Python does not wait for the last word of a reply: close_all ends it instead
        self._thread = threading.Thread(target=self._work, args=(done,), name="matinee-model", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._stopped.set()

    def join(self) -> None:
        if self._thread is not None:
            self._thread.join()

    def chunks(self) -> Iterator[dict[str, Any]]:
        begun = False
        while (chunk := self._chunks.get()) is not None:
            if isinstance(chunk, Exception):
                raise _named(chunk, begun)
            if "error" in chunk:
                raise _named(chunk["error"], begun)
            begun = True
            yield chunk

    def _work(self, done: Callable[[_Reply], None]) -> None:
        try:
            self._server.handle_chat_completions(self._ask, self._take)
            self._chunks.put(None)
        except Exception as error:  # raised again in the reader's thread
            self._chunks.put(error)
        finally:
            done(self)

    def _take(self, chunk: dict[str, Any]) -> bool:
        self._chunks.put(chunk)
        return self._stopped.is_set()


_registering = threading.Lock()
_runtimes: WeakValueDictionary[RuntimeOptions, Runtime] = WeakValueDictionary()


def runtime(options: RuntimeOptions) -> Runtime:
    """The one runtime with ``options``; its model stays in memory for as long as somebody holds it."""
    with _registering:
        found = _runtimes.get(options)
        if found is None:
            found = _runtimes[options] = Runtime(options)
        return found


@atexit.register
def close_all() -> None:
    """Free every loaded model; runs by itself when Python ends."""
    for each in list(_runtimes.values()):
        each.close()


def _load(options: RuntimeOptions) -> Any:
    try:
        import xllamacpp
    except ImportError as error:
        raise WeightsMissing(f"the embedded model's runtime cannot be used ({error}): pip install xllamacpp.") from None
    for path in (options.path, options.adapter):
        if path is not None and not path.is_file():
            raise ModelError(f"there is no model file {path}: name another, or leave it out.")
    params = xllamacpp.CommonParams()
    params.model.path = str(options.path)
    params.n_ctx, params.n_parallel = options.context, 1
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = options.threads
    params.verbosity, params.ui, params.endpoint_slots = _SILENT, False, False
    params.cache_ram_mib = 0
    if options.adapter is not None:
        adapter = xllamacpp.CommonAdapterLoraInfo()
        adapter.path, adapter.scale = str(options.adapter), 1.0
        params.lora_adapters = [adapter]
    # The library also listens for HTTP, open to every web page of this machine: given a socket file in a private
    # folder that is gone once it is up, nobody can connect.
    with tempfile.TemporaryDirectory(prefix="matinee-") as folder:
        params.hostnames = [str(Path(folder) / "s.sock")]
        try:
            return xllamacpp.Server(params)
        except RuntimeError:
            raise ModelError(
                f"the language model could not be loaded: {_names(options)} is damaged, or memory is short."
            ) from None


def _names(options: RuntimeOptions) -> str:
    return f"{options.path.name} or {options.adapter}" if options.adapter else str(options.path)


def _named(problem: Exception | Mapping[str, Any], begun: bool) -> ModelError:
    if isinstance(problem, Mapping) and problem.get("type") == "exceed_context_size_error":
        return ModelError(
            f"the prompt has {problem['n_prompt_tokens']} tokens and the embedded model reads "
            f"{problem['n_ctx']}: shorten it, or raise MATINEE_CONTEXT."
        )
    text = str(problem.get("message", problem) if isinstance(problem, Mapping) else problem)
    kind = ModelInterrupted if begun else ModelError
    return kind(f"the embedded model failed: {' '.join(text.split())}")
