"""Merging a refinement into the conversation's last wish: the new word wins, what it leaves open stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from matinee.agent.request import FactShift, Request, Shift, TitleRef
from matinee.agent.understand.trait_words import main_axis, opposed
from matinee.index.filters import Filters
from matinee.index.title import Title

_MOST = 3.0
"""How far "lighter, lighter, lighter" can add up."""
_GROUPS: tuple[tuple[str, ...], ...] = (
    ("kind",),
    ("year_min", "year_max"),
    ("runtime_min", "runtime_max", "series_seasons_max"),
    ("seasons_min", "seasons_max"),
    ("maturity_max",),
    ("languages", "countries"),
    ("genres", "genres_any"),
    ("people", "people_any"),
    ("fame_min", "fame_max"),
)
"""Fields that are said together: a new value of one replaces them all."""
_ADDED: Mapping[str, str] = {
    "genres_not": "genres",
    "people_not": "people",
    "languages_not": "languages",
    "countries_not": "countries",
}
_ADDED_ONLY = ("themes_not", "ids_not", "years_not")


def settle(base: Request, picks: Sequence[Title]) -> Request:
    """``base`` with what it asked relative to earlier picks turned into bounds that the last ``picks`` fulfil.

    Without an anchor "shorter" and "lighter" mean "than what was just shown"; read again against the newer picks they
    would move a second time.
    """
    if base.liked or not picks:
        return base
    least, most = dict(base.filters.tone_min), dict(base.filters.tone_max)
    for shift in base.shifts:
        values = [t.tone[shift.axis] for t in picks if shift.axis in t.tone]
        if shift.relative and values:
            if shift.direction > 0:
                least[shift.axis] = min(values)
            else:
                most[shift.axis] = max(values)
    changes: dict[str, object] = {"tone_min": least, "tone_max": most}
    for fact in base.fact_shifts:
        numbers = [n for t in picks if (n := _number(t, fact.field)) is not None]
        if numbers and fact.field != "rating":
            changes[f"{fact.field}_{'min' if fact.direction > 0 else 'max'}"] = (min if fact.direction > 0 else max)(
                numbers
            )
    return base.model_copy(
        update={
            "shifts": tuple(s.model_copy(update={"relative": False}) for s in base.shifts),
            "fact_shifts": tuple(f for f in base.fact_shifts if f.field == "rating"),
            "filters": base.filters.model_copy(update=changes),
        }
    )


def _number(title: Title, field: str) -> float | None:
    return {"runtime": title.runtime_minutes, "year": title.year, "seasons": title.seasons, "fame": title.fame}.get(
        field
    )


def merge(base: Request, new: Request, *, adds: bool) -> Request:
    """``base`` refined by ``new``. With ``adds`` ("also", "with") new themes and genres join the old ones."""
    anchored = bool(new.liked)
    filters = _filters(base.filters, new.filters, adds=adds)
    filters = _without_contradicted_bounds(filters, new)
    kept = tuple(s for s in base.shifts if not (anchored and s.relative))
    topic = bool(new.themes or new.free_text)
    gone = {r.id for r in new.avoided} | set(new.rejected)
    return base.model_copy(
        update={
            "text": new.text,
            "act": "recommend",
            "liked": _anchors(base, new, adds=adds, gone=gone),
            "avoided": _joined(base.avoided, new.avoided),
            "shifts": _shifts(kept, new.shifts, further=bool(base.liked) and not anchored),
            "fact_shifts": _fact_shifts(() if anchored else base.fact_shifts, new.fact_shifts),
            "filters": filters,
            "themes": _themes(base, new, adds=adds or not topic),
            "free_text": new.free_text
            if topic and not adds
            else " ".join(filter(None, (base.free_text, new.free_text))),
            "count": new.count or base.count,
            "about": (),
            "fact": None,
            "axis": None,
            "seen": tuple(dict.fromkeys((*base.seen, *new.seen))),
            "rejected": tuple(dict.fromkeys((*base.rejected, *new.rejected))),
            "taste": new.taste,
            "unknown": new.unknown,
            "near": new.near,
            "conflicts": new.conflicts,
            "dropped": (),
            "surprise": new.surprise or base.surprise,
            "rewatch": new.rewatch or base.rewatch,
            "refines": True,
            "fresh": False,
        }
    )


def _anchors(base: Request, new: Request, *, adds: bool, gone: set[str]) -> tuple[TitleRef, ...]:
    if not new.liked:
        # how a name was read has been said by now
        held: tuple[TitleRef, ...] = tuple(r.model_copy(update={"certainty": 1.0}) for r in base.liked)
    else:
        held = _joined(base.liked, new.liked) if adds else new.liked
    return tuple(r for r in held if r.id not in gone)


def _joined(old: tuple[TitleRef, ...], new: tuple[TitleRef, ...]) -> tuple[TitleRef, ...]:
    return tuple({r.id: r for r in (*old, *new)}.values())


def _themes(base: Request, new: Request, *, adds: bool) -> tuple[str, ...]:
    denied = set(new.filters.themes_not)
    themes = (*base.themes, *new.themes) if adds else new.themes
    return tuple(t for t in dict.fromkeys(themes) if t not in denied)


def _shifts(old: tuple[Shift, ...], new: tuple[Shift, ...], *, further: bool) -> tuple[Shift, ...]:
    """One shift an axis; from the same anchor, the same way again goes ``further``."""
    held = {s.axis: s for s in old}
    for shift in new:
        held = {axis: s for axis, s in held.items() if axis == shift.axis or not opposed(s, shift)}
        before = held.get(shift.axis)
        if further and before is not None and before.direction == shift.direction and shift.relative:
            degree = min(_MOST, before.degree + shift.degree)
            shift = shift.model_copy(update={"degree": degree, "relative": before.relative})
        held[shift.axis] = shift
    return tuple(held.values())


def _fact_shifts(old: tuple[FactShift, ...], new: tuple[FactShift, ...]) -> tuple[FactShift, ...]:
    held = {s.field: s for s in old}
    held.update({s.field: s for s in new})
    return tuple(held.values())


def _filters(old: Filters, new: Filters, *, adds: bool) -> Filters:
    changes: dict[str, object] = {}
    for group in _GROUPS:
        if any(_is_set(new, name) for name in group):
            join = adds and group[0] == "genres" and not new.genres_any and not old.genres_any
            for name in group:
                value = getattr(new, name)
                changes[name] = (
                    tuple(dict.fromkeys((*getattr(old, name), *value))) if join and name == "genres" else value
                )
    for name, wanted in _ADDED.items():
        both = tuple(dict.fromkeys((*getattr(old, name), *getattr(new, name))))
        now = set(getattr(new, wanted)) | (set(new.genres_any) if wanted == "genres" else set())
        changes[name] = tuple(v for v in both if v not in now or v in getattr(new, name))
        if wanted not in changes:
            changes[wanted] = tuple(v for v in getattr(old, wanted) if v not in getattr(new, name))
    for name in _ADDED_ONLY:
        changes[name] = tuple(dict.fromkeys((*getattr(old, name), *getattr(new, name))))
    for name in ("tone_min", "tone_max"):
        changes[name] = {**getattr(old, name), **getattr(new, name)}
    merged = old.model_copy(update=changes)
    if new.kind is not None and new.kind != old.kind and not (new.seasons_max or new.seasons_min):
        merged = merged.model_copy(update={"seasons_min": None, "seasons_max": None})
        if not (new.runtime_min or new.runtime_max) and old.kind is not None:
            merged = merged.model_copy(update={"runtime_min": None, "runtime_max": None})
    return merged


def _is_set(filters: Filters, name: str) -> bool:
    return getattr(filters, name) not in (None, ())


def _without_contradicted_bounds(merged: Filters, new: Request) -> Filters:
    """Old bounds that stand against what is asked now fall: "scarier" after "not scary"."""
    least, most = dict(merged.tone_min), dict(merged.tone_max)
    for shift in new.shifts:
        bounds, said = (most, new.filters.tone_max) if shift.direction > 0 else (least, new.filters.tone_min)
        axis, sign = main_axis(shift)
        if axis != shift.axis:
            bounds, said = (most, new.filters.tone_max) if sign > 0 else (least, new.filters.tone_min)
        if axis not in said:
            bounds.pop(axis, None)
    changes: dict[str, object] = {"tone_min": least, "tone_max": most}
    for fact in new.fact_shifts:
        name = f"{fact.field}_{'max' if fact.direction > 0 else 'min'}"
        if name in Filters.model_fields and not _is_set(new.filters, name):
            changes[name] = None
    return merged.model_copy(update=changes)
