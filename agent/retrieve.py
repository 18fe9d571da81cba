"""Retrieve: the channels that bring up candidates, each searching inside the hard filters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from matinee.agent.log import Standing
from matinee.agent.memory import Memory
from matinee.agent.remember import standing_taste
from matinee.agent.request import Request
from matinee.agent.scale import scale_of
from matinee.agent.shelf import Column, Shelf, cosines, shelf_of
from matinee.agent.steer import Goal, closeness, goals, kept_axes, mean_tone, widened
from matinee.index.catalogue import Catalogue, Hit
from matinee.index.filters import Filters
from matinee.index.title import TONE_AXES, Title

DEPTH = 120
"""How many hits each channel brings."""

LOOSEN: tuple[tuple[str, dict[str, object]], ...] = (
    ("how well known it is", {"fame_min": None, "fame_max": None}),
    ("the length", {"runtime_min": None, "runtime_max": None, "series_seasons_max": None}),
    ("the number of seasons", {"seasons_min": None, "seasons_max": None}),
    ("the tone", {"tone_min": {}, "tone_max": {}}),
    ("the years", {"year_min": None, "year_max": None, "years_not": ()}),
    ("the country", {"countries": ()}),
    ("the language", {"languages": ()}),
    ("the genre", {"genres": (), "genres_any": ()}),
    ("film or series", {"kind": None}),
    ("the people", {"people": (), "people_any": ()}),
)
"""What gives way, first to last, when no title fulfils everything. What the user ruled out never does."""


WIDEN = ((0.1, 0.0), (0.2, 0.04), (0.3, 0.1), (0.4, 0.2), (0.6, 0.4), (1.0, 1.0))
"""How far levels and movements are let out, step by step, until ENOUGH titles fit."""
ENOUGH = 5


@dataclass(frozen=True)
class Situation:
    """Everything fixed before the search: anchors, where they stand, and what is out."""

    anchors: tuple[Title, ...]
    avoided: tuple[Title, ...]
    anchor_tone: Mapping[str, float]
    goals: tuple[Goal, ...]
    filters: Filters


@dataclass(frozen=True)
class Found:
    """Candidates by id, with the score of every channel that brought them up."""

    situation: Situation
    scores: Mapping[str, Mapping[str, float]]
    relaxed: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    """Movements that the anchor leaves no room for, in words."""


def retrieve(request: Request, memory: Memory, standing: Standing, catalogue: Catalogue) -> Found:
    """Candidates for ``request``; where there is none, soft conditions give way one by one until there is."""
    situation = situate(request, memory, standing, catalogue)
    scores = _channels(request, situation, catalogue)
    relaxed: list[str] = []
    limits = [_beyond(goal, situation.anchors) for goal in situation.goals if goal.full]
    if 0 < len(scores) < ENOUGH and any(goal.binding and goal.level != "beyond" for goal in situation.goals):
        situation, scores = _widened(request, situation, catalogue)
        limits = [_beyond(goal, situation.anchors) for goal in situation.goals if goal.widened]
    for words, change in LOOSEN:
        if scores or (words == "the people" and not _beside_people(request)):
            break
        if words == "the tone" and any(goal.binding for goal in situation.goals):
            # what comes nearest to the movement is shown, and that nothing goes as far is said
            situation, scores = _widened(request, situation, catalogue)
            limits = [_beyond(goal, situation.anchors) for goal in situation.goals if goal.widened]
            if scores:
                break
        if all(getattr(situation.filters, name) == value for name, value in change.items()):
            continue
        situation = replace(situation, filters=situation.filters.model_copy(update=change))
        relaxed.append(words)
        scores = _channels(request, situation, catalogue)
    return Found(situation, scores, tuple(relaxed), tuple(limits)) if scores else Found(situation, scores)


def _widened(
    request: Request, situation: Situation, catalogue: Catalogue
) -> tuple[Situation, dict[str, dict[str, float]]]:
    """The situation with the least widening of its goals that lets a title in, and what is found then.

    A level that a title sets ("as scary as X") gives way before a movement does ("funnier").
    """
    plain = situation.filters.model_copy(update={"tone_min": {}, "tone_max": {}})
    scores: dict[str, dict[str, float]] = {}
    given = situation.goals
    for levels, movements in WIDEN:
        goals_now = tuple(
            widened(goal, movements if goal.level == "beyond" else levels) if goal.binding else goal for goal in given
        )
        wider = replace(situation, goals=goals_now, filters=_bounded(plain, goals_now))
        found = _channels(request, wider, catalogue)
        if found:
            situation, scores = wider, found
        if len(scores) >= ENOUGH:
            break
    return situation, scores


def _bounded(filters: Filters, wanted: Iterable[Goal]) -> Filters:
    """``filters`` with the bounds of the goals on axes; traits are no column of the index."""
    tone_min, tone_max = dict(filters.tone_min), dict(filters.tone_max)
    for goal in wanted:
        if not (goal.binding and goal.scale.is_axis):
            continue
        low, high = goal.bounds()
        if low is not None:
            tone_min[goal.axis] = max(low, tone_min.get(goal.axis, 0.0))
        if high is not None:
            tone_max[goal.axis] = min(high, tone_max.get(goal.axis, 1.0))
    return filters.model_copy(update={"tone_min": tone_min, "tone_max": tone_max})


def _beside_people(request: Request) -> bool:
    """Whether anything is wished for beside people: who asks for one person and gets others is not helped."""
    rest = {
        "people": (),
        "people_any": (),
        "people_not": (),
        "genres_not": (),
        "themes_not": (),
        "ids_not": (),
        "kind": None,
    }
    return request.model_copy(update={"filters": request.filters.model_copy(update=rest)}).has_wish


def _beyond(goal: Goal, anchors: Sequence[Title]) -> str:
    than = f" than {anchors[0].name}" if anchors and goal.level == "beyond" else ""
    return f"{goal.word}{than}"


def situate(request: Request, memory: Memory, standing: Standing, catalogue: Catalogue) -> Situation:
    """What is fixed for ``request`` before any search, given the conversation and the user's feedback."""
    titles = catalogue.titles
    anchors = tuple(titles[ref.id] for ref in request.liked if ref.id in titles)
    avoided = tuple(titles[ref.id] for ref in request.avoided if ref.id in titles)
    reference = anchors or tuple(titles[i] for i in memory.picks if i in titles and request.refines)
    wanted = goals(request, reference, titles, partial(scale_of, catalogue))
    measured = {ident for shift in request.shifts for ident in shift.than}
    out = {t.id for t in (*anchors, *avoided)} | measured | set(standing.disliked)
    out |= set(request.rejected) | set(memory.rejected)
    if not request.rewatch:
        out |= set(request.seen) | set(memory.seen) | set(standing.seen)
    if request.refines:
        out |= set(memory.shown)
    filters = _with_taste(request.filters, memory, request)
    update: dict[str, object] = {"ids_not": tuple(sorted(out | set(filters.ids_not)))}
    update.update(_fact_filters(request, reference, filters))
    filters = _bounded(filters.model_copy(update=update), wanted)
    return Situation(anchors, avoided, mean_tone(reference), tuple(wanted), filters)


def _with_taste(filters: Filters, memory: Memory, request: Request) -> Filters:
    """``filters`` with the conversation's "never"s; a thing that the wish asks for all the same is allowed again."""
    out = [s for s in standing_taste(memory.taste, request.taste) if s.lasting and not s.likes and not request.wants(s)]
    update: dict[str, object] = {}
    for what, name in _NEVER.items():
        values = tuple(s.value for s in out if s.what == what)
        update[name] = tuple(dict.fromkeys((*getattr(filters, name), *values)))
    low, high = dict(filters.tone_min), dict(filters.tone_max)
    for statement in out:
        if statement.what == "axis" and statement.value in TONE_AXES:
            if statement.lower:
                low[statement.value] = max(_LITTLE, low.get(statement.value, 0.0))
            else:
                high[statement.value] = min(_LITTLE, high.get(statement.value, 1.0))
        elif statement.what == "kind" and filters.kind is None:
            update["kind"] = "film" if statement.value == "series" else "series"
    hated = (s.value for s in standing_taste(memory.taste, request.taste) if s.what == "title" and not s.likes)
    update["ids_not"] = (*filters.ids_not, *hated)
    return filters.model_copy(update={**update, "tone_min": low, "tone_max": high})


_NEVER = {
    "genre": "genres_not",
    "person": "people_not",
    "theme": "themes_not",
    "language": "languages_not",
    "country": "countries_not",
}
_LITTLE = 0.3
"""How far towards the hated end of an axis a title may stand: at most, or for a lower end at least."""


def _fact_filters(request: Request, reference: tuple[Title, ...], filters: Filters) -> dict[str, object]:
    """Numeric wishes relative to the reference ("shorter", "older", "less known") as hard bounds."""
    update: dict[str, object] = {}
    for shift in request.fact_shifts:
        up = shift.direction > 0
        if shift.field == "year":
            years = [t.year for t in reference]
            gap = round(3 * shift.degree)
            if years:
                bound = max(years) + gap if up else min(years) - gap
                update["year_min" if up else "year_max"] = bound
            else:
                update["year_min" if up else "year_max"] = 2012 if up else 1990
        elif shift.field == "runtime":
            update.update(_length(reference, filters, up=up, degree=shift.degree))
        elif shift.field == "seasons":
            seasons = [t.seasons for t in reference if t.seasons]
            bound = (max(seasons) + 1 if up else max(1, min(seasons) - 1)) if seasons else (4 if up else 2)
            update["seasons_min" if up else "seasons_max"] = bound
        elif shift.field == "fame":
            fames = [t.fame for t in reference if t.fame is not None]
            gap_fame = 0.12 * shift.degree
            level = (sum(fames) / len(fames) + (gap_fame if up else -gap_fame)) if fames else (0.7 if up else 0.4)
            level = min(level, 0.85) if up else max(0.15, min(level, 0.55))
            update["fame_min" if up else "fame_max"] = round(level, 3)
    return update


def _length(reference: tuple[Title, ...], filters: Filters, *, up: bool, degree: float) -> dict[str, object]:
    """ "Shorter" and "longer": minutes among films, seasons among series, and a film is shorter than any series.

    The length of a series is its seasons, then its episodes: a shorter one has fewer seasons and no longer episodes.
    """
    kinds = {t.kind for t in reference}
    if kinds == {"series"} and filters.kind != "film":
        return _series_length(reference, filters, up=up)
    if kinds == {"series"}:
        # any film is shorter than a series; who says so all the same wants a short one
        return {"runtime_min": 140} if up else {"runtime_max": 110}
    minutes = [t.runtime_minutes for t in reference if t.runtime_minutes and t.kind == "film"]
    if not minutes:
        return {"kind": filters.kind or "film", "runtime_min" if up else "runtime_max": 140 if up else 110}
    gap = 10 * degree
    bound = round(max(minutes) + gap if up else min(minutes) - gap)
    return {"kind": filters.kind or "film", "runtime_min" if up else "runtime_max": max(bound, 1)}


_SAME_EPISODE = 1.1
"""How much longer an episode may be that still counts as no longer."""


def _series_length(reference: tuple[Title, ...], filters: Filters, *, up: bool) -> dict[str, object]:
    seasons, minutes = [t.seasons or 1 for t in reference], [t.runtime_minutes for t in reference if t.runtime_minutes]
    if up:
        return {"kind": "series", "seasons_min": max(seasons) + 1}
    if min(seasons) > 1:
        longest = {"runtime_max": round(max(minutes) * _SAME_EPISODE)} if minutes else {}
        return {"kind": "series", "seasons_max": min(seasons) - 1, **longest}
    if filters.kind != "series":
        return {"kind": "film"}
    return {"seasons_max": 1, **({"runtime_max": min(minutes) - 1} if minutes else {})}


def _channels(request: Request, situation: Situation, catalogue: Catalogue) -> dict[str, dict[str, float]]:
    scores: dict[str, dict[str, float]] = {}

    def add(channel: str, hits: Iterable[Hit]) -> None:
        for hit in hits:
            known = scores.setdefault(hit.id, {})
            known[channel] = max(hit.score, known.get(channel, 0.0))

    filters = situation.filters
    for number, anchor in enumerate(situation.anchors):
        add(f"like:{number}", catalogue.nearest(catalogue.vector(anchor.id), DEPTH, filters))
    if loved := loved_together(situation, catalogue):
        best = sorted(loved, key=lambda ident: (-loved[ident], ident))[:DEPTH]
        ids = tuple(i for i in best if filters.ids is None or i in filters.ids)
        allowed = catalogue.matching(filters.model_copy(update={"ids": ids}), len(ids))
        add("together", (Hit(hit.id, loved[hit.id]) for hit in allowed))
    words = wish_text(request)
    if words:
        near, worded = catalogue.by_text(words, DEPTH, filters)
        add("text", near)
        add("keyword", worded)
    narrow = not situation.anchors or situation.goals or len(scores) < DEPTH // 2
    if narrow:
        add("facts", catalogue.matching(filters, DEPTH * 3, order=_order(situation)))
    traits = [goal for goal in situation.goals if not goal.scale.is_axis]
    if traits or len(situation.anchors) > 1:
        # no index knows of a trait, nor of what lies between two anchors: the likeliest are found here, then filtered
        promising = _promising(situation, shelf_of(catalogue), traits)
        ids = tuple(i for i in promising if filters.ids is None or i in filters.ids)
        add("mix", catalogue.matching(filters.model_copy(update={"ids": ids}), len(ids)))
    return _obeying(scores, [goal for goal in traits if goal.binding], shelf_of(catalogue)) if traits else scores


def loved_together(situation: Situation, catalogue: Catalogue) -> dict[str, float]:
    """Id to how much people who love the anchors love it, 1 for the most; empty where no ratings were learnt."""
    together = catalogue.together if situation.anchors else None
    return together.near([a.id for a in situation.anchors]) if together else {}


def _obeying(scores: dict[str, dict[str, float]], wanted: Sequence[Goal], shelf: Shelf) -> dict[str, dict[str, float]]:
    """The candidates that fulfil the goals on traits."""
    rows = shelf.rows(scores)
    kept = np.ones(len(rows), dtype=bool)
    for goal in wanted:
        kept &= goal.obeying(goal.scale.values[rows])
    return {ident: known for (ident, known), keep in zip(scores.items(), kept, strict=True) if keep}


def _promising(situation: Situation, shelf: Shelf, traits: Sequence[Goal]) -> list[str]:
    """Ids of the titles that fulfil the trait goals and are nearest to all anchors, best first."""
    worth: Column = np.zeros(len(shelf.ids))
    allowed = np.ones(len(shelf.ids), dtype=bool)
    for goal in traits:
        worth += goal.utilities(goal.scale.values) / len(traits)
        if goal.binding:
            allowed &= goal.obeying(goal.scale.values)
    if situation.anchors:
        near = cosines(shelf.vectors, shelf.vectors[shelf.rows(t.id for t in situation.anchors)])
        worth += near.mean(axis=1) + near.min(axis=1)
        tones = closeness(shelf.tones, situation.anchor_tone, kept_axes(situation.goals))
        worth += np.nan_to_num(tones)
    rows = np.flatnonzero(allowed)
    best = rows[np.argsort(-worth[rows], kind="stable")[: DEPTH * 3]]
    return [shelf.ids[row] for row in best]


def _order(situation: Situation) -> tuple[str, int]:
    """What the facts channel sorts by: the first axis asked for, else how well known a title is."""
    for goal in situation.goals:
        if goal.start is None and goal.scale.is_axis:
            return (goal.axis, goal.direction)
    return ("fame", 1)


def wish_text(request: Request) -> str:
    """The words of the wish that are embedded and searched: themes and what was left over, never the raw message."""
    return ", ".join(part for part in (", ".join(request.themes), request.free_text) if part)
