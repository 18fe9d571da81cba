"""The ways to write a title's name: without its article, with a digit for a numeral, without its subtitle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from matinee.agent.understand.common import FUNCTION
from matinee.agent.understand.patterns import word_set
from matinee.index.title import Title, fold

EXACT, ARTICLE, OTHER, NUMERAL, JOINED, HEAD, TAIL, OPENING = 1.0, 0.98, 0.97, 0.96, 0.95, 0.9, 0.86, 0.82
"""How certain each way of writing is."""

ARTICLES = word_set("the a an le la les l un une der die das ein eine el los las il lo gli i")
ARTICLES = ARTICLES - {"i"}
_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11", "xii": "12"}
_LAST_ROMAN = {"i": "1", "v": "5", "x": "10"}
_SPELT = {
    **_ROMAN,
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "twenty": "20",
    "doctor": "dr", "mister": "mr", "saint": "st", "colour": "color", "colours": "colors", "grey": "gray",
    "neighbour": "neighbor", "neighbours": "neighbors", "theatre": "theater", "honour": "honor", "versus": "vs",
    "vol": "part", "volume": "part", "chapter": "part",
}  # fmt: skip
_SUBTITLE = re.compile(r"\s*(?::|;| [-–—] |,? or[,:] ?|,? or,? (?=how ))\s*", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*$")


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write one title."""

    id: str
    quality: float


def canonical(word: str) -> str:
    """A folded word in the spelling that names are compared in: ``three`` and ``iii`` are ``3``."""
    return _SPELT.get(word, word)


def key_of(words: tuple[str, ...] | list[str]) -> str:
    """Folded words as a key of the name index."""
    return " ".join(map(canonical, words))


def ways(title: Title) -> Iterator[tuple[str, float]]:
    """Keys of a title's name and other names, each with how certain it is."""
    yield from _ways(title.name)
    for name in title.aka:
        yield from ((key, min(quality, OTHER)) for key, quality in _ways(name))


def _ways(name: str) -> Iterator[tuple[str, float]]:
    full = fold(name).split()
    if not full:
        return
    yield from _spellings(full, EXACT)
    if _BRACKETS.search(name):
        bare = fold(_BRACKETS.sub("", name)).split()
        if bare and bare != full:
            yield from _spellings(bare, ARTICLE)
    if name[:2] in {"L'", "L’", "l'", "l’"}:
        yield key_of(fold(name[2:]).split()), ARTICLE
    if _SUBTITLE.search(name):
        parts = [folded.split() for part in _SUBTITLE.split(name) if (folded := fold(part))]
        if len(parts) > 1:
            yield from _subtitled(parts)
    if "/" in name or any(len(w) == 1 for w in full) or "-" in name or "." in name:
        joined = "".join(full)
        if len(full) > 1 and len(joined) > 2:
            yield joined, JOINED
    yield from ((key, OPENING) for key in _openings(full))


def _spellings(words: list[str], quality: float) -> Iterator[tuple[str, float]]:
    yield key_of(words), quality
    less = quality - (EXACT - ARTICLE)
    if len(words) > 1 and words[0] in ARTICLES and len(words[1]) > 1:
        yield key_of(words[1:]), less
    if len(words) > 1 and words[-1] in _LAST_ROMAN and len(words[-2]) > 1:
        yield key_of([*words[:-1], _LAST_ROMAN[words[-1]]]), NUMERAL
    plain = [w for w in words if canonical(w) != "part"]
    if 1 < len(plain) < len(words) and canonical(plain[-1]).isdigit():
        start = 1 if plain[0] in ARTICLES else 0
        yield key_of(plain), NUMERAL
        yield key_of(plain[start:]), NUMERAL


def _subtitled(parts: list[list[str]]) -> Iterator[tuple[str, float]]:
    head, tail = parts[0], parts[-1]
    if len(head) > 1 or len(head[0]) > 3 or head[0].isdigit():
        yield from _spellings(head, HEAD)
    if len([w for w in tail if w not in FUNCTION]) > 1:
        yield from _spellings(tail, TAIL)


def _openings(words: list[str]) -> Iterator[str]:
    """The first words of a long name that are enough to know it by: ``eternal sunshine``, ``three billboards``."""
    body = words[1:] if words[0] in ARTICLES else words
    for n in range(2, len(body) - 1):
        opening = body[:n]
        if opening[-1] not in FUNCTION and len([w for w in opening if w not in FUNCTION]) > 1:
            yield key_of(opening)
