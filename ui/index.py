"""`matinee index build` and `matinee index info`."""

from __future__ import annotations

import json
from pathlib import Path

from rich.console import Console

from matinee.errors import InputError
from matinee.ui.session import open_embedder, progress_bar, settings_for


def build(source: str, paths: list[Path], to: Path) -> None:
    """Build a catalogue at ``to`` and say what came of it."""
    from matinee.index.build import build_from

    if source not in {"jsonl", "starter"}:
        raise InputError(f'there is no source "{source}"; use --source jsonl or --source starter')
    if source == "jsonl" and not paths:
        raise InputError("name the JSON Lines file: matinee index build --source jsonl FILE --to DIR")
    embedder = open_embedder(settings_for())
    with progress_bar("Building") as progress:
        report = build_from(source, paths, to, embedder, progress)
    console = Console(highlight=False)
    console.print(f"{report.info.titles:,} titles in {to}", markup=False)
    if report.quarantined:
        console.print(f"{report.quarantined:,} bad rows, listed in {report.quarantine}", markup=False)


def info(directory: Path | None, *, as_json: bool) -> None:
    """Print the catalogue's manifest."""
    from matinee.index.catalogue import read_info

    settings = settings_for()
    found = read_info(directory or settings.catalogue or settings.starter_dir)
    if as_json:
        print(json.dumps(found.public(), ensure_ascii=False))
        return
    for name, value in found.public().items():
        print(f"{name:<10}{', '.join(map(str, value)) if isinstance(value, list) else value}")
