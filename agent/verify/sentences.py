"""Sentences out of a stream of text pieces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_END = re.compile(r"(?<=[.!?…])[”\"'’)]*\s+|\n+")
_ABBREVIATION = re.compile(r"(?:^|[\s(])(?:Dr|Mr|Mrs|Ms|St|vs|No|Vol|Jr|Sr|[A-Z])\.\s*$")
LONGEST = 400
"""A sentence that has not ended after this many characters is cut there."""


def sentences(pieces: Iterable[str]) -> Iterator[str]:
    """Whole sentences, as soon as each is complete; a last unfinished one is dropped.

    A model that was cut off by its token limit leaves half a sentence; half a sentence is not said.
    """
    held = ""
    for piece in pieces:
        held += piece
        while (cut := _cut(held)) is not None:
            sentence, held = held[: cut[0]].strip(), held[cut[1] :]
            if sentence:
                yield sentence
        if len(held) > LONGEST:
            yield held[:LONGEST].strip()
            held = ""
    last = held.strip()
    if last.endswith((".", "!", "?", "…", ".”", '."', "!”")):
        yield last


def _cut(text: str) -> tuple[int, int] | None:
    for found in _END.finditer(text):
        if found.end() == len(text) and "\n" not in found.group():
            # more may follow: the space after "Dr." and the one after a sentence look alike
            if not _ABBREVIATION.search(text[: found.start() + 1]):
                return found.start(), found.end()
            continue
        if not _ABBREVIATION.search(text[: found.start() + 1]):
            return found.start(), found.end()
    return None
