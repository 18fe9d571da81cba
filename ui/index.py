"""`matinee index`: build, add, remove, verify, learn, info."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from matinee.ui.session import open_embedder, progress_bar, settings_for

if TYPE_CHECKING:
    from matinee.index.manifest import CatalogueInfo


def build(source: str, paths: list[Path], to: Path, *, columns: list[str], force: bool) -> None:
    """Build a catalogue at ``to`` and say what came of it."""
    from matinee.index.build import build as built
    from matinee.index.build import unchanged
    from matinee.index.sources.source import open_sources

    embedder = open_embedder(settings_for())
    sources = open_sources(source, paths, _columns(columns))
    if not force and (found := unchanged(sources, to, embedder)):
        print(f"{found.titles:,} titles in {to}; nothing has changed since they were built (--force builds anew)")
        return
    with progress_bar("Building") as progress:
        info = built(sources, to, embedder, progress=progress)
    _told(info, to)


def add(folder: Path, source: str, paths: list[Path], *, columns: list[str]) -> None:
    """Add the titles of more files to a catalogue."""
    from matinee.index.manage import add as added
    from matinee.index.manifest import read_manifest
    from matinee.index.sources.source import open_sources

    before = read_manifest(folder)
    sources = open_sources(source, paths, _columns(columns))
    with progress_bar("Adding") as progress:
        info = added(folder, sources, open_embedder(settings_for()), progress=progress)
    if info.data == before.data:
        print(f"{info.titles:,} titles in {folder}; these files are in it already")
        return
    print(f"{info.titles - before.titles:+,} titles")
    _told(info, folder)


def remove(folder: Path, names: list[str]) -> None:
    """Take titles out of a catalogue."""
    from matinee.index.manage import remove as removed

    with progress_bar("Removing") as progress:
        info, gone = removed(folder, names, open_embedder(settings_for()), progress=progress)
    print(f"Removed {', '.join(title.label for title in gone)}")
    print(f"{info.titles:,} titles in {folder}")


def verify(folder: Path) -> int:
    """Check a catalogue; the exit code."""
    from matinee.index.manage import verify as verified

    faults = verified(folder, open_embedder(settings_for()))
    for fault in faults:
        print(fault)
    if not faults:
        print(f"{folder} is sound")
    return 1 if faults else 0


def learn(folder: Path, ratings: Path, movies: Path | None) -> None:
    """Train what is liked together, and keep it beside the catalogue."""
    from matinee.index.catalogue import open_catalogue
    from matinee.index.ratings import read_likes
    from matinee.index.together import Together

    catalogue = open_catalogue(folder, open_embedder(settings_for()))
    likes = read_likes(ratings, movies or ratings.with_name("movies.csv"), catalogue)
    model = Together.train(likes.baskets)
    model.save(folder)
    print(f"{likes.ratings:,} ratings by {len(likes.baskets):,} people")
    print(f"{likes.linked:,} of {likes.films:,} films are in the catalogue")
    print(f"{len(model.ids):,} titles know what is liked together with them")


def _told(info: CatalogueInfo, to: Path) -> None:
    from matinee.index.manifest import QUARANTINE

    print(f"{info.titles:,} titles in {to}")
    if bad := sum(s.bad for s in info.sources):
        print(f"{bad:,} bad rows, each with its line and reason in {to / QUARANTINE}")


def _columns(written: list[str]) -> dict[str, str]:
    """``title=name`` as a map."""
    from matinee.errors import InputError

    pairs = [text.partition("=") for text in written]
    if wrong := next((text for text, (key, _, name) in zip(written, pairs, strict=True) if not key or not name), None):
        raise InputError(f"--map {wrong} is no map: write KEY=COLUMN, such as --map title=name.")
    return {key.strip(): name.strip() for key, _, name in pairs}


def info(directory: Path | None, *, as_json: bool) -> None:
    """Print what a catalogue holds and what built it."""
    from matinee.index.manifest import read_manifest

    settings = settings_for()
    found = read_manifest(directory or settings.catalogue or settings.starter_dir)
    sources = [source.model_dump(mode="json") for source in found.sources]
    if as_json:
        told = {"titles": found.titles, "version": found.version, "schema": found.schema_version,
                "embedder": found.embedder, "sources": sources}  # fmt: skip
        print(json.dumps(told, ensure_ascii=False))
        return
    print(f"titles    {found.titles:,}")
    print(f"version   {found.version}")
    print(f"schema    {found.schema_version}")
    print(f"embedder  {found.embedder}")
    print(f"built     {found.built_at:%Y-%m-%d %H:%M} UTC")
    for read in found.sources:
        print(f"source    {read.place or read.kind}: {read.rows:,} rows, {read.bad:,} bad")
