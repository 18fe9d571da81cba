"""The files of an export: one file, a folder, or a zip archive, read into memory within bounds."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from matinee.errors import InputError
from matinee.index.history.entry import Fault

MOST_BYTES = 200 * 2**20
"""A person's history is a few megabytes; what unpacks to more is something else."""


def files_of(path: Path, endings: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every file of the export with one of ``endings``, by name.

    Raises :class:`InputError` where the path cannot be read, holds too much, or holds no such file.
    """
    found = False
    for name, data in _files(path, tuple(endings)):
        found = True
        yield name, data
    if not found:
        raise InputError(f"{path} holds no {' or '.join(endings)} file: name the export as you downloaded it.")


def _files(path: Path, endings: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    try:
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.is_file() and p.name.lower().endswith(endings))
            _bound(path, sum(p.stat().st_size for p in inside))
            for each in inside:
                yield each.relative_to(path).as_posix(), each.read_bytes()
        elif zipfile.is_zipfile(path):
            yield from _unpacked(path, endings)
        else:
            _bound(path, path.stat().st_size)
            # one file by itself may have any name: services call them .txt too
            yield path.name, path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror or error}).") from None


def _unpacked(path: Path, endings: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(path) as archive:
            inside = sorted(
                (i for i in archive.infolist() if i.filename.lower().endswith(endings) and not i.is_dir()),
                key=lambda i: i.filename,
            )
            _bound(path, sum(i.file_size for i in inside))
            for each in inside:
                if not PurePosixPath(each.filename).name.startswith("."):
                    yield each.filename, archive.read(each)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, RuntimeError, NotImplementedError, EOFError) as error:
        raise InputError(f"{path} is a damaged archive ({error}): download the export again.") from None


def _bound(path: Path, size: int) -> None:
    if size > MOST_BYTES:
        raise InputError(f"{path} holds {size // 2**20} MB, and a viewing history is never over {MOST_BYTES // 2**20}.")


def csv_rows(name: str, data: bytes) -> Iterator[tuple[str, dict[str, str]] | Fault]:
    """Place and values (columns in lower case) of every row of a CSV file; what cannot be read is a :class:`Fault`."""
    text = decoded(data)
    reader = csv.reader(io.StringIO(text, newline=""), strict=False)
    header: list[str] | None = None
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Fault(f"{name}:{line}", f"not CSV ({error})")
            continue
        if not any(cell.strip() for cell in row):
            continue
        if header is None:
            header = [cell.strip().lower() for cell in row]
        elif len(row) < len(header):
            yield Fault(f"{name}:{line}", f"{len(row)} columns where the header has {len(header)}")
        else:
            yield f"{name}:{line}", {key: value.strip() for key, value in zip(header, row, strict=False)}


def json_items(name: str, data: bytes) -> list[Any]:
    """The items of a JSON list; raises :class:`InputError` where it is none."""
    try:
        read = json.loads(decoded(data))
    except (ValueError, RecursionError) as error:
        raise InputError(f"{name} is not JSON ({error}): download the export again.") from None
    if not isinstance(read, list):
        raise InputError(f"{name} is no list of titles: name the export as you downloaded it.")
    return read


def decoded(data: bytes) -> str:
    """The text of a file in UTF-8, in UTF-16 with its mark, or else in the old Windows encoding."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
