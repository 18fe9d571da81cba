"""The starter catalogue: hand-written lines that come with Matinee."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from matinee.errors import SourceError
from matinee.index.title import GENRES, TONE_AXES, StarterTitle, Title, fold, make_id

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


@dataclass(frozen=True)
class Fault:
    """Something wrong with one line."""

    file: str
    line: int
    title: str
    text: str


def check_starter() -> tuple[int, list[Fault]]:
    """The number of lines in the starter catalogue, and everything that is wrong with them."""
    found: list[Fault] = []
    seen: dict[tuple[str, int, str], str] = {}
    count = 0
    for path in starter_files():
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            count += 1
            try:
                written = StarterTitle.model_validate_json(line)
            except ValidationError as error:
                texts = [f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()]
                found.extend(Fault(path.name, number, line[:40], text) for text in texts)
                continue
            texts = _faults(written, path.name)
            place = f"{path.name}:{number}"
            first = seen.setdefault((fold(written.title), written.year, written.kind), place)
            if first != place:
                texts.append(f"already in {first}")
            found.extend(Fault(path.name, number, written.title, text) for text in texts)
    return count, found


def _faults(title: StarterTitle, file: str) -> list[str]:
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
    decade = f"{'films' if title.kind == 'film' else 'series'}-{title.year // 10 * 10}s.jsonl"
    if file != decade:
        found.append(f"belongs in {decade}")
    if title.end_year is not None and title.end_year < title.year:
        found.append("end_year before year")
    return found


def _title(written: StarterTitle) -> Title:
    facts = written.model_dump(exclude={"title"})
    return Title(id=make_id(written.title, written.year, written.kind), name=written.title, **facts)
