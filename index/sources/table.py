"""Rows of a CSV file, each with its line; a broken row costs that row only."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from matinee.errors import SourceError
from matinee.index.sources.row import BadRow

LONGEST_LINE = 1 << 20
MOST_LINES = 50
"""How many lines one row may take, where a quoted text holds line ends."""
SHOWN = 500

Line = tuple[int, bytes]


def read_table(path: Path, needed: Sequence[str]) -> Iterator[tuple[int, dict[str, str]] | BadRow]:
    """The rows of ``path`` as the line they begin in and their values by column (names in lower case).

    A row that is not UTF-8, has another number of columns than the header, or a quote that never closes is a
    :class:`BadRow`; reading goes on with the next line. Raises :class:`SourceError` where the file cannot be read or
    its header lacks one of ``needed``.
    """
    if path.is_dir():
        raise SourceError(f"{path} is a folder: name the file itself.")
    try:
        with path.open("rb") as file:
            lines = _Lines(file)
            header = _header(lines, path, needed)
            while lines:
                yield _row(lines, header)
    except OSError as error:
        raise SourceError(f"{path} cannot be read ({error.strerror}).") from None


class _Lines:
    """The lines of a file that hold something, numbered from 1, some of which may be put back."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._number = file, 0
        self._back: deque[Line] = deque()

    def __bool__(self) -> bool:
        if not self._back and (line := self._read()):
            self._back.append(line)
        return bool(self._back)

    def take(self) -> Line:
        """The next line; call it where there is one."""
        return self._back.popleft()

    def put_back(self, lines: Sequence[Line]) -> None:
        """Let ``lines`` come again."""
        self._back.extendleft(reversed(lines))

    def _read(self) -> Line | None:
        while line := self._file.readline(LONGEST_LINE):
            self._number += 1
            rest = line
            while not rest.endswith(b"\n") and len(rest) == LONGEST_LINE:
                rest = self._file.readline(LONGEST_LINE)
            if self._number == 1:
                line = line.removeprefix(b"\xef\xbb\xbf")
            if line.strip():
                return self._number, line
        return None


def _header(lines: _Lines, path: Path, needed: Sequence[str]) -> list[str]:
    if not lines:
        raise SourceError(f"{path} is empty: name a CSV file with the columns {', '.join(needed)}.")
    number, line = lines.take()
    try:
        read = _parse([line]) or []
    except ValueError:
        read = []
    header = [name.strip().lower() for name in read]
    if missing := [name for name in needed if name not in header]:
        raise SourceError(
            f"{path} has no column {', '.join(missing)} in line {number}: its first line should name its columns, "
            "separated by commas, in UTF-8."
        )
    return header


def _row(lines: _Lines, header: Sequence[str]) -> tuple[int, dict[str, str]] | BadRow:
    taken = [lines.take()]
    try:
        while (values := _parse([line for _, line in taken])) is None:
            if not lines or len(taken) == MOST_LINES:
                raise ValueError("a quote that never closes")
            taken.append(lines.take())
        while len(values) > len(header) and not values[-1].strip():
            values.pop()
        if len(values) != len(header):
            raise ValueError(f"{len(values)} columns where the header has {len(header)}")
    except ValueError as error:
        # What was taken for the rest of this row is more likely the rows after it.
        lines.put_back(taken[1:])
        number, line = taken[0]
        reason = str(error) if len(taken) == 1 else "a quote that never closes"
        return BadRow(number, reason, line[:SHOWN].decode("utf-8", "replace").strip())
    return taken[0][0], dict(zip(header, values, strict=True))


def _parse(lines: Sequence[bytes]) -> list[str] | None:
    """The values of the one row that ``lines`` are; None where a quote is open at the end."""
    if len(lines[-1]) >= LONGEST_LINE:
        raise ValueError("longer than a mebibyte")
    try:
        texts = [line.decode("utf-8") for line in lines]
    except UnicodeDecodeError:
        raise ValueError("not UTF-8") from None
    try:
        rows = list(csv.reader(texts, strict=True))
    except csv.Error as error:
        if "unexpected end of data" in str(error):
            return None
        raise ValueError(f"not CSV: {error}") from None
    if len(rows) != 1:
        raise ValueError("a quote in the wrong place")
    return rows[0]
