"""Retrieve: the channels that bring up candidates, each searching inside the hard filters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from matinee.agent.log import Standing
from matinee.agent.memory import Memory
from matinee.agent.request import Request
from matinee.agent.steer import Goal, goals, mean_tone
from matinee.index.catalogue import Catalogue, Hit
from matinee.index.filters import Filters
from matinee.index.title import Title

DEPTH = 120
"""How many hits each channel brings."""

LOOSEN: tuple[tuple[str, dict[str, object]], ...] = (
    ("how well known it is", {"fame_min": None, "fame_max": None}),
    ("the length", {"runtime_min": None, "runtime_max": None}),
    ("the number of seasons", {"seasons_min": None, "seasons_max": None}),
    ("the tone", {"tone_min": {}, "tone_max": {}}),
    ("the years", {"year_min": None, "year_max": None}),
    ("the country", {"countries": ()}),
    ("the language", {"languages": ()}),
    ("the genre", {"genres": (), "genres_any": ()}),
    ("film or series", {"kind": None}),
    ("the people", {"people": (), "people_any": ()}),
)
"""What gives way, first to last, when no title fulfils everything. What the user ruled out never does."""


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
    situation = _situation(request, memory, standing, catalogue.titles)
    scores = _channels(request, situation, catalogue)
    relaxed: list[str] = []
    limits = [_beyond(goal, situation.anchors) for goal in situation.goals if goal.start is not None and goal.full]
    for words, change in LOOSEN:
        if scores:
            break
        if all(getattr(situation.filters, name) == value for name, value in change.items()):
            continue
        situation = replace(situation, filters=situation.filters.model_copy(update=change))
        relaxed.append(words)
        scores = _channels(request, situation, catalogue)
    if "the tone" in relaxed and any(goal.start is not None for goal in situation.goals):
        relaxed.remove("the tone")
        limits = [_beyond(goal, situation.anchors) for goal in situation.goals if goal.start is not None]
    return Found(situation, scores, tuple(relaxed), tuple(limits)) if scores else Found(situation, scores)


def _beyond(goal: Goal, anchors: Sequence[Title]) -> str:
    than = f" than {anchors[0].name}" if anchors else ""
    return f"{goal.word}{than}"


def _situation(request: Request, memory: Memory, standing: Standing, titles: Mapping[str, Title]) -> Situation:
    anchors = tuple(titles[ref.id] for ref in request.liked if ref.id in titles)
    avoided = tuple(titles[ref.id] for ref in request.avoided if ref.id in titles)
    reference = anchors or tuple(titles[i] for i in memory.picks if i in titles and request.refines)
    tone = mean_tone(reference)
    wanted = goals(request, tone)
    out = {t.id for t in (*anchors, *avoided)} | set(request.rejected) | set(memory.rejected) | set(standing.disliked)
    if not request.rewatch:
        out |= set(request.seen) | set(memory.seen) | set(standing.seen)
    if request.refines:
        out |= set(memory.shown)
    filters = _with_taste(request.filters, memory, request)
    update: dict[str, object] = {"ids_not": tuple(sorted(out | set(filters.ids_not)))}
    update.update(_fact_filters(request, reference, filters))
    tone_min, tone_max = dict(filters.tone_min), dict(filters.tone_max)
    for goal in wanted:
        if goal.start is None:
            continue
        if goal.direction > 0:
            tone_min[goal.axis] = max(goal.floor, tone_min.get(goal.axis, 0.0))
        else:
            tone_max[goal.axis] = min(goal.floor, tone_max.get(goal.axis, 1.0))
    update["tone_min"], update["tone_max"] = tone_min, tone_max
    return Situation(anchors, avoided, tone, tuple(wanted), filters.model_copy(update=update))


def _with_taste(filters: Filters, memory: Memory, request: Request) -> Filters:
    """``filters`` with the conversation's "never"s; a thing asked for in this very message is allowed again."""
    update: dict[str, object] = {}
    fields = {
        "genre": ("genres_not", filters.genres),
        "person": ("people_not", filters.people),
        "theme": ("themes_not", request.themes),
        "language": ("languages_not", filters.languages),
        "country": ("countries_not", filters.countries),
    }
    for statement in (*memory.taste, *request.taste):
        if statement.likes or not statement.lasting or statement.what not in fields:
            continue
        name, wanted = fields[statement.what]
        if statement.value in wanted:
            continue
        held = update.get(name, getattr(filters, name))
        assert isinstance(held, tuple)
        update[name] = (*held, statement.value) if statement.value not in held else held
    tone_max = dict(filters.tone_max)
    for statement in (*memory.taste, *request.taste):
        if statement.what == "axis" and not statement.likes and statement.lasting:
            tone_max[statement.value] = min(0.3, tone_max.get(statement.value, 1.0))
    ids = tuple(s.value for s in (*memory.taste, *request.taste) if s.what == "title" and not s.likes)
    return filters.model_copy(update={**update, "tone_max": tone_max, "ids_not": (*filters.ids_not, *ids)})


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
    """ "Shorter" and "longer": minutes among films, seasons among series, and a film is shorter than any series."""
    kinds = {t.kind for t in reference}
    if kinds == {"series"} and filters.kind != "film":
        seasons = [t.seasons or 1 for t in reference]
        if up:
            return {"kind": "series", "seasons_min": max(seasons) + 1}
        if min(seasons) > 1:
            return {"kind": "series", "seasons_max": min(seasons) - 1}
        return {"kind": "film"}
    if kinds == {"series"}:
        # any film is shorter than a series; who says so all the same wants a short one
        return {"runtime_min": 140} if up else {"runtime_max": 110}
    minutes = [t.runtime_minutes for t in reference if t.runtime_minutes and t.kind == "film"]
    if not minutes:
        return {"kind": filters.kind or "film", "runtime_min" if up else "runtime_max": 140 if up else 110}
    gap = 10 * degree
    bound = round(max(minutes) + gap if up else min(minutes) - gap)
    return {"kind": filters.kind or "film", "runtime_min" if up else "runtime_max": max(bound, 1)}


def _channels(request: Request, situation: Situation, catalogue: Catalogue) -> dict[str, dict[str, float]]:
    scores: dict[str, dict[str, float]] = {}

    def add(channel: str, hits: Iterable[Hit]) -> None:
        for hit in hits:
            known = scores.setdefault(hit.id, {})
            known[channel] = max(hit.score, known.get(channel, 0.0))

    filters = situation.filters
    for number, anchor in enumerate(situation.anchors):
        add(f"like:{number}", catalogue.nearest(catalogue.vector(anchor.id), DEPTH, filters))
    words = wish_text(request)
    if words:
        add("text", catalogue.nearest(catalogue.embed(words), DEPTH, filters))
        add("keyword", catalogue.keyword(words, DEPTH, filters))
    narrow = not situation.anchors or situation.goals or len(scores) < DEPTH // 2
    if narrow:
        add("facts", catalogue.matching(filters, DEPTH * 3, order=_order(situation)))
    return scores


def _order(situation: Situation) -> tuple[str, int]:
    """What the facts channel sorts by: the first axis asked for, else how well known a title is."""
    for goal in situation.goals:
        if goal.start is None:
            return (goal.axis, goal.direction)
    return ("fame", 1)


def wish_text(request: Request) -> str:
    """The words of the wish that are embedded and searched: themes and what was left over, never the raw message."""
    return ", ".join(part for part in (", ".join(request.themes), request.free_text) if part)
