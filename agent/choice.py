"""Choosing among titles already on the table: by a number, by an axis, or by who is to like it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from matinee.agent.request import Fact
from matinee.index.title import MATURITIES, TONE_AXES, Title

Audience = Literal["children", "elders", "sweetheart"]

_CHILDREN = re.compile(
    r"\b(?:kids?|child|children|son|sons|daughters?|niece|nephew|toddler|little ones?|grandchild\w*"
    r"|grandkids?|\d+ year)"
)
_ELDERS = re.compile(
    r"\b(?:mother|mum|mom|mama|father|dad|papa|parents?|grand(?:ma|pa|mother|father|parents|mum|dad)|granny"
    r"|aunt|uncle|in laws?|nan|elderly|boss)\b"
)
_SWEETHEART = re.compile(
    r"\b(?:girlfriend|boyfriend|wife|husband|partner|fiancee?|date|date night|lover|crush|anniversary|valentine\w*)\b"
)
_FIELDS = {"runtime": "runtime_minutes", "year": "year", "seasons": "seasons", "rating": "rating"}
_HIGH = re.compile(
    r"\b(?:longest|longer|newest|newer|latest|recent|most|best|highest|better|top)\b|\b(?:new|long"
    r"|recent)\w* (?:first|to)\b"
)
_LEAST = re.compile(r"\b(?:least|less)\b")
_LOW = re.compile(r"\b(?:least|less|shortest|oldest|fewest|worst|lowest|earliest)\b|\b(?:old|short)\w* (?:first|to)\b")


def audience_of(subject: str) -> Audience | None:
    """Who a choice is for, from the words that named them; None for the user and for strangers."""
    if _CHILDREN.search(subject):
        return "children"
    if _ELDERS.search(subject):
        return "elders"
    return "sweetheart" if _SWEETHEART.search(subject) else None


def in_order(
    titles: Sequence[Title],
    text: str,
    *,
    fact: Fact | None = None,
    axis: str | None = None,
    down: bool = False,
    audience: Audience | None = None,
) -> list[Title]:
    """``titles`` with the one asked for first; those without a value come last, and ties keep their order.

    Numbers rise (the shortest, the oldest first) unless ``text`` asks for the other end; tones fall, unless ``down``.
    """

    ends = sorted((m.start(), up) for pattern, up in ((_HIGH, True), (_LOW, False)) if (m := pattern.search(text)))
    # "from longest to shortest" begins with the longest
    high = ends[0][1] if ends else fact == "rating"

    def value(title: Title) -> float | None:
        if axis is not None:
            place = title.tone.get(axis)
            return None if place is None else place if down != bool(_LEAST.search(text)) else -place
        if fact in _FIELDS:
            number = measure(title, fact)
            return None if number is None else -number if high else number
        return _unsuited(title, audience) if audience is not None and title.tone else None

    valued = [(value(t), t) for t in titles]
    known = sorted((v, i) for i, (v, _) in enumerate(valued) if v is not None)
    return [titles[i] for _, i in known] + [t for v, t in valued if v is None]


def measure(title: Title, fact: Fact) -> float | None:
    """The number behind ``fact``; a series is longer than any film, and the longer the more seasons it has."""
    number: float | None = getattr(title, _FIELDS[fact])
    if fact == "runtime" and number is not None and title.kind == "series":
        return number * (title.seasons or 1) * 10
    return number


def _unsuited(title: Title, audience: Audience) -> float:
    tone = {axis: title.tone.get(axis, 0.5) for axis in TONE_AXES}
    if audience == "children":
        return -tone["family"]
    if audience == "sweetheart":
        return -tone["romantic"] - 0.3 * tone["light"]
    age = MATURITIES.index(title.maturity) / 4 if title.maturity in MATURITIES else 0.5
    return age + tone["violent"] + tone["scary"] + 0.5 * tone["strange"] - 0.5 * tone["hopeful"]
