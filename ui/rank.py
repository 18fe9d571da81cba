"""`matinee rank`: many requests from a file, ranked titles to a file."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from matinee.agent.batch import BatchRanker
from matinee.errors import InputError
from matinee.ui.session import open_catalogue, progress_bar, settings_for


def run(source: Path, to: Path, *, k: int, catalogue: Path | None) -> None:
    """Rank every line of ``source`` into ``to``; the file appears only when complete."""
    settings = settings_for(catalogue=catalogue)
    try:
        lines = source.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{source} cannot be read: {getattr(error, 'strerror', None) or 'it is not UTF-8'}") from error
    ranker = BatchRanker(open_catalogue(settings), seed=settings.seed)
    partial = to.with_name(f".{to.name}.{os.getpid()}.part")
    bad = 0
    rows = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    try:
        with partial.open("w", encoding="utf-8") as out, progress_bar("Ranking") as progress:
            for done, (number, line) in enumerate(rows, 1):
                try:
                    result = ranker.rank_line(line, k)
                except InputError as error:
                    bad += 1
                    print(f"{source}:{number}: {error}", file=sys.stderr)
                    result = {"id": _id_of(line), "titles": [], "error": str(error)}
                out.write(json.dumps(result, ensure_ascii=False) + "\n")
                progress(done, len(rows))
        partial.replace(to)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise InputError(f"{to} cannot be written: {error.strerror}") from error
    if bad and bad == len(rows):
        raise InputError(f"no line of {source} could be used; the first fault is named above")


def _id_of(line: str) -> str | None:
    try:
        row = json.loads(line)
    except ValueError:
        return None
    return str(row["id"]) if isinstance(row, dict) and "id" in row else None
