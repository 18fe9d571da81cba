"""Why a title is not among the picks: what was said against it, what it fails, or how far down it ranks."""

from __future__ import annotations

from collections.abc import Sequence

from matinee.agent.compose.say import MORE, aged, land, length, level, listed, noun, place
from matinee.agent.explain import akin
from matinee.agent.log import Standing
from matinee.agent.memory import Memory
from matinee.agent.rank import RankConfig, score
from matinee.agent.request import Request
from matinee.agent.retrieve import Situation, retrieve, situate
from matinee.agent.understand.merge import settle
from matinee.index.catalogue import Catalogue
from matinee.index.filters import Filters
from matinee.index.title import Title, fold

_UNCHECKED = ("ids", "ids_not", "tone_min", "tone_max", "fame_min", "fame_max")


def why_absent(title: Title, memory: Memory, standing: Standing, catalogue: Catalogue) -> str:
    """One sentence on why ``title`` is not among the last picks, or where it is on the list."""
    name, wish = title.label, memory.wish
    if title.id in memory.picks:
        return f"{name} is on the list: it is the {place(memory.picks.index(title.id) + 1)}."
    if wish is None:
        return f"{name} is here and can be had; nothing has been asked for yet that would bring it up."
    said = _said_against(title, wish, memory, standing)
    if said:
        return said
    picks = [catalogue.titles[i] for i in memory.picks if i in catalogue.titles]
    plain = settle(wish, picks).model_copy(update={"refines": False})
    situation = situate(plain, memory, standing, catalogue)
    failed = _failed(title, situation, catalogue)
    if failed:
        return f"{name} is out because {listed(failed[:2])}."
    if title.id in memory.shown:
        return f"{name} was on an earlier list, and I do not show a title twice unless you ask for it."
    return _ranked(title, plain, memory, standing, catalogue)


def _said_against(title: Title, wish: Request, memory: Memory, standing: Standing) -> str | None:
    name = title.label
    if title.id in {r.id for r in wish.liked}:
        return f"{name} is what you asked for more of, so it is the yardstick and not on the list."
    if title.id in {*memory.seen, *standing.seen} and not wish.rewatch:
        return f"You have seen {name}, so I leave it out; “seen before is fine” brings such titles back."
    if title.id in standing.disliked:
        return f"Your thumb went down for {name}, and such titles do not come back."
    if title.id in memory.rejected or title.id in {r.id for r in wish.avoided}:
        return f"You turned {name} down earlier."
    for statement in memory.taste:
        if not statement.likes and _offends(title, statement.what, statement.value):
            return f"You told me no {statement.words}, and that rules out {name}."
    return None


def _offends(title: Title, what: str, value: str) -> bool:
    if what == "axis":
        return title.tone.get(value, 0.0) > 0.3
    people = (*title.directors, *title.creators, *title.cast)
    fields: dict[str, tuple[str, ...]] = {
        "genre": title.genres, "theme": title.themes, "country": title.countries, "language": title.languages,
        "person": people, "title": (title.id,), "kind": (title.kind,),
    }  # fmt: skip
    return fold(value) in {fold(v) for v in fields.get(what, ())}


def _failed(title: Title, situation: Situation, catalogue: Catalogue) -> list[str]:
    """The conditions that ``title`` does not meet, each in words; checked by the search's own filters."""
    filters, failed = situation.filters, []
    blank = Filters()
    for field in Filters.model_fields:
        value = getattr(filters, field)
        if field in _UNCHECKED or value == getattr(blank, field):
            continue
        if not catalogue.matching(Filters.model_validate({"ids": (title.id,), field: value}), 1):
            failed.append(_condition(title, field, filters))
    wanted = {goal.axis: goal for goal in situation.goals}
    for bounds, up in ((filters.tone_min, True), (filters.tone_max, False)):
        for axis, bound in bounds.items():
            value = title.tone.get(axis)
            if value is None or (value < bound if up else value > bound):
                start = wanted[axis].start if axis in wanted else None
                failed.append(_tone_failed(axis, value, start, up=up))
    if filters.fame_max is not None and (title.fame or 0.0) > filters.fame_max:
        failed.append("it is better known than what you asked for")
    if filters.fame_min is not None and (title.fame or 0.0) < filters.fame_min:
        failed.append("it is less known than what you asked for")
    return list(dict.fromkeys(failed))


def _tone_failed(axis: str, value: float | None, start: float | None, *, up: bool) -> str:
    word = MORE[axis][0 if up else 1]
    if value is None:
        return f"its place on {axis} is not known"
    if start is not None:
        return f"it is not {word}: {level(value)} against {level(start)} where you started"
    return (
        f"it is not {word} than the rest ({level(value)})" if up else f"it stands too high on {axis} ({level(value)})"
    )


def _condition(title: Title, field: str, filters: Filters) -> str:
    """What of a title fails the filter ``field``, as a clause."""
    if field == "kind":
        return f"it is a {title.kind} and you asked for a {filters.kind}"
    if field.startswith("year"):
        return f"it is from {title.year}"
    if field.startswith("runtime"):
        return f"it runs {length(title)}" if title.runtime_minutes else "its length is not known"
    if field.startswith("seasons"):
        return f"it has {title.seasons} seasons" if title.seasons else "it has no seasons to count"
    if field == "maturity_max":
        return f"it is rated {aged(title.maturity)}" if title.maturity else "its age rating is not known"
    if field in {"languages", "languages_not"}:
        return f"it is in {listed(title.languages)}"
    if field in {"countries", "countries_not"}:
        return f"it comes from {listed([land(c) for c in title.countries])}"
    if field in {"genres", "genres_any"}:
        return f"it is no {listed(_missing(title.genres, getattr(filters, field)), 'or')} {noun(title)}"
    if field == "genres_not":
        out = {fold(genre) for genre in filters.genres_not}
        return f"it is {listed([g for g in title.genres if fold(g) in out])}, which you ruled out"
    if field in {"people", "people_any"}:
        return f"{listed(getattr(filters, field), 'or')} had no part in it"
    if field == "people_not":
        return f"{listed([p for p in filters.people_not if _offends(title, 'person', p)])} is in it"
    themes = [t for t in title.themes if any(akin(t, x) for x in filters.themes_not)]
    return f"it deals with {listed(themes)}, which you ruled out" if themes else "it touches what you ruled out"


def _missing(held: Sequence[str], asked: Sequence[str]) -> list[str]:
    return [g for g in asked if fold(g) not in {fold(h) for h in held}] or list(asked)


def _ranked(title: Title, wish: Request, memory: Memory, standing: Standing, catalogue: Catalogue) -> str:
    fresh = memory.model_copy(update={"picks": (), "shown": ()})
    order = list(score(wish, retrieve(wish, fresh, standing, catalogue), catalogue, RankConfig()).ids)
    if title.id not in order:
        return f"{title.label} breaks none of your conditions; it is just too far from what you asked for to come up."
    rank = order.index(title.id) + 1
    if rank <= len(memory.picks) + 2:
        return f"{title.label} only just missed: it comes {place(rank)} for this wish, and I keep the list varied."
    return f"{title.label} fits, but {rank - 1} titles come closer to what you asked for."
