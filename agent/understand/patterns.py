"""Regular expressions and word sets, written as tables."""

from __future__ import annotations

import re


def one_of(table: str, before: str = "", after: str = "") -> re.Pattern[str]:
    r"""A pattern for any line of ``table``, between ``before`` and ``after``.

    A line that begins with ``...`` and a space goes on with the one above it.

    >>> bool(one_of("start over\n(?:forget|drop) it", r"\b", r"\b").search("please drop it"))
    True
    """
    return re.compile(f"{before}(?:{'|'.join(alternatives(table))}){after}")


def alternatives(table: str) -> list[str]:
    """The lines of a table, continuations joined."""
    lines: list[str] = []
    for line in table.splitlines():
        text = line.strip()
        if text.startswith("..."):
            lines[-1] += text[3:].removeprefix(" ")
        elif text:
            lines.append(text)
    return lines


def word_set(table: str) -> frozenset[str]:
    """The words of ``table``, as a set."""
    return frozenset(table.split())
