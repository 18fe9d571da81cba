"""A copy of a small catalogue's titles and vectors beside its table, which opens without LanceDB.

The table stays what counts: a copy that is damaged, or was made of another state of it, is not used.
"""

from __future__ import annotations

import io
import json
import os
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

FOLDER = "snapshot"
RECORDS = "records.json"
VECTORS = "vectors.npy"
MADE_OF = "made_of.json"


@dataclass(frozen=True)
class Snapshot:
    """Titles as a JSON array by id, and their unit vectors, a row each in the same order."""

    records: bytes
    vectors: npt.NDArray[np.float32]


def write_snapshot(data: Path, snapshot: Snapshot) -> None:
    """Put ``snapshot`` beside the table in the folder ``data`` that it was taken of."""
    folder = data / FOLDER
    folder.mkdir()
    written = {RECORDS: snapshot.records, VECTORS: _npy(snapshot.vectors)}
    for name, content in written.items():
        (folder / name).write_bytes(content)
    (folder / MADE_OF).write_text(json.dumps(_state(data, written)), encoding="utf-8")


def read_snapshot(data: Path) -> Snapshot | None:
    """The snapshot beside the table in the folder ``data``; None where there is none that can be trusted."""
    folder = data / FOLDER
    try:
        made_of = json.loads((folder / MADE_OF).read_text(encoding="utf-8"))
        read = {name: (folder / name).read_bytes() for name in (RECORDS, VECTORS)}
        if made_of != _state(data, read):
            return None
        return Snapshot(read[RECORDS], np.load(io.BytesIO(read[VECTORS]), allow_pickle=False))
    except (OSError, ValueError):
        return None


def _npy(vectors: npt.NDArray[np.float32]) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, vectors, allow_pickle=False)
    return buffer.getvalue()


def _state(data: Path, contents: Mapping[str, bytes]) -> dict[str, int]:
    """Checksums of a snapshot's files, and the table's files by size: every change of a Lance table adds files."""
    sizes: dict[str, int] = {}
    for place, folders, files in os.walk(data):
        if Path(place) == data and FOLDER in folders:
            folders.remove(FOLDER)
        sizes.update((os.path.relpath(path, data), os.stat(path).st_size) for path in (f"{place}/{f}" for f in files))
    return {**sizes, **{f"{FOLDER}/{name}": zlib.crc32(content) for name, content in contents.items()}}
