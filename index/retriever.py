"""A LlamaIndex retriever over the store of titles."""

from __future__ import annotations

from typing import Literal

from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.schema import NodeWithScore, QueryBundle
from llama_index.core.vector_stores.types import VectorStoreQuery, VectorStoreQueryMode

from matinee.index.filters import Filters
from matinee.index.store import TitleVectorStore

Mode = Literal["vector", "keyword", "hybrid"]

_MODES = {
    "vector": VectorStoreQueryMode.DEFAULT,
    "keyword": VectorStoreQueryMode.TEXT_SEARCH,
    "hybrid": VectorStoreQueryMode.HYBRID,
}


class TitleRetriever(BaseRetriever):
    """Finds the ``k`` titles that best answer a text, inside ``filters``.

    Gives nodes whose ``node_id`` is the title's id, with the scores of :class:`matinee.index.store.Hit`.
    """

    def __init__(
        self,
        store: TitleVectorStore,
        embedder: BaseEmbedding,
        *,
        mode: Mode = "hybrid",
        k: int = 10,
        filters: Filters | None = None,
    ) -> None:
        super().__init__()
        self._store = store
        self._embedder = embedder
        self._mode = mode
        self._k = k
        self._filters = filters

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        embedding = query_bundle.embedding
        if embedding is None and self._mode != "keyword":
            embedding = self._embedder.get_query_embedding(query_bundle.query_str)
        query = VectorStoreQuery(
            query_embedding=embedding,
            query_str=query_bundle.query_str,
            similarity_top_k=self._k,
            mode=_MODES[self._mode],
        )
        result = self._store.query(query, title_filters=self._filters)
        scores = result.similarities or []
        return [NodeWithScore(node=node, score=score) for node, score in zip(result.nodes or [], scores, strict=True)]
