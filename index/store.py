"""The store: titles in a LanceDB table, behind LlamaIndex's vector store interface."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from lancedb.table import Table
from llama_index.core.schema import BaseNode, TextNode
from llama_index.core.vector_stores.types import (
    BasePydanticVectorStore,
    MetadataFilters,
    VectorStoreQuery,
    VectorStoreQueryMode,
    VectorStoreQueryResult,
)
from pydantic import PrivateAttr

from matinee.errors import InputError
from matinee.index.filters import Filters
from matinee.index.hit import Hit
from matinee.index.metadata import where_metadata
from matinee.index.search import TableSearch
from matinee.index.table import create_table, index_table, open_table, row
from matinee.index.text import embedded_text
from matinee.index.title import Title
from matinee.index.where import one_of, where

Vector = npt.NDArray[np.float32]


class TitleVectorStore(BasePydanticVectorStore):
    """Titles as LlamaIndex nodes: one node a title, the node's id is the title's.

    Answers the modes ``DEFAULT`` (cosine), ``TEXT_SEARCH`` (BM25) and ``HYBRID`` (both, fused by
    reciprocal rank). Metadata filters and ``title_filters=Filters(…)`` hold inside the search.
    """

    stores_text: bool = True
    is_embedding_query: bool = True

    _table: Table = PrivateAttr()
    _search: TableSearch = PrivateAttr()

    def __init__(self, table: Table) -> None:
        super().__init__(stores_text=True)
        self._table = table
        self._search = TableSearch(table)

    @classmethod
    def create(cls, folder: Path, dimension: int) -> TitleVectorStore:
        """A new, empty store in ``folder`` for vectors of ``dimension`` numbers."""
        return cls(create_table(folder, dimension))

    @classmethod
    def open(cls, folder: Path) -> TitleVectorStore:
        """The store in ``folder``; whatever LanceDB raises where there is none."""
        return cls(open_table(folder))

    @classmethod
    def class_name(cls) -> str:
        """The name that LlamaIndex knows this class by."""
        return "TitleVectorStore"

    @property
    def client(self) -> Table:
        """The LanceDB table."""
        return self._table

    @property
    def search(self) -> TableSearch:
        """The searches of the table, in Matinee's own terms."""
        return self._search

    def __len__(self) -> int:
        return len(self._search)

    def add(self, nodes: Sequence[BaseNode], **kwargs: Any) -> list[str]:
        """Store embedded nodes made by :func:`node_of`; a node whose id is there already replaces the old one."""
        del kwargs
        rows = {node.node_id: row(title_of(node), node.get_content(), _unit(node.get_embedding())) for node in nodes}
        if rows:
            table = pa.Table.from_pylist(list(rows.values()), schema=self._table.schema)
            merge = self._table.merge_insert("id").when_matched_update_all().when_not_matched_insert_all()
            merge.execute(table)
        return [node.node_id for node in nodes]

    def index(self) -> None:
        """Build the search indexes; rows added later are found without them, only slower."""
        index_table(self._table)

    def delete(self, ref_doc_id: str, **delete_kwargs: Any) -> None:
        """Delete a title: it is its node's only document."""
        del delete_kwargs
        self._table.delete(one_of("id", [ref_doc_id]))

    def delete_nodes(
        self, node_ids: list[str] | None = None, filters: MetadataFilters | None = None, **delete_kwargs: Any
    ) -> None:
        """Delete the titles that are among ``node_ids`` and fulfil ``filters``; nothing where neither is given."""
        del delete_kwargs
        condition = _both(_ids(node_ids), _metadata(filters))
        if condition is not None:
            self._table.delete(condition)

    def clear(self) -> None:
        """Delete every title."""
        self._table.delete("true")

    def get_nodes(self, node_ids: list[str] | None = None, filters: MetadataFilters | None = None) -> list[BaseNode]:
        """The nodes among ``node_ids`` (in that order) that fulfil ``filters``; by id where no ids are given."""
        condition = _both(_ids(node_ids), _metadata(filters))
        found = {node.node_id: node for node in self._nodes(condition)}
        order = sorted(found) if node_ids is None else dict.fromkeys(i for i in node_ids if i in found)
        return [found[i] for i in order]

    def query(self, query: VectorStoreQuery, **kwargs: Any) -> VectorStoreQueryResult:
        """The best ``similarity_top_k`` titles (``hybrid_top_k``, where set, for a hybrid query).

        ``similarities`` are the scores of :class:`Hit`. Nothing found is an empty result, not an
        error. Raises :class:`InputError` for a mode not listed above, or one whose text or vector is
        missing.
        """
        title_filters: Filters | None = kwargs.get("title_filters")
        condition = _both(where(title_filters) if title_filters else None, _metadata(query.filters))
        # LlamaIndex's own index passes an empty list where it means no bound.
        condition = _both(condition, _both(_ids(query.node_ids or None), _ids(query.doc_ids or None)))
        hits = self._hits(query, condition)
        nodes = {node.node_id: node for node in self._nodes(one_of("id", (h.id for h in hits)))} if hits else {}
        return VectorStoreQueryResult(
            nodes=[nodes[h.id] for h in hits], similarities=[h.score for h in hits], ids=[h.id for h in hits]
        )

    def _hits(self, query: VectorStoreQuery, condition: str | None) -> list[Hit]:
        vector = None if query.query_embedding is None else np.asarray(query.query_embedding, dtype=np.float32)
        k = query.similarity_top_k
        if query.mode == VectorStoreQueryMode.DEFAULT and vector is not None:
            return self._search.nearest(vector, k, condition)
        if query.mode == VectorStoreQueryMode.TEXT_SEARCH and query.query_str is not None:
            return self._search.keyword(query.query_str, k, condition)
        if query.mode == VectorStoreQueryMode.HYBRID and vector is not None and query.query_str is not None:
            return self._search.hybrid(query.query_str, vector, query.hybrid_top_k or k, condition)
        raise InputError(f"a {query.mode.value} query needs a vector (default), a text (text_search) or both (hybrid).")

    def _nodes(self, condition: str | None) -> list[TextNode]:
        query = self._table.search().select(["text", "record"])
        found = (query.where(condition) if condition else query).limit(len(self)).to_arrow()
        return [
            node_of(Title.model_validate_json(record), text)
            for text, record in zip(found["text"].to_pylist(), found["record"].to_pylist(), strict=True)
        ]


def node_of(title: Title, text: str | None = None) -> TextNode:
    """``title`` as a node: its embedded text, and all its facts as metadata that is not embedded."""
    facts = title.model_dump(mode="json", exclude_defaults=True)
    return TextNode(
        id_=title.id,
        text=embedded_text(title) if text is None else text,
        metadata=facts,
        excluded_embed_metadata_keys=list(facts),
    )


def title_of(node: BaseNode) -> Title:
    """The title that :func:`node_of` made ``node`` of."""
    return Title.model_validate(node.metadata)


def _unit(vector: Sequence[float]) -> Vector:
    array = np.asarray(vector, dtype=np.float32)
    length = float(np.linalg.norm(array))
    return array / np.float32(length) if length > 0 else array


def _ids(ids: list[str] | None) -> str | None:
    return None if ids is None else one_of("id", ids)


def _metadata(filters: MetadataFilters | None) -> str | None:
    return where_metadata(filters) if filters else None


def _both(one: str | None, other: str | None) -> str | None:
    return f"({one}) AND ({other})" if one and other else one or other
