"""What a question asks: the value that every reader of questions gives, and what they share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from matinee.agent.request import Fact, Recalled
from matinee.agent.understand.tone_words import TONE_WORDS


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. ``subject`` is the detail asked for, or who is to like what is chosen."""

    act: Literal["fact", "more", "why", "compare", "order", "choose", "absent", "person", "recall"]
    fact: Fact | None = None
    axis: str | None = None
    subject: str = ""
    recall: Recalled | None = None


def about_a_title(text: str) -> bool:
    """Whether the sentence can be about a title on the table rather than a wish."""
    return not re.search(
        r"\b(?:something|anything|recommend|suggest|i want|looking for|films? (?:with|about)|find me|"
        r"what (?:should|shall|could|can|do) (?:i|we) (?:watch|see))\b",
        text,
    )


def axis_in(text: str) -> str | None:
    """The axis of the first and longest tone word in folded ``text``."""
    effect = tone_in(text)
    return effect[0] if effect else None


def tone_in(text: str) -> tuple[str, int] | None:
    """The axis of the first and longest tone word in folded ``text``, and which way the word points."""
    words = re.findall(r"[a-z]+", text)
    for n in (4, 3, 2, 1):
        for i in range(len(words) - n + 1):
            known = TONE_WORDS.get(" ".join(words[i : i + n]))
            if known is not None:
                return known.effects[0].axis, known.effects[0].direction
    return None
