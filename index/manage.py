"""Changing a catalogue that is there: titles added from more sources, titles removed, and a check of its soundness."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from matinee.errors import InputError, MatineeError
from matinee.index.build import Progress, build_lock, build_locked
from matinee.index.catalogue import open_catalogue
from matinee.index.embedding import Embedder
from matinee.index.manifest import CatalogueInfo, read_manifest
from matinee.index.search import TableSearch
from matinee.index.sources.source import Source
from matinee.index.title import Title

SAMPLE = 25
"""How many titles are searched for when a catalogue is checked."""


def add(
    folder: Path, sources: Sequence[Source], embedder: Embedder, *, progress: Progress | None = None
) -> CatalogueInfo:
    """The catalogue with the titles of ``sources`` as well, merged as in a build; what is there keeps its vectors.

    Sources that are in it already are left out; raises as :func:`matinee.index.build.build` does.
    """
    with build_lock(folder):
        info = read_manifest(folder)
        held = {(s.kind, s.place, s.digest) for s in info.sources}
        fresh = [s for s in sources if not s.digest or (s.kind, s.place, s.digest) not in held]
        if not fresh:
            return info
        return _rebuilt(folder, info, fresh, embedder, progress)


def remove(
    folder: Path, names: Sequence[str], embedder: Embedder, *, progress: Progress | None = None
) -> tuple[CatalogueInfo, list[Title]]:
    """The catalogue without the titles of those ids or labels (``Dark (2017)``), and the titles that went.

    Raises :class:`InputError` for a name that is not there, or one that several titles have.
    """
    with build_lock(folder):
        info = read_manifest(folder)
        catalogue = open_catalogue(folder, embedder)
        gone = {title.id: title for name in names for title in [_one(name, catalogue.titles.values())]}
        if len(gone) == len(catalogue.titles):
            raise InputError(f"that is every title there is: delete {folder} instead.")
        kept = (title for ident, title in catalogue.titles.items() if ident not in gone)
        return _rebuilt(folder, info, [], embedder, progress, kept), list(gone.values())


def verify(folder: Path, embedder: Embedder) -> list[str]:
    """What is wrong with the catalogue, a line a fault; empty where it is sound.

    It is opened, every record read, every vector looked at, and some titles searched for by name, by
    vector and by facts.
    """
    try:
        info = read_manifest(folder)
        catalogue = open_catalogue(folder, embedder)
        table = TableSearch.open(folder / info.data)
    except MatineeError as error:
        return [str(error)]
    except (OSError, RuntimeError, ValueError) as error:
        return [f"the table in {folder / info.data} cannot be opened ({str(error).splitlines()[0][:160]})"]
    return list(_faults(info, list(catalogue.titles.values()), table))


def _faults(info: CatalogueInfo, titles: Sequence[Title], table: TableSearch) -> Iterator[str]:
    try:
        if len(table) != info.titles:
            yield f"the table holds {len(table)} titles and the manifest says {info.titles}"
        vectors = table.vectors()
        if vectors.shape != (info.titles, info.dimension):
            yield f"the vectors are {vectors.shape} and should be {(info.titles, info.dimension)}"
        lengths = np.linalg.norm(vectors, axis=1)
        if not np.isfinite(lengths).all() or (np.abs(lengths - 1) > 1e-3).any():
            yield f"{int((~np.isfinite(lengths) | (np.abs(lengths - 1) > 1e-3)).sum())} vectors are no unit vectors"
            return
        step = max(1, len(titles) // SAMPLE)
        for place in range(0, len(titles), step):
            title = titles[place]
            if title.id not in {hit.id for hit in table.nearest(vectors[place], 5)}:
                yield f"{title.label} is not found by its own vector"
            if title.id not in {hit.id for hit in table.keyword(title.name, 200)}:
                yield f"{title.label} is not found by its own name"
    except (OSError, RuntimeError, ValueError) as error:
        yield f"the table cannot be read ({str(error).splitlines()[0][:160]})"


def _rebuilt(
    folder: Path,
    info: CatalogueInfo,
    sources: Sequence[Source],
    embedder: Embedder,
    progress: Progress | None,
    titles: Iterable[Title] | None = None,
) -> CatalogueInfo:
    held = open_catalogue(folder, embedder).titles.values() if titles is None else titles
    own = Source("catalogue", str(folder), held)
    return build_locked([own, *sources], folder, embedder, progress=progress, read_before=info.sources)


def _one(name: str, titles: Iterable[Title]) -> Title:
    found = [t for t in titles if name in (t.id, t.label)] or [t for t in titles if t.name == name]
    if not found:
        raise InputError(f"there is no title {name!r}: write its id, or its name with the year, as in “Dark (2017)”.")
    if len(found) > 1:
        rivals = ", ".join(f"{t.label} [{t.id}]" for t in found[:6])
        raise InputError(f"several titles are called {name}: {rivals}. Write one by its id.")
    return found[0]
