"""Plot: whether a sentence tells part of a logline, and nothing else.

A sentence about what happens is taken for true only as a *compression* of the logline: its words in the
logline's order, what was left out being such that the rest still holds (Knight and Marcu, "Summarization beyond
sentence extraction", 2002, call this sentence compression). Backed words in another order, or with another verb
between them, can say anything.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from matinee.agent.verify.words import (
    ARTICLES,
    AUXILIARIES,
    JOINTS,
    MARKERS,
    POSSESSIVES,
    PREPOSITIONS,
    TRUTH,
    bare,
    owns,
    stem,
)

_PIECE = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*['’]?|[,;:.!?()–—]|(?<=\s)-(?=\s)")
_CLOSING = frozenset({"there", "here", "again", "too", "together", "alone", "forever", "home"})
"""Adverbs that may fall off the end."""
_PARTICLES = frozenset({"out", "up", "down", "off", "away", "back", "apart", "on", "over"})
"""They may belong to the verb before them: "breaks out"."""
_NATION = re.compile(r"[A-Z]\w+(?:an|ish|ese|ch|ic|ek|ss)")
_STOPS = frozenset(",;:.!?()–—-")
_ENDS = frozenset(".!?")


@dataclass(frozen=True)
class Piece:
    """A word or a mark."""

    text: str
    word: str
    """Folded, without its possessive ending; empty for a mark."""
    stem: str

    @property
    def mark(self) -> bool:
        """Whether this is punctuation."""
        return not self.word

    @property
    def content(self) -> bool:
        """Whether this is a word that means something by itself."""
        return bool(self.word) and self.word not in _SMALL


_SMALL = (
    ARTICLES | POSSESSIVES | PREPOSITIONS | AUXILIARIES | MARKERS | JOINTS | {"he", "she", "it", "they", "them", "him"}
)


@lru_cache(maxsize=512)
def pieces(text: str) -> tuple[Piece, ...]:
    """The words and marks of ``text`` in order."""
    found = []
    for match in _PIECE.finditer(text):
        token = match.group()
        word = "" if token in _STOPS else bare(token.rstrip("'’") if not owns(token) else token)
        found.append(Piece(token, word, stem(word) if word else token))
    return tuple(found)


def is_compression(sentence: str, logline: str) -> bool:
    """Whether ``sentence`` says what ``logline`` says, or part of it.

    >>> is_compression("A bear finds a family.", "A polite bear from Peru finds a family.")
    True
    >>> is_compression("A family finds a bear.", "A polite bear from Peru finds a family.")
    False
    >>> is_compression("A man kills his boss.", "A man dreams that he kills his boss.")
    False
    """
    said, told = pieces(sentence), pieces(logline)
    said = _without_place_in_front(said, told)
    while said and said[-1].mark:
        said = said[:-1]
    return any(_Match(said, told[a:b]).found() for a, b in _told_sentences(told))


def _told_sentences(told: Sequence[Piece]) -> list[tuple[int, int]]:
    """Where each sentence of the logline starts and ends, and the whole."""
    ends = [i + 1 for i, p in enumerate(told) if p.text in _ENDS]
    starts = [0, *ends[:-1]] if ends else [0]
    spans = list(zip(starts, ends or [len(told)], strict=False))
    return spans if len(spans) == 1 else [*spans, (0, len(told))]


def _without_place_in_front(said: Sequence[Piece], told: Sequence[Piece]) -> tuple[Piece, ...]:
    """ "In Baltimore, detectives …" tells the same as "Detectives in Baltimore …"."""
    comma = next((i for i, p in enumerate(said[:7]) if p.text == ","), None)
    if comma is None or not said or said[0].word != "in" or not said[1].text[:1].isupper():
        return tuple(said)
    place = [p.word for p in said[:comma]]
    words = [p.word for p in told]
    there = any(words[i : i + len(place)] == place for i in range(len(words)))
    return tuple(said[comma + 1 :]) if there else tuple(said)


class _Match:
    """The search for places in the logline for every word of the sentence, in order."""

    def __init__(self, said: Sequence[Piece], told: Sequence[Piece]) -> None:
        self._said, self._told = tuple(said), tuple(told)
        self._owners = {p.word for p in told if p.word in POSSESSIVES}
        self._dead: set[tuple[int, int, bool]] = set()

    def found(self) -> bool:
        """Whether there are such places."""
        return any(p.content for p in self._said) and self._from(0, -1, joint=False)

    def _from(self, i: int, last: int, *, joint: bool) -> bool:
        """Whether the words from ``i`` on find places after ``last``; ``joint``: a comma or "and" stood between."""
        if (i, last, joint) in self._dead:
            return False
        if self._tried(i, last, joint):
            return True
        self._dead.add((i, last, joint))
        return False

    def _tried(self, i: int, last: int, joint: bool) -> bool:
        if i == len(self._said):
            return last >= 0 and self._may_end(last)
        piece = self._said[i]
        if piece.mark:
            return self._from(i + 1, last, joint=True)
        for place in range(last + 1, len(self._told)):
            target = self._told[place]
            same = target.stem == piece.stem and owns(target.text) == owns(piece.text)
            if same and self._may_skip(last, place, joint) and self._from(i + 1, place, joint=False):
                return True
        if piece.word in ARTICLES or (piece.word in POSSESSIVES and piece.word in self._owners):
            return self._from(i + 1, last, joint=joint)
        return piece.word == "and" and last >= 0 and self._from(i + 1, last, joint=True)

    def _may_skip(self, last: int, place: int, joint: bool) -> bool:
        """Whether what stands between two kept words may be left out."""
        gap = self._told[last + 1 : place]
        kept = self._told[place]
        if not gap:
            return True
        if last < 0:
            return not _turns(gap) and self._may_begin(gap)
        aside = len(gap) > 2 and gap[0].mark and gap[0].text == gap[-1].text
        if _turns(gap):
            return aside and gap[1].word in {"who", "which", "whose"}
        if gap[-1].word in AUXILIARIES or (_ends_in_preposition(gap) and kept.word not in PREPOSITIONS):
            return False
        if any(p.word in MARKERS for p in gap):
            return aside
        if kept.word in MARKERS - PREPOSITIONS:
            # a clause stays with the word it hangs on
            return not any(p.content for p in gap) or aside
        if any(p.mark or p.word in JOINTS for p in gap):
            linked = joint and _nothing_after_joint(gap) and not gap[0].content
            return aside or _of_a_list(gap) or gap[-1].word == "and" or linked
        if kept.word.endswith("ing") and any(p.content for p in gap):
            return False
        if len(gap) == 1 and _NATION.fullmatch(gap[0].text):
            return True
        opened = self._told[last].word in ARTICLES | POSSESSIVES | PREPOSITIONS | AUXILIARIES | MARKERS | JOINTS
        return (
            opened
            or gap[0].word in PREPOSITIONS
            or gap[0].word in ARTICLES
            or all(not p.content or p.word.endswith("ly") for p in gap)
        )

    def _may_begin(self, gap: Sequence[Piece]) -> bool:
        """Whether the sentence may start after ``gap``: at a clause of its own, or past adjectives."""
        if not any(p.content for p in gap):
            return not gap or gap[-1].word not in {"that", "than", "like"}
        if gap[-1].word in ARTICLES and len(gap) > 1:
            gap = gap[:-1]
        if gap[-1].mark:
            return True
        few = sum(p.content for p in gap) <= 2
        return few and gap[0].word in ARTICLES and all(p.content for p in gap[1:])

    def _may_end(self, last: int) -> bool:
        """Whether the logline may be cut after ``last``."""
        rest = self._told[last + 1 :]
        if not rest or all(p.mark for p in rest):
            return True
        if self._told[last].word in _SMALL - _PARTICLES - {"it", "them", "him", "her", "in"}:
            return False
        after = rest[0]
        if after.word in _PARTICLES and not self._told[last].mark:
            return False
        ended = next((n for n, p in enumerate(rest) if p.mark or p.word in MARKERS | JOINTS), len(rest))
        if _turns(rest[:ended]):
            return False
        if ended == 1 and after.word in _CLOSING:
            return True
        return after.mark or after.word in PREPOSITIONS | MARKERS | JOINTS or after.word.endswith("ly")


def _turns(gap: Sequence[Piece]) -> bool:
    """Whether a word is left out without which the rest may say the opposite."""
    return any(TRUTH.match(part) for p in gap for part in p.word.split())


def _ends_in_preposition(gap: Sequence[Piece]) -> bool:
    """Whether a preposition is left out whose noun is kept."""
    for piece in reversed(gap):
        if piece.content or piece.mark:
            return False
        if piece.word in PREPOSITIONS:
            return True
    return False


def _of_a_list(gap: Sequence[Piece]) -> bool:
    """Whether ``gap`` is one item of a list: ", corners", "and careers"."""
    opens = gap[0].text == "," or gap[0].word in {"and", "or"}
    rest = [p for p in gap[1:] if p.word not in ARTICLES | POSSESSIVES]
    return opens and 0 < len(rest) <= 2 and all(p.content for p in rest)


def _nothing_after_joint(gap: Sequence[Piece]) -> bool:
    """Whether the last comma or "and" of ``gap`` is followed by no word that means something."""
    for piece in reversed(gap):
        if piece.mark or piece.word in JOINTS:
            return True
        if piece.content:
            return False
    return False
