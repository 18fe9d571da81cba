"""Generic JSONL: one object a line, with the keys of :data:`matinee.index.sources.row.KEYS`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from matinee.errors import SourceError
from matinee.index.sources.row import BadRow, title_from
from matinee.index.sources.usable import usable
from matinee.index.title import Title

LONGEST_LINE = 1 << 20
SHOWN = 500


def read_jsonl(path: Path) -> Iterator[Title | BadRow]:
    """The titles of ``path`` in order, and a :class:`BadRow` for each line that is none.

    Raises :class:`SourceError` where the file cannot be read, is empty, or has no usable line.
    """
    items = (row if isinstance(row, BadRow) else _item(*row) for row in read_objects(path))
    return usable(path, items, "one JSON object with title and year a line")


def read_objects(path: Path) -> Iterator[tuple[int, dict[str, Any]] | BadRow]:
    """The JSON objects of ``path`` with their lines, and a :class:`BadRow` for each line that is none.

    Raises :class:`SourceError` where the file cannot be read.
    """
    if path.is_dir():
        raise SourceError(f"{path} is a folder: name the file itself.")
    try:
        with path.open("rb") as file:
            for number, line in _lines(file):
                yield _object(number, line)
    except OSError as error:
        raise SourceError(f"{path} cannot be read ({error.strerror}).") from None


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Lines that hold something, numbered from 1; the rest of an endless one is skipped."""
    number = 0
    while line := file.readline(LONGEST_LINE):
        number += 1
        rest = line
        while not rest.endswith(b"\n") and len(rest) == LONGEST_LINE:
            rest = file.readline(LONGEST_LINE)
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip():
            yield number, line


def _object(number: int, line: bytes) -> tuple[int, dict[str, Any]] | BadRow:
    try:
        if len(line) >= LONGEST_LINE:
            raise ValueError("longer than a mebibyte")
        row = json.loads(line.decode("utf-8"))
        if not isinstance(row, dict):
            raise ValueError(f"not a JSON object but {type(row).__name__}")
        return number, row
    except UnicodeDecodeError:
        reason = "not UTF-8"
    except json.JSONDecodeError as error:
        reason = f"not JSON: {error.msg} at character {error.pos + 1}"
    except (ValueError, RecursionError) as error:
        reason = str(error) or type(error).__name__
    return BadRow(number, reason, line[:SHOWN].decode("utf-8", "replace").strip())


def _item(number: int, row: dict[str, Any]) -> Title | BadRow:
    try:
        return title_from(row)
    except ValueError as error:
        return BadRow(number, str(error), json.dumps(row, ensure_ascii=False)[:SHOWN])
