"""Tone words in a sentence: whether a title really is what it is called, or more so than another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from matinee.agent.understand.tone_words import LONGEST_TONE, TONE_WORDS
from matinee.index.title import TONE_AXES, Title

ENOUGH = 0.42
"""Where a title must stand at least to be called what an axis names ("scary"); 1 less this at most for its opposite."""
CLEAR = 0.03
"""How far a title must stand beyond another to be called more of something."""


def tone_phrase(words: Sequence[str]) -> int:
    """How many of the first of ``words`` are one tone word; 0 where none is."""
    for size in range(min(LONGEST_TONE, len(words)), 0, -1):
        found = TONE_WORDS.get(" ".join(words[:size]))
        if found and found.effects[0].axis in TONE_AXES:
            return size
    return 0


def tone_fault(
    words: Sequence[str], before: str, tone: Mapping[str, float], against: Sequence[Title], all_: Sequence[Title]
) -> str | None:
    """None where the tone word ``words`` holds of a title of this ``tone``; else why not.

    ``before`` is the word before it; ``against`` are the titles a comparison is made with, ``all_`` those that a
    superlative is over.
    """
    phrase = " ".join(words)
    word = TONE_WORDS[phrase]
    main = word.effects[0]
    if main.axis not in tone:
        return f"the catalogue does not say whether it is {phrase}"
    value, sign = tone[main.axis], main.direction
    if before in {"less", "least"}:
        sign = -sign
    more, most = word.form == "more" or before in {"more", "less"}, word.form == "most" or before in {"most", "least"}
    if more:
        others = [t.tone[main.axis] for t in against if main.axis in t.tone]
        if not others:
            return f"“{phrase}” compares it with nothing"
        degree = f"{before} " if before in {"more", "less"} else ""
        return None if all((value - o) * sign >= CLEAR for o in others) else f"it is not {degree}{phrase}"
    if most:
        rest = [t.tone[main.axis] for t in all_ if main.axis in t.tone]
        return None if rest and all((value - o) * sign >= 0 for o in rest) else f"it is not the {phrase}"
    stands = value if sign > 0 else 1 - value
    return None if stands >= ENOUGH else f"it is not {phrase}"


_SIZES = {"longer": 1, "shorter": -1, "newer": 1, "older": -1}


def is_size(word: str) -> bool:
    """Whether ``word`` compares lengths or years."""
    return word in _SIZES


def size_fault(word: str, title: Title, against: Sequence[Title]) -> str | None:
    """None where ``title`` is ``word`` ("shorter", "older") than all of ``against``; else why not."""
    field = "year" if word in {"newer", "older"} else "seasons" if title.kind == "series" else "runtime_minutes"
    mine, others = getattr(title, field), [getattr(t, field) for t in against if t.kind == title.kind]
    if mine is None or not others or None in others:
        return f"“{word}” compares it with nothing"
    return None if all((mine - o) * _SIZES[word] > 0 for o in others) else f"it is not {word}"
