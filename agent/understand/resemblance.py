"""Resemblance: whether a title in the catalogue is near enough to a name that is not, to be worth asking after."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from rapidfuzz.distance import Prefix
from rapidfuzz.fuzz import ratio

from matinee.agent.understand.common import FUNCTION

_ALIKE = 70
"""Ratio from which one word can be meant for another."""
_SAME = 80
"""Ratio from which a word is another but for a slip."""
_WHOLE = 72
"""Ratio from which whole names can be meant for each other."""
_BEGINNING = 5
"""Letters in common at the beginning of two names that sound alike: "Incepshun"."""


def resembles(typed: str, name: str, ordinary: AbstractSet[str]) -> bool:
    """Whether a folded ``typed`` name may have been meant for ``name``.

    It may where the names look alike and two in three of its telling words do; where they share a word that is not
    ``ordinary`` ("Avengers: Age of Ultron"); or where they begin alike. A likeness of letters alone ("Qwertyuiop" and
    "Vertigo", "Lord of the Flies" and "Lord of the Rings") is none.
    """
    whole = ratio(typed, name)
    words = [w for w in typed.split() if w not in FUNCTION and not w.isdigit()]
    others = [w for w in name.split() if w not in FUNCTION]
    alike = [w for w in words if any(ratio(w, other) >= _ALIKE for other in others)]
    if whole >= _WHOLE and 3 * len(alike) >= 2 * len(words):
        return True
    rare = (w for w in alike if len(w) > 4 and w not in ordinary)
    if any(ratio(w, other) >= _SAME for w in rare for other in others):
        return True
    return len(others) == 1 and Prefix.similarity(typed.replace(" ", ""), name) >= _BEGINNING
