"""Judging picks against a case, by the titles' own values: nothing here asks the ranking what it meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from matinee.agent.evaluate.cases import Case, Move
from matinee.agent.explain import akin
from matinee.index.catalogue import Catalogue
from matinee.index.embedding import Embedder
from matinee.index.title import TONE_AXES, Title
from matinee.index.tone.batch import TraitScorer
from matinee.index.tone.features import genre_set
from matinee.index.tone.traits import parse_trait

ABOUT = 0.15
"""How far short of the anchor "as tense as" may fall."""
EDGE = 0.15
"""What lies between two titles keeps at least this share of the way from either."""
EPISODES = 8
"""Episodes to a season, where lengths of films and series are compared."""

Marks = Mapping[str, bool]
"""Requirement (``exists``, ``hidden``, ``direction``, ``theme``) to whether a pick obeys it."""
REQUIREMENTS = ("exists", "hidden", "direction", "theme")


@dataclass(frozen=True)
class Verdict:
    """One pick judged."""

    title: Title
    marks: Marks
    on: Mapping[str, bool] = field(default_factory=dict)
    """Scale to whether the pick stands where it must."""
    faults: tuple[str, ...] = ()
    """What is wrong, in words."""


class Judge:
    """Judges picks over one catalogue; ``embedder`` must be the one that built it."""

    def __init__(self, catalogue: Catalogue, embedder: Embedder) -> None:
        self._catalogue = catalogue
        self._scorer = TraitScorer(catalogue, embedder)
        self._embedder = embedder
        self._traits: dict[str, dict[str, float]] = {}

    def anchors(self, case: Case) -> list[Title] | None:
        """The case's anchors as the catalogue has them; None where one is missing."""
        ids = [self._catalogue.aliases.get(ident, ident) for ident in case.like]
        return [self._catalogue.titles[i] for i in ids] if all(i in self._catalogue.titles for i in ids) else None

    def judge(self, case: Case, anchors: Sequence[Title], picks: Sequence[Title]) -> list[Verdict]:
        """A verdict a pick."""
        return [self._verdict(case, anchors, pick) for pick in picks]

    def within_reach(self, case: Case, anchors: Sequence[Title], count: int) -> bool:
        """Whether the catalogue has ``count`` titles that would obey in everything."""
        found = 0
        for title in self._catalogue.titles.values():
            # The themes are the slow part, so they come last.
            if all(fault is None for _, fault in self._directions(case, anchors, title)):
                found += all(self._verdict(case, anchors, title).marks.values())
            if found >= count:
                return True
        return False

    def _verdict(self, case: Case, anchors: Sequence[Title], pick: Title) -> Verdict:
        faults: list[str] = []
        on: dict[str, bool] = {}
        for name, fault in self._directions(case, anchors, pick):
            on[name] = on.get(name, True) and fault is None
            if fault:
                faults.append(fault)
        marks = {
            "exists": self._catalogue.titles.get(pick.id) == pick,
            "hidden": pick.id not in {anchor.id for anchor in anchors},
            "direction": all(on.values()),
            "theme": not case.theme or any(related(pick, anchor) for anchor in anchors),
        }
        faults += [f"{name} fails" for name in ("exists", "hidden", "theme") if not marks[name]]
        return Verdict(pick, marks, on, tuple(faults))

    def _directions(self, case: Case, anchors: Sequence[Title], pick: Title) -> Iterator[tuple[str, str | None]]:
        """Each scale of the case, with what is wrong there."""
        for move in case.moves:
            fault = _length(move, anchors, pick) if move.on == "length" else self._level(move, anchors, pick)
            yield move.on, fault
        if case.between:
            share = way(pick, anchors[0], anchors[1])
            lies = EDGE <= share <= 1 - EDGE
            yield "between", None if lies else f"lies at {share:.2f} of the way"

    def _level(self, move: Move, anchors: Sequence[Title], pick: Title) -> str | None:
        value, start = self._value(move.on, pick), float(np.mean([self._value(move.on, a) for a in anchors]))
        if move.at_least is not None and value < move.at_least:
            return f"{move.on} {value:.2f}, wanted {move.at_least:g} or more"
        told = f"{move.on} {value:.2f} against {start:.2f}"
        match move.by:
            case "as":
                return None if value >= start - ABOUT else f"{told}, wanted as much"
            case "as_little":
                return None if value <= start + ABOUT else f"{told}, wanted as little"
            case "more" | "less":
                beyond = round(value - start if move.by == "more" else start - value, 4)
                if beyond > 0 and move.least <= beyond and (move.most == 1 or beyond <= move.most):
                    return None
                return f"{told}, wanted {move.by}"
        return None

    def _value(self, on: str, title: Title) -> float:
        if on in TONE_AXES:
            return title.tone.get(on, 0.5)
        if on == "year":
            return float(title.year)
        if on == "fame":
            return title.fame or 0.0
        return self._scores(on).get(title.id, 0.5)

    def _scores(self, trait: str) -> dict[str, float]:
        if trait not in self._traits:
            titles = list(self._catalogue.titles.values())
            scores = self._scorer.scores(parse_trait(trait, self._embedder), titles)
            self._traits[trait] = {title.id: float(score) for title, score in zip(titles, scores, strict=True)}
        return self._traits[trait]


def related(pick: Title, anchor: Title) -> bool:
    """Whether the two share a theme, have themes that mean much the same, or the main genre of either."""
    if any(akin(one, other) for one in pick.themes for other in anchor.themes):
        return True
    mine, theirs = genre_set(pick.genres), genre_set(anchor.genres)
    return bool(genre_set(pick.genres[:1]) & theirs or genre_set(anchor.genres[:1]) & mine)


def way(pick: Title, start: Title, end: Title) -> float:
    """How far on the line from the tone of ``start`` to that of ``end`` the pick's tone lies: 0 to 1 between them."""
    at, a, b = (np.array([title.tone.get(axis, 0.5) for axis in TONE_AXES]) for title in (pick, start, end))
    return float((at - a) @ (b - a) / max(float((b - a) @ (b - a)), 1e-9))


def _length(move: Move, anchors: Sequence[Title], pick: Title) -> str | None:
    """A series is shorter by its seasons or by its episodes; against a film, its whole length counts."""
    sign = 1 if move.by == "more" else -1
    if all(_longer(sign, pick, anchor) for anchor in anchors):
        return None
    return f"length {_spelt(pick)} against {', '.join(map(_spelt, anchors))}, wanted {move.by}"


def _longer(sign: int, pick: Title, anchor: Title) -> bool:
    measures: Sequence[Callable[[Title], float]] = (_whole,)
    if pick.kind == anchor.kind == "series":
        measures = (lambda title: title.seasons or 0, lambda title: title.runtime_minutes or 0)
    return any(sign * (measure(pick) - measure(anchor)) > 0 for measure in measures)


def _whole(title: Title) -> float:
    minutes = title.runtime_minutes or 45
    return minutes if title.kind == "film" else minutes * EPISODES * (title.seasons or 1)


def _spelt(title: Title) -> str:
    return (
        f"{title.seasons or '?'} × {title.runtime_minutes or '?'}"
        if title.kind == "series"
        else (f"{title.runtime_minutes or '?'}")
    )
