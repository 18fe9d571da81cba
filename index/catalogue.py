"""The catalogue: titles in memory, and the searches over their index on disk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

import numpy as np
import numpy.typing as npt
from llama_index.core.base.embeddings.base import BaseEmbedding
from pydantic import TypeAdapter

from matinee.errors import CatalogueDamaged, CatalogueMismatch, InputError
from matinee.index.embedding import embedder_name
from matinee.index.filters import Filters
from matinee.index.manifest import CatalogueInfo, read_manifest
from matinee.index.merge import other_ids
from matinee.index.retriever import Mode, TitleRetriever
from matinee.index.store import Hit, TitleVectorStore
from matinee.index.table import SCALARS
from matinee.index.title import TONE_AXES, Title, fold
from matinee.index.where import where

__all__ = ["Catalogue", "Hit", "open_catalogue"]

Vector = npt.NDArray[np.float32]

_TITLES = TypeAdapter(list[Title])


def open_catalogue(folder: Path, embedder: BaseEmbedding) -> Catalogue:
    """The catalogue in ``folder``, with all its titles in memory.

    Raises :class:`CatalogueMissing`, :class:`CatalogueDamaged`, or :class:`CatalogueMismatch` where
    another embedder or schema built it; the text names the command that builds it again.
    """
    info = read_manifest(folder)
    if info.embedder != embedder_name(embedder):
        raise CatalogueMismatch(
            f"{folder} was built with the embedder {info.embedder}, and {embedder_name(embedder)} is set: "
            f"set MATINEE_EMBEDDER={info.embedder}, or rebuild it with {info.rebuild(folder)}."
        )
    try:
        store = TitleVectorStore.open(folder / info.data)
        ids, records = store.records()
        titles = dict(zip(ids, _TITLES.validate_json(f"[{','.join(records)}]"), strict=True))
    except (OSError, RuntimeError, ValueError) as error:
        raise CatalogueDamaged(
            f"the catalogue in {folder} is damaged ({str(error).splitlines()[0][:120]}): "
            f"rebuild it with {info.rebuild(folder)}."
        ) from error
    if len(titles) != info.titles:
        raise CatalogueDamaged(
            f"the catalogue in {folder} is damaged ({len(titles)} of {info.titles} titles are there): "
            f"rebuild it with {info.rebuild(folder)}."
        )
    return Catalogue(info, store, embedder, titles)


class Catalogue:
    """Titles, their vectors and vocabularies, and the searches over them.

    Every search takes :class:`Filters`, which hold inside it, and gives at most ``k`` hits, best first.
    """

    def __init__(
        self, info: CatalogueInfo, store: TitleVectorStore, embedder: BaseEmbedding, titles: Mapping[str, Title]
    ) -> None:
        self.info = info
        self.titles: Mapping[str, Title] = MappingProxyType(dict(titles))
        """Id to title, by id."""
        self._store = store
        self._embedder = embedder

    def embed(self, text: str) -> Vector:
        """The unit vector of ``text``, as the catalogue's own embedder sees it."""
        vector = np.asarray(self._embedder.get_query_embedding(text), dtype=np.float32)
        unit: Vector = vector / np.float32(max(float(np.linalg.norm(vector)), 1e-12))
        return unit

    def vector(self, ident: str) -> Vector:
        """The unit vector of one title; :class:`KeyError` for an unknown id."""
        row: Vector = self.vectors([ident])[0]
        return row

    def vectors(self, ids: Sequence[str]) -> Vector:
        """The unit vectors of ``ids``, a row each in that order; :class:`KeyError` for an unknown id."""
        places, matrix = self._matrix
        rows: Vector = matrix[[places[ident] for ident in ids]]
        return rows

    def nearest(self, vector: Vector, k: int, filters: Filters | None = None) -> list[Hit]:
        """The titles nearest to ``vector``; the score is the cosine similarity, 0 where it is negative."""
        return self._store.nearest(vector, k, where(filters or Filters()))

    def keyword(self, text: str, k: int, filters: Filters | None = None) -> list[Hit]:
        """The titles that best match the words of ``text`` (BM25), whatever it holds; the score saturates towards 1."""
        return self._store.keyword(text, k, where(filters or Filters()))

    def matching(self, filters: Filters, k: int, order: tuple[str, int] = ("fame", 1)) -> list[Hit]:
        """Titles by facts alone, ordered by a tone axis or number column and 1 (highest first) or -1.

        The score of a tone or fame is its value (or 1 less it, where the lowest come first) and 0
        where unknown; that of any other column falls from 1 with the rank.
        """
        name, sign = order
        column = f"tone_{name}" if name in TONE_AXES else name
        if column not in {*SCALARS, *(f"tone_{axis}" for axis in TONE_AXES)}:
            raise InputError(f"titles cannot be ordered by {name!r}: write one of {', '.join([*TONE_AXES, *SCALARS])}.")
        by_fame = [] if column == "fame" else [("fame", 1)]
        found = self._store.matching(k, where(filters), [(column, sign), *by_fame])
        if column == "fame" or name in TONE_AXES:
            return [Hit(i, 0.0 if value is None else value if sign > 0 else 1.0 - value) for i, value in found]
        return [Hit(i, 1.0 - rank / len(found)) for rank, (i, _) in enumerate(found)]

    def retriever(self, mode: Mode = "hybrid", k: int = 10, filters: Filters | None = None) -> TitleRetriever:
        """A LlamaIndex retriever over this catalogue."""
        return TitleRetriever(self._store, self._embedder, mode=mode, k=k, filters=filters)

    @cached_property
    def themes(self) -> Mapping[str, int]:
        """Theme phrase to the number of titles that have it, most frequent first."""
        return dict(Counter(theme for title in self.titles.values() for theme in title.themes).most_common())

    @cached_property
    def people(self) -> Mapping[str, str]:
        """Folded name to display name of every director, creator and actor."""
        return _vocabulary((*t.directors, *t.creators, *t.cast) for t in self.titles.values())

    @cached_property
    def genres(self) -> Mapping[str, str]:
        """Folded name to display name of every genre."""
        return _vocabulary(t.genres for t in self.titles.values())

    @cached_property
    def languages(self) -> Mapping[str, str]:
        """Folded name to display name of every language."""
        return _vocabulary(t.languages for t in self.titles.values())

    @cached_property
    def countries(self) -> Mapping[str, str]:
        """Folded name to display name of every country."""
        return _vocabulary(t.countries for t in self.titles.values())

    @cached_property
    def aliases(self) -> Mapping[str, str]:
        """The ids of records that were merged into another title, to that title's id."""
        return {other: t.id for t in self.titles.values() for other in other_ids(t) if other not in self.titles}

    @cached_property
    def _matrix(self) -> tuple[dict[str, int], Vector]:
        ids, matrix = self._store.vectors()
        return {ident: place for place, ident in enumerate(ids)}, matrix


def _vocabulary(values: Iterable[Iterable[str]]) -> dict[str, str]:
    names = dict.fromkeys(name for group in values for name in group)
    return {folded: name for name in reversed(names) if (folded := fold(name))}
