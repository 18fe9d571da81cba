"""The manifest of a catalogue: what is in the folder, and what built it."""

from __future__ import annotations

import os
import shlex
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from matinee.errors import CatalogueDamaged, CatalogueMismatch, CatalogueMissing

SCHEMA = 1
"""The version of a catalogue's layout on disk; another one is not read."""

MANIFEST = "manifest.json"
QUARANTINE = "quarantine.jsonl"
LOCK = ".lock"
BUILDING = ".building"
UNFINISHED = ".unfinished"
"""What a killed build left: its vectors are taken over."""
TOGETHER = "together.npz"
DATA = "data-"


class SourceInfo(BaseModel):
    """One source that a catalogue was built from."""

    model_config = ConfigDict(frozen=True)

    kind: str
    place: str
    """The path as given; empty for the starter catalogue."""
    digest: str
    """SHA-256 of the bytes, empty where they were not a file."""
    rows: int
    """Rows read, good and bad."""
    bad: int
    """Rows in the quarantine file."""


class CatalogueInfo(BaseModel):
    """What ``matinee index info`` tells of a catalogue."""

    model_config = ConfigDict(frozen=True)

    titles: int
    version: str
    """A hash of the content."""
    schema_version: int = Field(alias="schema")
    embedder: str
    dimension: int
    sources: tuple[SourceInfo, ...]
    built_at: datetime
    data: str
    """The folder of the table, inside the catalogue's."""
    made_by: str = ""
    """What turned rows into titles: the same rows give the same catalogue as long as this stays."""

    def rebuild(self, folder: Path) -> str:
        """The command that builds this catalogue again in ``folder``; what was added later is added again."""
        kinds = list(dict.fromkeys(s.kind for s in self.sources)) or ["jsonl"]
        commands = []
        for number, kind in enumerate(kinds):
            places = [s.place for s in self.sources if s.kind == kind and s.place]
            verb, to = ("add", [str(folder)]) if number else ("build", [])
            end = [] if number else ["--to", str(folder)]
            commands.append(shlex.join(["matinee", "index", verb, *to, "--source", kind, *places, *end]))
        return " && ".join(commands)


def read_manifest(folder: Path) -> CatalogueInfo:
    """The manifest of the catalogue in ``folder``.

    Raises :class:`CatalogueMissing` where there is none, :class:`CatalogueDamaged` where the folder
    holds something else or the manifest cannot be read, :class:`CatalogueMismatch` for another schema.
    """
    build = shlex.join(["matinee", "index", "build", "--source", "KIND", "PATH", "--to", str(folder)])
    try:
        text = (folder / MANIFEST).read_text(encoding="utf-8")
    except FileNotFoundError:
        if folder.is_dir() and not all(ours(entry) for entry in folder.iterdir()):
            raise CatalogueDamaged(
                f"{folder} is not a catalogue but holds other files: name another folder, or build one with {build}."
            ) from None
        raise CatalogueMissing(f"there is no catalogue in {folder}: build one with {build}.") from None
    except NotADirectoryError:
        raise CatalogueMissing(f"{folder} is a file, and a catalogue is a folder: build one with {build}.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise CatalogueDamaged(
            f"the catalogue in {folder} cannot be read ({error}): rebuild it with {build}."
        ) from None
    try:
        info = CatalogueInfo.model_validate_json(text)
    except ValidationError as error:
        raise CatalogueDamaged(
            f"the manifest of {folder} is damaged ({error.errors()[0]['msg']}): rebuild it with {build}."
        ) from None
    if info.schema_version != SCHEMA:
        raise CatalogueMismatch(
            f"{folder} has schema {info.schema_version}, and this Matinee reads {SCHEMA}: "
            f"rebuild it with {info.rebuild(folder)}."
        )
    return info


def write_manifest(folder: Path, info: CatalogueInfo) -> None:
    """Put ``info`` in force in one step: a reader sees the old manifest or the new one."""
    written = folder / f"{MANIFEST}.new"
    with written.open("w", encoding="utf-8") as file:
        file.write(info.model_dump_json(by_alias=True, indent=2) + "\n")
        file.flush()
        os.fsync(file.fileno())
    written.replace(folder / MANIFEST)


def ours(entry: Path) -> bool:
    """Whether a build left this entry behind."""
    names = {LOCK, BUILDING, UNFINISHED, QUARANTINE, f"{MANIFEST}.new", TOGETHER, f"{TOGETHER}.new"}
    return entry.name in names or entry.name.startswith(DATA)
