"""Marks: each word of a sentence as a quality, a tone word, talk, or part of the plot; and what of it does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from matinee.agent.verify.facts import NUMBERS, qualities
from matinee.agent.verify.plot import Piece, is_compression, pieces
from matinee.agent.verify.tones import is_size, size_fault, tone_fault, tone_phrase
from matinee.agent.verify.words import JOINTS, SMALL, TALK, stem
from matinee.index.title import Title, fold

_NEGATED = re.compile(r"(?:not|never|no|none|without|\w+n't|nothing|neither|nor|hardly|barely|cannot)$")
_FRAMES = frozenset(
    ["about", "where", "when", "while", "which", "who", "as", "because", "of", "follows", "following", "in", "tells"]
)
"""Words after which a clause may begin that tells the plot."""


CARD = 0.85
"""From this share of a logline's words on, a sentence only reads the card aloud."""


class Marks:
    """The words of one text, each marked as a quality, a tone word, talk, or part of the plot."""

    def __init__(self, text: str, title: Title, against: Sequence[Title], all_: Sequence[Title]) -> None:
        self._title = title
        self._pieces = pieces(text)
        self._against, self._all = against, all_
        self._faults: dict[int, str] = {}
        self._plot: list[int] = []
        self._span = (0, 0)
        self._mark()

    def fault(self) -> str | None:
        """What does not hold; None where all does."""
        if self._plot:
            span = self._told_span()
            if span is None:
                return f"“{self._pieces[self._plot[0]].text}” is not so in the facts"
            self._span = span
            if _words(self._pieces[slice(*span)]) > CARD * _words(pieces(self._title.logline)):
                return "the card says all of that"
        inside = range(*self._span)
        return next((f for place, f in self._faults.items() if place not in inside), None)

    def outside(self) -> str:
        """The text without its part that tells the plot."""
        a, b = self._span
        return " ".join(p.text for p in (*self._pieces[:a], *self._pieces[b:]))

    def _mark(self) -> None:
        phrases = qualities(self._title)
        longest = max((len(p) for p in phrases), default=0)
        place = 0
        while place < len(self._pieces):
            piece = self._pieces[place]
            size = next((n for n in range(longest, 0, -1) if self._stems(place, n) in phrases), 0)
            if size == 0 and (size := tone_phrase([p.word for p in self._pieces[place : place + 5]])):
                words = [p.word for p in self._pieces[place : place + size]]
                before = self._pieces[place - 1].word if place else ""
                if fault := tone_fault(words, before, self._title.tone, self._against, self._all):
                    self._faults[place] = fault
            elif size == 0 and is_size(piece.word):
                if fault := size_fault(piece.word, self._title, self._against):
                    self._faults[place] = fault
            elif size == 0 and piece.word and not piece.word[0].isdigit() and piece.word not in NUMBERS:
                if _NEGATED.match(piece.text.lower().replace("’", "'")):
                    # what a title is not cannot be looked up in what it is
                    self._faults[place] = "a negation"
                elif piece.word not in TALK and piece.word not in SMALL:
                    self._plot.append(place)
            place += max(1, size)

    def _stems(self, place: int, size: int) -> tuple[str, ...]:
        # a hyphen joins the words of a phrase: "small-town secrets"
        flat: list[str] = []
        for piece in self._pieces[place : place + size]:
            flat += [stem(w) for w in fold(piece.text).split()] if piece.word else [","]
        return tuple(flat)

    def _told_span(self) -> tuple[int, int] | None:
        """The shortest stretch around the words of the plot that compresses the logline, and opens as a clause does."""
        first, last = self._plot[0], self._plot[-1]
        for start in range(first, -1, -1):
            if not _opens(self._pieces, start):
                continue
            for end in range(last + 1, len(self._pieces) + 1):
                if _closes(self._pieces, end) and is_compression(_text(self._pieces[start:end]), self._title.logline):
                    return start, end
        return None


def _opens(all_: Sequence[Piece], start: int) -> bool:
    """Whether a clause may begin at ``start``."""
    return start == 0 or all_[start - 1].mark or all_[start - 1].word in _FRAMES


def _closes(all_: Sequence[Piece], end: int) -> bool:
    """Whether a clause may end before ``end``."""
    return end == len(all_) or all_[end].mark or all_[end].word in JOINTS | {"which", "while"}


def _words(some: Iterable[Piece]) -> int:
    return sum(not piece.mark for piece in some)


def _text(some: Iterable[Piece]) -> str:
    return " ".join(p.text for p in some)
