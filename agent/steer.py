"""Steering: movement along the tone axes relative to an anchor.

A relative wish ("lighter than Dark") becomes a goal on the axis: at least ``MARGIN`` beyond the anchor, best
about ``STEP`` beyond it, and less good again far past that, so that a pick stays recognisably like the anchor. The
idea is that of critiquing recommenders (McGinty and Reilly, "On the Evolution of Critiquing Recommenders", 2011).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matinee.agent.request import Request, Shift
from matinee.index.title import TONE_AXES, Title

MARGIN = 0.06
"""How far beyond the anchor a pick must stand for the movement to count as obeyed."""
STEP = 0.42
"""How far beyond the anchor a plain "lighter" aims."""
ABSOLUTE_HIGH = 0.5
"""A wish without anchor ("something funny") asks for at least this, times its direction."""

MOVES_WITH: Mapping[str, tuple[str, ...]] = {
    "light": ("hopeful", "funny", "scary", "tense", "violent", "family"),
    "funny": ("light", "tense", "hopeful", "scary"),
    "scary": ("tense", "violent", "light", "family"),
    "violent": ("scary", "tense", "family", "light"),
    "tense": ("scary", "fast", "light", "violent"),
    "fast": ("tense", "violent"),
    "complex": ("strange",),
    "fantastic": ("strange",),
    "romantic": ("hopeful", "light"),
    "hopeful": ("light",),
    "strange": ("complex", "fantastic"),
    "family": ("violent", "scary", "light", "hopeful"),
}
"""Axes that naturally give way when another is moved: they are not held to the anchor."""


@dataclass(frozen=True)
class Goal:
    """Where a candidate should stand on one axis."""

    axis: str
    direction: int
    floor: float
    """The value a title must pass (in the goal's direction) to count as obeying."""
    best: float
    """The value it should reach."""
    start: float | None
    """Where the anchor stands; None for an absolute wish."""
    word: str

    @property
    def full(self) -> bool:
        """Whether the anchor stands so near the end of the axis that nothing can go clearly further."""
        return self.start is not None and (self.floor - self.start) * self.direction <= 0

    def obeyed(self, value: float) -> bool:
        """Whether a title standing at ``value`` fulfils the wish."""
        return (value - self.floor) * self.direction >= 0

    def utility(self, value: float) -> float:
        """0 at the floor, 1 at the best value; beyond it falling off gently, where there is an anchor to stay near."""
        reach = abs(self.best - self.floor) or 1e-6
        progress = (value - self.floor) * self.direction / reach
        if progress <= 1 or self.start is None:
            return min(1.0, max(0.0, progress))
        return max(0.55, 1.0 - 0.5 * (progress - 1) * reach / STEP)


def mean_tone(titles: Sequence[Title]) -> dict[str, float]:
    """The mean tone of titles, over those that have one; empty where none has."""
    toned = [t.tone for t in titles if t.tone]
    return {axis: sum(t[axis] for t in toned) / len(toned) for axis in TONE_AXES} if toned else {}


def goals(request: Request, anchor: Mapping[str, float]) -> list[Goal]:
    """The request's shifts as goals; relative ones start from ``anchor`` where it is known."""
    return [_goal(shift, anchor.get(shift.axis) if shift.relative else None) for shift in request.shifts]


def _goal(shift: Shift, start: float | None) -> Goal:
    sign = shift.direction
    if start is None:
        floor = ABSOLUTE_HIGH if sign > 0 else 0.4
        best = min(1.0, 0.6 + 0.2 * shift.degree) if sign > 0 else max(0.0, 0.25 - 0.1 * shift.degree)
        if shift.degree < 1:
            floor, best = (0.3, 0.55) if sign > 0 else (0.55, 0.35)
        return Goal(shift.axis, sign, floor, best, None, shift.word)
    room = 1 - start if sign > 0 else start
    if room < MARGIN:
        # as far as it goes already: what stands nearly as far is the best there is
        return Goal(shift.axis, sign, _clip(start - sign * 0.12), start, start, shift.word)
    margin = min(MARGIN * max(1.0, shift.degree), room)
    step = max(margin, min(STEP * shift.degree, 0.9 * room))
    return Goal(shift.axis, sign, _clip(start + sign * margin), _clip(start + sign * step), start, shift.word)


def kept_axes(shifts: Sequence[Shift]) -> dict[str, float]:
    """Axis to weight: how much each axis should stay where the anchor has it, given what was asked to move."""
    weights = dict.fromkeys(TONE_AXES, 1.0)
    for shift in shifts:
        for axis in MOVES_WITH[shift.axis]:
            weights[axis] = min(weights[axis], 0.3)
    for shift in shifts:
        weights[shift.axis] = 0.0
    return weights


def closeness(tone: Mapping[str, float], anchor: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """1 where two tones agree on the weighted axes, 0 where they are half the range apart or more."""
    total = sum(weights.values())
    if not tone or not anchor or total == 0:
        return 0.0
    squared = sum(weights[a] * (tone[a] - anchor[a]) ** 2 for a in weights)
    return max(0.0, 1.0 - 2.0 * float((squared / total) ** 0.5))


def _clip(value: float) -> float:
    return round(min(1.0, max(0.0, value)), 4)
