"""`matinee tone`: how much titles are anything that people call films."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from matinee.errors import InputError
from matinee.ui.session import open_catalogue, open_embedder, settings_for


def run(axis: str, source: Path, to: Path, *, catalogue: Path | None, predicted: bool) -> None:
    """Score every line of ``source`` into ``to``; the file appears only when complete."""
    from matinee.index.tone.batch import TraitScorer
    from matinee.index.tone.traits import parse_trait

    settings = settings_for(catalogue=catalogue)
    lines = _lines(source)
    embedder = open_embedder(settings)
    trait = parse_trait(axis, embedder)
    results = TraitScorer(open_catalogue(settings), embedder, predicted=predicted).score_lines(trait, lines)
    _write(to, results)
    if trait.nearest:
        print(f"{axis!r} is not a word I know; guessed from {', '.join(trait.nearest)}.", file=sys.stderr)
    bad = [(number, result["error"]) for number, result in enumerate(results, 1) if "error" in result]
    for number, why in bad:
        print(f"{source}:{number}: {why}", file=sys.stderr)
    if results and len(bad) == len(results):
        raise InputError(f"no line of {source} could be used; the first fault is named above")


def _lines(source: Path) -> list[str]:
    try:
        text = source.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{source} cannot be read: {getattr(error, 'strerror', None) or 'it is not UTF-8'}") from None
    # Not splitlines(), which would also cut at the line separators that a JSON string may hold.
    return text.removesuffix("\n").split("\n") if text.strip() else []


def _write(to: Path, results: list[dict[str, object]]) -> None:
    partial = to.with_name(f".{to.name}.{os.getpid()}.part")
    try:
        with partial.open("w", encoding="utf-8") as out:
            out.writelines(json.dumps(result, ensure_ascii=False) + "\n" for result in results)
        partial.replace(to)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise InputError(f"{to} cannot be written: {error.strerror}") from error
