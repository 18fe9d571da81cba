"""The index of the starter catalogue: there before the first question, and made anew when its lines change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from matinee.errors import CatalogueError
from matinee.index.embedding import Embedder, embedder_name
from matinee.index.manifest import CatalogueInfo, read_manifest
from matinee.index.snapshot import FOLDER as SNAPSHOT
from matinee.index.sources.source import starter_digest, starter_source

if TYPE_CHECKING:
    from matinee.index.build import Progress

LONGEST_WAIT_S = 900.0
"""How long a second process waits for the first to finish building."""


def ensure_starter(folder: Path, embedder: Embedder, progress: Progress | None = None) -> CatalogueInfo:
    """The manifest of the starter catalogue in ``folder``, built first where missing, damaged or outdated.

    It is outdated where the starter's files, the embedder or the schema have changed. When it is
    not, this costs one hash of the files. Raises as :func:`matinee.index.build.build` does.
    """
    if info := _current(folder, embedder):
        return info
    from matinee.index.build import build_lock, build_locked

    with build_lock(folder, LONGEST_WAIT_S):
        return _current(folder, embedder) or build_locked([starter_source()], folder, embedder, progress=progress)


def _current(folder: Path, embedder: Embedder) -> CatalogueInfo | None:
    try:
        info = read_manifest(folder)
    except CatalogueError:
        return None
    same = info.embedder == embedder_name(embedder) and [s.digest for s in info.sources] == [starter_digest()]
    return info if same and (folder / info.data / SNAPSHOT).is_dir() else None
