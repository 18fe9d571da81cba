"""`matinee index build` and `matinee index info`."""

from __future__ import annotations

import json
from pathlib import Path

from matinee.ui.session import open_embedder, progress_bar, settings_for


def build(source: str, paths: list[Path], to: Path) -> None:
    """Build a catalogue at ``to`` and say what came of it."""
    from matinee.index.build import build as built
    from matinee.index.manifest import QUARANTINE
    from matinee.index.sources.source import open_sources

    sources = open_sources(source, paths)
    with progress_bar("Building") as progress:
        info = built(sources, to, open_embedder(settings_for()), progress=progress)
    bad = sum(s.bad for s in info.sources)
    print(f"{info.titles:,} titles in {to}")
    if bad:
        print(f"{bad:,} bad rows, each with its line and reason in {to / QUARANTINE}")


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
