"""The message with every title replaced by a sign, so that its grammar can be read by pattern."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matinee.agent.understand.mentions import Mention
from matinee.agent.understand.references import Reference
from matinee.agent.understand.text import Utterance

TITLE = "§"
"""Stands for a title named or clearly pointed at."""
PRONOUN = "¤"
"""Stands for "it", "that", "them"."""


@dataclass(frozen=True, slots=True)
class Place:
    """One sign of the skeleton, with the titles behind it."""

    at: int
    """Where the sign is in the skeleton's text."""
    start: int
    end: int
    """Its tokens in the message."""
    ids: tuple[str, ...]
    mention: Mention | None
    pronoun: bool
    beyond: int | None = None
    """The place on the list that was pointed at and is not there."""


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Folded words with signs for titles; ``|`` where a clause ends."""

    text: str
    places: tuple[Place, ...]

    def before(self, place: Place) -> str:
        """The text up to a sign."""
        return self.text[: place.at]

    def after(self, place: Place) -> str:
        """The text behind a sign."""
        return self.text[place.at + 1 :]


def skeleton(said: Utterance, mentions: Sequence[Mention], references: Sequence[Reference]) -> Skeleton:
    """The skeleton of ``said``."""
    spans: dict[int, tuple[int, tuple[str, ...], Mention | None, bool, int | None]] = {
        m.start: (m.end, (m.ref.id,), m, False, None) for m in mentions
    }
    for r in references:
        spans.setdefault(r.start, (r.end, r.ids, None, r.pronoun, r.beyond))
    parts: list[str] = []
    places: list[Place] = []
    i, length = 0, 0

    def put(text: str) -> None:
        nonlocal length
        parts.append(text)
        length += len(text)

    while i < len(said):
        if i and said.opens_clause(i):
            put(" |" if "?" not in said.tokens[i].gap else " ? |")
        if i:
            put(" ")
        if i in spans:
            end, ids, mention, pronoun, beyond = spans[i]
            places.append(Place(length, i, end, ids, mention, pronoun, beyond))
            put(PRONOUN if pronoun else TITLE)
            i = end
        else:
            put(said.words[i])
            i += 1
    if "?" in said.text[said.tokens[-1].end :]:
        put(" ?")
    return Skeleton("".join(parts), tuple(places))
