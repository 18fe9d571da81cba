"""The shipped MiniLM as LlamaIndex sees embeddings."""

from __future__ import annotations

from llama_index.core.base.embeddings.base import BaseEmbedding
from pydantic import PrivateAttr

from matinee.index.embedding import Embedder, MiniLM


class MiniLMEmbedding(BaseEmbedding):
    """:class:`MiniLM` for LlamaIndex's pipelines and indexes."""

    model_name: str = MiniLM.model_name
    embed_batch_size: int = 512

    _model: MiniLM = PrivateAttr()

    def __init__(self, model: MiniLM) -> None:
        super().__init__()
        self._model = model

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._model.get_text_embedding(text)

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return self._model.get_text_embedding_batch(texts)

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._model.get_query_embedding(query)

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._model.get_query_embedding(query)


def llama_embedding(embedder: Embedder) -> BaseEmbedding:
    """``embedder`` for LlamaIndex."""
    if isinstance(embedder, BaseEmbedding):
        return embedder
    assert isinstance(embedder, MiniLM)
    return MiniLMEmbedding(embedder)
