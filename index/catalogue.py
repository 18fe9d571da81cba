"""The catalogue: titles in memory, and the searches over their index on disk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from pydantic import TypeAdapter

from matinee.errors import CatalogueDamaged, CatalogueMismatch, InputError
from matinee.index.columns import SCALARS
from matinee.index.embedding import Embedder, embedder_name
from matinee.index.filters import Filters
from matinee.index.hit import Hit, fuse, fused_depth
from matinee.index.manifest import CatalogueInfo, read_manifest
from matinee.index.merge import other_ids
from matinee.index.scan import SCAN_UP_TO, Scan
from matinee.index.snapshot import read_snapshot
from matinee.index.title import TONE_AXES, Title, fold
from matinee.index.together import Together
from matinee.index.where import where

if TYPE_CHECKING:
    from matinee.index.retriever import Mode, TitleRetriever
    from matinee.index.search import TableSearch

__all__ = ["Catalogue", "Hit", "open_catalogue"]

Vector = npt.NDArray[np.float32]

_TITLES = TypeAdapter(list[Title])


def open_catalogue(folder: Path, embedder: Embedder) -> Catalogue:
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
    data = folder / info.data
    snapshot = read_snapshot(data)
    try:
        records = snapshot.records if snapshot else _open_table(data).records()
        titles = {title.id: title for title in _TITLES.validate_json(records)}
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
    return Catalogue(info, data, embedder, titles, snapshot.vectors if snapshot else None)


class Catalogue:
    """Titles, their vectors and vocabularies, and the searches over them.

    Every search takes :class:`Filters`, which hold inside it, and gives at most ``k`` hits, best first.
    Up to SCAN_UP_TO titles, vectors and facts are searched in memory; words always, and everything
    in a larger catalogue, in the LanceDB table, which is opened when it is first needed.
    """

    def __init__(
        self,
        info: CatalogueInfo,
        data: Path,
        embedder: Embedder,
        titles: Mapping[str, Title],
        vectors: Vector | None = None,
    ) -> None:
        """``data`` is the table's folder; ``titles`` stand by id, and so do ``vectors``, where at hand."""
        self.info = info
        self.titles: Mapping[str, Title] = MappingProxyType(dict(titles))
        """Id to title, by id."""
        self._data = data
        self._embedder = embedder
        self._vectors = vectors
        # A wish is searched for again with each condition that gives way, and its words stay the same.
        self._embed = lru_cache(maxsize=16)(self._embed_anew)

    @property
    def embedder(self) -> Embedder:
        """The embedder that built the catalogue."""
        return self._embedder

    def embed(self, text: str) -> Vector:
        """The unit vector of ``text``, as the catalogue's own embedder sees it; not to be written to."""
        return self._embed(text)

    def _embed_anew(self, text: str) -> Vector:
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
        wanted = filters or Filters()
        if self._scan:
            return self._scan.nearest(vector, k, wanted)
        with self._reading() as table:
            return table.nearest(vector, k, where(wanted))

    def keyword(self, text: str, k: int, filters: Filters | None = None) -> list[Hit]:
        """The titles that best match the words of ``text`` (BM25), whatever it holds; the score saturates towards 1."""
        condition = where(filters or Filters())
        with self._reading() as table:
            return table.keyword(text, k, condition)

    def by_text(
        self, text: str, k: int, filters: Filters | None = None, *, vector: Vector | None = None
    ) -> tuple[list[Hit], list[Hit]]:
        """What :meth:`nearest` finds by the meaning of ``text`` and :meth:`keyword` by its words, searched at once.

        ``vector`` is that of ``text``, where at hand.
        """
        with ThreadPoolExecutor(1) as beside:
            worded = beside.submit(self.keyword, text, k, filters)
            near = self.nearest(self.embed(text) if vector is None else vector, k, filters)
            return near, worded.result()

    def hybrid(self, text: str, k: int, filters: Filters | None = None, *, vector: Vector | None = None) -> list[Hit]:
        """The titles that answer ``text`` by both its words and its meaning, fused by reciprocal rank."""
        return fuse(*self.by_text(text, fused_depth(k), filters, vector=vector))[:k]

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
        columns = [(column, sign), *by_fame]
        if self._scan:
            found = self._scan.matching(k, filters, columns)
        else:
            with self._reading() as table:
                found = table.matching(k, where(filters), columns)
        if column == "fame" or name in TONE_AXES:
            return [Hit(i, 0.0 if value is None else value if sign > 0 else 1.0 - value) for i, value in found]
        return [Hit(i, 1.0 - rank / len(found)) for rank, (i, _) in enumerate(found)]

    def retriever(self, mode: Mode = "hybrid", k: int = 10, filters: Filters | None = None) -> TitleRetriever:
        """A LlamaIndex retriever over this catalogue."""
        from matinee.index.retriever import TitleRetriever

        return TitleRetriever(self, mode=mode, k=k, filters=filters)

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
    def together(self) -> Together | None:
        """What people like together with which title, where ratings were learnt; else None."""
        learnt = Together.load(self._data.parent)
        return learnt.mapped(self.aliases, self.titles) if learnt else None

    @cached_property
    def _matrix(self) -> tuple[dict[str, int], Vector]:
        """Id to row, and the unit vectors, by id."""
        places = {ident: place for place, ident in enumerate(self.titles)}
        if self._vectors is not None:
            return places, self._vectors
        with self._reading() as table:
            return places, table.vectors()

    @cached_property
    def _scan(self) -> Scan | None:
        return Scan(self.titles, self._matrix[1]) if len(self.titles) <= SCAN_UP_TO else None

    @cached_property
    def _table(self) -> TableSearch:
        return _open_table(self._data)

    @contextmanager
    def _reading(self) -> Iterator[TableSearch]:
        """The table; LanceDB's complaints become one line."""
        try:
            yield self._table
        except (OSError, RuntimeError, ValueError) as error:
            folder = self._data.parent
            raise CatalogueDamaged(
                f"the catalogue in {folder} can no longer be read ({str(error).splitlines()[0][:120]}): start again "
                f"if it was rebuilt meanwhile, else rebuild it with {self.info.rebuild(folder)}."
            ) from error


def _open_table(data: Path) -> TableSearch:
    # LanceDB takes a second to load, and most catalogues answer most requests without it.
    from matinee.index.search import TableSearch

    return TableSearch.open(data)


def _vocabulary(values: Iterable[Iterable[str]]) -> dict[str, str]:
    names = dict.fromkeys(name for group in values for name in group)
    return {folded: name for name in reversed(names) if (folded := fold(name))}
