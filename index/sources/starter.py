"""The starter catalogue: hand-written lines that come with Matinee."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from matinee.errors import SourceError
from matinee.index.title import GENRES, TONE_AXES, StarterTitle, Title, make_id

FOLDER = Path(__file__).resolve().parent.parent / "starter"


def starter_files() -> list[Path]:
    """The files of the starter catalogue, by name."""
    return sorted(FOLDER.glob("*.jsonl"))


def read_starter() -> Iterator[Title]:
    """The titles of the starter catalogue; :class:`SourceError` where a line is broken."""
    for path in starter_files():
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            try:
                written = StarterTitle.model_validate_json(line)
            except ValidationError as error:
                raise SourceError(
                    f"{path.name}:{number} is broken ({error.errors()[0]['msg']}): run make check-starter."
                ) from None
            yield _title(written)


def faults(line: str, file: str) -> list[str]:
    """What is wrong with one line of the starter file called ``file``, in words; empty when nothing is."""
    try:
        title = StarterTitle.model_validate(json.loads(line))
    except json.JSONDecodeError as error:
        return [f"not JSON: {error}"]
    except ValidationError as error:
        return [f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()]
    found: list[str] = []
    if set(title.tone) != set(TONE_AXES):
        found.append(f"tone axes differ: {sorted(set(title.tone) ^ set(TONE_AXES))}")
    if unknown := set(title.genres) - set(GENRES):
        found.append(f"unknown genres {sorted(unknown)}")
    if title.kind == "film" and (not title.directors or not title.runtime_minutes or title.seasons or title.creators):
        found.append("a film has directors and runtime_minutes, no creators, no seasons")
    if title.kind == "series" and not title.seasons:
        found.append("a series has seasons")
    if not title.cast and not {"documentary", "animation"} & set(title.genres):
        found.append("no cast")
    decade = f"{'films' if title.kind == 'film' else 'series'}-{title.year // 10 * 10}s"
    if not file.startswith(decade):
        found.append(f"belongs in {decade}.jsonl")
    if title.end_year is not None and title.end_year < title.year:
        found.append("end_year before year")
    return found


def _title(written: StarterTitle) -> Title:
    facts = written.model_dump(exclude={"title"})
    return Title(id=make_id(written.title, written.year, written.kind), name=written.title, **facts)
