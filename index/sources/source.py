"""What every source gives: titles, and the rows that could not be one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from matinee.errors import SourceError
from matinee.index.sources.generic import read_csv, read_json, read_jsonl_mapped, read_parquet
from matinee.index.sources.imdb import read_imdb
from matinee.index.sources.jsonl import read_jsonl
from matinee.index.sources.movielens import read_movielens
from matinee.index.sources.row import KEYS, BadRow
from matinee.index.sources.starter import read_starter, starter_files
from matinee.index.sources.streaming import read_streaming
from matinee.index.sources.tmdb import read_tmdb
from matinee.index.title import Title

Reader = Callable[[Path], Iterator[Title | BadRow]]
"""Reads one file; raises :class:`SourceError` where nothing in it is usable."""

READERS: dict[str, Reader] = {
    "imdb": read_imdb,
    "movielens": read_movielens,
    "streaming-csv": read_streaming,
    "tmdb": read_tmdb,
}
"""Sources with columns of their own."""

MAPPED: dict[str, Callable[[Path, Mapping[str, str]], Iterator[Title | BadRow]]] = {
    "csv": read_csv,
    "json": read_json,
    "jsonl": read_jsonl_mapped,
    "parquet": read_parquet,
}
"""Sources whose columns may be mapped."""

KINDS = ("starter", *sorted((*READERS, *MAPPED)))
FOLDERS = frozenset({"imdb", "movielens"})
"""Sources that may be a folder of files."""


@dataclass(frozen=True)
class Source:
    """One file (or the starter catalogue) to build from."""

    kind: str
    place: str
    """The path as given; empty for the starter catalogue."""
    rows: Iterable[Title | BadRow]
    digest: str = ""
    """SHA-256 of the bytes, hexadecimal."""


def open_sources(kind: str, paths: Sequence[Path], columns: Mapping[str, str] | None = None) -> list[Source]:
    """The sources of that kind: ``starter`` (no path), or one for each of ``paths``.

    ``columns`` says for a generic table which column holds a title's key: ``{"title": "name"}``.
    Raises :class:`SourceError` for an unknown kind or key, a wrong number of paths, or a file that cannot be read.
    """
    if kind == "starter":
        if paths:
            raise SourceError("the starter catalogue comes with Matinee: give it no path.")
        return [starter_source()]
    if kind not in KINDS:
        raise SourceError(f"source {kind!r} is not known: write one of {', '.join(KINDS)}.")
    if not paths:
        raise SourceError(f"name the files to read: matinee index build --source {kind} FILE… --to DIR.")
    if columns and kind not in MAPPED:
        raise SourceError(f"a {kind} source has columns of its own: leave --map out, or use csv, json or parquet.")
    if unknown := [key for key in columns or {} if key not in KEYS]:
        raise SourceError(f"a title has no {', '.join(unknown)}: map to {', '.join(sorted(KEYS))}.")
    return [Source(kind, str(path), _rows(kind, path, columns), _source_digest(kind, path, columns)) for path in paths]


def _rows(kind: str, path: Path, columns: Mapping[str, str] | None) -> Iterator[Title | BadRow]:
    if kind in READERS:
        return READERS[kind](path)
    return read_jsonl(path) if kind == "jsonl" and not columns else MAPPED[kind](path, columns or {})


def _source_digest(kind: str, path: Path, columns: Mapping[str, str] | None) -> str:
    inside = sorted(p for p in path.iterdir() if p.is_file()) if kind in FOLDERS and path.is_dir() else [path]
    digest = _digest(inside)
    if not columns:
        return digest
    return hashlib.sha256(f"{digest}{sorted(columns.items())}".encode()).hexdigest()


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
