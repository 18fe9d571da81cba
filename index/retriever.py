"""A LlamaIndex retriever over a catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.schema import NodeWithScore, QueryBundle

from matinee.index.filters import Filters
from matinee.index.hit import Hit
from matinee.index.store import node_of

if TYPE_CHECKING:
    from matinee.index.catalogue import Catalogue

Mode = Literal["vector", "keyword", "hybrid"]


class TitleRetriever(BaseRetriever):
    """Finds the ``k`` titles that best answer a text, inside ``filters``.

    Gives nodes whose ``node_id`` is the title's id, with the scores of :class:`matinee.index.hit.Hit`.
    """

    def __init__(
        self, catalogue: Catalogue, *, mode: Mode = "hybrid", k: int = 10, filters: Filters | None = None
    ) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._mode = mode
        self._k = k
        self._filters = filters

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        titles = self._catalogue.titles
        return [NodeWithScore(node=node_of(titles[hit.id]), score=hit.score) for hit in self._hits(query_bundle)]

    def _hits(self, bundle: QueryBundle) -> list[Hit]:
        text, vector = bundle.query_str, None
        if bundle.embedding is not None:
            vector = np.asarray(bundle.embedding, dtype=np.float32)
        if self._mode == "keyword":
            return self._catalogue.keyword(text, self._k, self._filters)
        if self._mode == "hybrid":
            return self._catalogue.hybrid(text, self._k, self._filters, vector=vector)
        return self._catalogue.nearest(
            self._catalogue.embed(text) if vector is None else vector, self._k, self._filters
        )
