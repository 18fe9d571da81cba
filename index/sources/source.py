"""What every source gives: titles, and the rows that could not be one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from matinee.errors import SourceError
from matinee.index.sources.jsonl import read_jsonl
from matinee.index.sources.row import BadRow
from matinee.index.sources.starter import read_starter, starter_files
from matinee.index.sources.streaming import read_streaming
from matinee.index.title import Title

Reader = Callable[[Path], Iterator[Title | BadRow]]
"""Reads one file; raises :class:`SourceError` where nothing in it is usable."""

READERS: dict[str, Reader] = {"jsonl": read_jsonl, "streaming-csv": read_streaming}


@dataclass(frozen=True)
class Source:
    """One file (or the starter catalogue) to build from."""

    kind: str
    place: str
    """The path as given; empty for the starter catalogue."""
    rows: Iterable[Title | BadRow]
    digest: str = ""
    """SHA-256 of the bytes, hexadecimal."""


def open_sources(kind: str, paths: Sequence[Path]) -> list[Source]:
    """The sources of that kind: ``starter`` (no path), or one for each of ``paths``.

    Raises :class:`SourceError` for an unknown kind, a wrong number of paths, or a file that cannot be read.
    """
    if kind == "starter":
        if paths:
            raise SourceError("the starter catalogue comes with Matinee: give it no path.")
        return [starter_source()]
    if kind not in READERS:
        raise SourceError(f"source {kind!r} is not known: write one of {', '.join(['starter', *sorted(READERS)])}.")
    if not paths:
        raise SourceError(f"name the files to read: matinee index build --source {kind} FILE… --to DIR.")
    return [Source(kind, str(path), READERS[kind](path), _digest([path])) for path in paths]


def starter_source() -> Source:
    """The starter catalogue."""
    return Source("starter", "", read_starter(), starter_digest())


def starter_digest() -> str:
    """SHA-256 over the starter's files: changes when any of them does, and costs no parsing."""
    return _digest(starter_files())


def _digest(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        if path.is_dir():
            raise SourceError(f"{path} is a folder: name the file itself.")
        try:
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
        except OSError as error:
            raise SourceError(f"{path} cannot be read ({error.strerror}).") from None
    return digest.hexdigest()
