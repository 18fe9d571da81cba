"""Steering: movement along axes and traits, relative to an anchor.

A relative wish ("lighter than Dark", "gorier") becomes a goal on a scale: at least ``MARGIN`` beyond the anchor, best
about ``STEP`` beyond it, and less good again far past that, so that a pick stays recognisably like the anchor. The
idea is that of critiquing recommenders (McGinty and Reilly, "On the Evolution of Critiquing Recommenders", 2011).

The margin of .1 was set by reading replies: at .06 some picks hardly moved. Near the end of a scale a step takes .7 of
the room left; at .9, "Alien but gorier" held Martyrs (utility .98) for much better than The Thing (.55).

Other wishes set their goal by a title too: "as scary as X" begins at X's level, "scary but not as scary as X" ends
below it, "the humour of X" lies about it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from matinee.agent.request import Request, Shift
from matinee.agent.scale import Scale
from matinee.agent.shelf import Column
from matinee.index.title import TONE_AXES, Title

MARGIN = 0.1
"""How far beyond the anchor a pick must stand for a plain "lighter" to count as obeyed; half of it for "a bit"."""
NO_ROOM = 0.06
"""An anchor this near the end of a scale is as far as it goes."""
STILL_FURTHER = 10
"""With so little room, a movement still means further where this many titles stand beyond the anchor."""
LEAST = 0.0005
"""How far beyond that must be."""
STEP = 0.42
"""How far beyond the anchor a plain "lighter" aims."""
NEAR_THE_END = 0.7
"""The share of the room left that a step takes at most: beyond *Alien* in gore there are others like it, and then only
the bloodiest of all, which are like nothing but each other."""
ABSOLUTE_HIGH = 0.5
"""A wish without anchor ("something funny") asks for at least this, times its direction."""
ABOUT = 0.14
"""How far a pick may stand from a level that is to be matched."""
SHORT_OF = 0.12
"""How far short of a title's level "as scary as" it still is."""
TRAIT_SHARES: Mapping[float, tuple[float, float]] = {0.5: (0.65, 0.85), 1.0: (0.8, 0.985), 1.5: (0.88, 0.995)}
"""For a trait wished for without anchor, by degree: the share of all titles that a pick must leave behind, and the
share that the best leave behind. What counts as "claustrophobic" is known only from the other titles."""

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
APART = 0.6
"""The distance between two tones from which titles can lie between them."""
GIVES_WAY = 0.3
"""What is left of the hold on such an axis."""


@dataclass(frozen=True)
class Goal:
    """Where a candidate should stand on one scale."""

    scale: Scale
    direction: int
    floor: float
    """The value a title must pass (in the goal's direction) to count as obeying."""
    best: float
    """The value it should reach."""
    start: float | None
    """Where the anchor, or the title measured by, stands; None for an absolute wish."""
    word: str
    level: str = "beyond"
    """See :class:`~matinee.agent.request.Shift`."""
    end: float | None = None
    """The value a title must not pass."""
    anchored: bool = False
    """Whether there is an anchor: then an absolute wish ("Alien but funny") is as strict as a movement."""
    widened: float = 0.0
    """How far the goal was let out because no title obeyed it."""

    @property
    def axis(self) -> str:
        """The name of the scale: an axis or a trait."""
        return self.scale.name

    @property
    def full(self) -> bool:
        """Whether the anchor stands so near the end of the scale that nothing can go clearly further."""
        return self.level == "beyond" and self.start is not None and (self.floor - self.start) * self.direction <= 0

    @property
    def binding(self) -> bool:
        """Whether a title that misses the goal is out, rather than only further back."""
        return self.start is not None or self.anchored

    def at(self, title: Title) -> float | None:
        """Where ``title`` stands on the goal's scale; None where that is unknown."""
        return self.scale.at(title)

    def bounds(self) -> tuple[float | None, float | None]:
        """The lowest and the highest value that obey."""
        low, high = (self.floor, self.end) if self.direction > 0 else (self.end, self.floor)
        return low, high

    def obeyed(self, value: float) -> bool:
        """Whether a title standing at ``value`` fulfils the wish."""
        return bool(self.obeying(np.array([value]))[0])

    def obeying(self, values: Column) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        """:meth:`obeyed` for every value; False where it is NaN."""
        low, high = self.bounds()
        with np.errstate(invalid="ignore"):
            held = ~np.isnan(values)
            if low is not None:
                held &= values >= low
            if high is not None:
                held &= values <= high
        return held

    def utility(self, value: float) -> float:
        """0 at the floor, 1 at the best value; beyond it falling off gently, where there is an anchor to stay near."""
        return float(self.utilities(np.array([value]))[0])

    def utilities(self, values: Column) -> Column:
        """:meth:`utility` for every value; 0 where it is NaN."""
        reach = abs(self.best - self.floor) or 1e-6
        progress = (np.nan_to_num(values, nan=-9.0) - self.floor) * self.direction / reach
        worth: Column = np.clip(progress, 0.0, 1.0)
        if self.level == "reach":
            # what stands about as far is as good as what was asked; only a little is gained by the rest
            worth = np.where(progress >= 0, 0.6 + 0.4 * worth, 0.0)
        if self.level == "match":
            away = np.abs(np.nan_to_num(values, nan=-9.0) - self.best)
            return np.clip(1.0 - away / (1.5 * ABOUT + self.widened), 0.0, 1.0)
        if self.level == "beyond" and self.start is not None:
            past = np.maximum(0.55, 1.0 - 0.5 * (progress - 1) * reach / STEP)
            worth = np.where(progress > 1, past, worth)
        return worth


def mean_tone(titles: Sequence[Title]) -> dict[str, float]:
    """The mean tone of titles, over those that have one; empty where none has."""
    toned = [t.tone for t in titles if t.tone]
    return {axis: sum(t[axis] for t in toned) / len(toned) for axis in TONE_AXES} if toned else {}


def goals(
    request: Request, reference: Sequence[Title], titles: Mapping[str, Title], scale: Callable[[str], Scale]
) -> list[Goal]:
    """The request's shifts as goals; relative ones start from where ``reference`` stands on average.

    ``titles`` holds those that a shift measures by, and ``scale`` gives the scale of an axis or a trait.
    """
    found = []
    for shift in request.shifts:
        on = scale(shift.axis)
        measure = [titles[i] for i in shift.than if i in titles] or (list(reference) if shift.relative else [])
        places = [place for title in measure if (place := on.at(title)) is not None]
        start = sum(places) / len(places) if places else None
        goal = _goal(shift, on, start)
        if start is None and request.liked:
            # enough of it will do, or the most funny film of all would stand for "Alien but funny"
            goal = replace(goal, anchored=True, best=_clip((goal.floor + goal.best) / 2))
        found.append(goal)
    return found


def _goal(shift: Shift, scale: Scale, start: float | None) -> Goal:
    sign = shift.direction
    if start is None or shift.level == "under":
        floor, best = _absolute(shift, scale)
        if start is None:
            return Goal(scale, sign, floor, best, None, shift.word)
        end = _clip(start - sign * MARGIN)
        if (end - floor) * sign < 0.15:
            floor = _clip(end - sign * 0.3)
        best = _clip((floor + 2 * end) / 3)
        return Goal(scale, sign, floor, best, start, shift.word, shift.level, end)
    if shift.level == "match":
        side = 1 if sign > 0 else -1
        return Goal(scale, side, _clip(start - side * ABOUT), start, start, shift.word, "match",
                    _clip(start + side * ABOUT))  # fmt: skip
    if shift.level == "reach":
        return Goal(scale, sign, _clip(start - sign * SHORT_OF), _clip(start + sign * 0.02), start, shift.word, "reach")
    room = 1 - start if sign > 0 else start
    if room < NO_ROOM:
        if int(np.sum((scale.values - start) * sign > LEAST)) >= STILL_FURTHER:
            return Goal(scale, sign, _clip(start + sign * LEAST), 1.0 if sign > 0 else 0.0, start, shift.word)
        # as far as it goes already: what stands nearly as far is the best there is
        return Goal(scale, sign, _clip(start - sign * 0.12), start, start, shift.word)
    margin = min(MARGIN * shift.degree, 0.5 * room)
    step = max(margin, min(STEP * shift.degree, NEAR_THE_END * room))
    return Goal(scale, sign, _clip(start + sign * margin), _clip(start + sign * step), start, shift.word)


def _absolute(shift: Shift, scale: Scale) -> tuple[float, float]:
    """Floor and best value of a wish without an anchor."""
    up = shift.direction > 0
    if not scale.is_axis:
        degree = 0.5 if shift.degree < 1 else 1.0 if shift.degree < 1.5 else 1.5
        low, high = TRAIT_SHARES[degree]
        return (scale.share(low), scale.share(high)) if up else (scale.share(1 - low), scale.share(1 - high))
    if shift.degree < 1:
        return (0.3, 0.55) if up else (0.55, 0.35)
    if up:
        return ABSOLUTE_HIGH, min(1.0, 0.6 + 0.2 * shift.degree)
    return 0.4, max(0.0, 0.25 - 0.1 * shift.degree)


def widened(goal: Goal, by: float) -> Goal:
    """``goal`` let out ``by`` so much at each end, for when no title obeys it."""
    end = None if goal.end is None else _clip(goal.end + goal.direction * by)
    return replace(goal, floor=_clip(goal.floor - goal.direction * by), end=end, widened=by)


def kept_axes(wanted: Sequence[Goal]) -> dict[str, float]:
    """Axis to weight: how much each axis should stay where the anchor has it, given what was asked to move."""
    weights = dict.fromkeys(TONE_AXES, 1.0)
    for goal in wanted:
        if goal.scale.is_axis:
            for axis in MOVES_WITH[goal.axis]:
                weights[axis] = min(weights[axis], GIVES_WAY)
        for axis, pull in goal.scale.pull.items():
            weights[axis] = min(weights[axis], 0.0 if abs(pull) >= 0.8 else 1.0 - abs(pull))
    return weights


def closeness(tones: Column, anchor: Mapping[str, float], weights: Mapping[str, float]) -> Column:
    """For each row of tones, 1 where it agrees with ``anchor`` on the weighted axes, 0 where they are half the range
    apart or more; NaN where the row is unknown."""
    held = np.array([weights[a] for a in TONE_AXES])
    if not anchor or held.sum() == 0:
        return np.zeros(len(tones))
    squared = ((tones - np.array([anchor[a] for a in TONE_AXES])) ** 2) @ held / held.sum()
    near: Column = np.maximum(0.0, 1.0 - 2.0 * np.sqrt(squared))
    return near


def halfway(tones: Column, start: Title, end: Title) -> Column | None:
    """For each row of tones, 1 halfway along the line from one title's tone to another's, 0 at either end or beyond.

    NaN where a row is unknown; None where the two stand too near each other for anything to lie between.
    """
    if not start.tone or not end.tone:
        return None
    one, other = (np.array([title.tone[axis] for axis in TONE_AXES]) for title in (start, end))
    line = other - one
    if np.linalg.norm(line) < APART:
        return None
    share = (tones - one) @ line / (line @ line)
    middle: Column = np.where(np.isnan(share), np.nan, np.clip(1.0 - 2.0 * np.abs(share - 0.5), 0.0, 1.0))
    return middle


def _clip(value: float) -> float:
    return round(min(1.0, max(0.0, value)), 4)
