"""Putting content together: filters, tone shifts, themes, and the contradictions between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from matinee.agent.request import Conflict, Shift
from matinee.agent.understand.content import Content, PersonWish
from matinee.agent.understand.contradictions import lengths_of, ranges_of, seasons_of_short, settle_filters
from matinee.agent.understand.genres import GenreWish
from matinee.agent.understand.linker import Linker
from matinee.agent.understand.text import Utterance
from matinee.agent.understand.trait_words import opposed
from matinee.index.filters import Filters
from matinee.index.title import Kind

_STILL_SOME = 0.7
"""What "scary but not too scary" leaves at most."""


@dataclass
class Assembled:
    """The parts of a request that come from content, and what contradicts what in words."""

    filters: dict[str, object] = field(default_factory=dict)
    shifts: tuple[Shift, ...] = ()
    themes: tuple[str, ...] = ()
    free_text: str = ""
    conflicts: list[Conflict] = field(default_factory=list)

    def add(self, name: str, values: Iterable[str]) -> None:
        """Add to a field of several values, each once."""
        held = self.filters.get(name, ())
        assert isinstance(held, tuple)
        self.filters[name] = tuple(dict.fromkeys((*held, *values)))

    def request_fields(self) -> dict[str, object]:
        """As fields of a request."""
        return {
            "filters": Filters.model_validate({k: v for k, v in self.filters.items() if v not in ((), {}, None)}),
            "shifts": self.shifts,
            "themes": self.themes,
            "free_text": self.free_text,
            "conflicts": tuple(self.conflicts),
        }


def assemble(said: Utterance, content: Content, names: Linker, *, with_likes: bool) -> Assembled:
    """The wish in ``content``. Standing likes ("I love comedies") count as wanted only ``with_likes``."""
    result = Assembled(free_text=content.free_text)
    _genres(result, said, [g for g in content.genres if _counts(g.stance.standing, g.stance.sign, with_likes)], names)
    kind = result.filters.get("kind")
    ranges, clashes = ranges_of(said, lengths_of(content.bounds, kind))
    if {"year_min", "year_max"} & ranges.keys():
        result.filters.pop("year_max", None)
    result.filters.update(ranges)
    ruled_out = tuple((b.low, b.high) for b in content.bounds if b.field == "year_not")
    if ruled_out:
        result.filters["years_not"] = ruled_out
    seasons = seasons_of_short(content.bounds, ranges)
    if kind is None and seasons is not None:
        result.filters["series_seasons_max"] = seasons
    elif kind is None and {"seasons_min", "seasons_max"} & ranges.keys():
        result.filters["kind"] = "series"
    result.conflicts += clashes
    _people(result, said, [p for p in content.people if _counts(p.stance.standing, p.stance.sign, with_likes)])
    for place in content.places:
        if _counts(place.stance.standing, place.stance.sign, with_likes):
            suffix = "" if place.stance.sign > 0 else "_not"
            result.add(f"countries{suffix}", place.countries)
            result.add(f"languages{suffix}", place.languages)
    for theme in content.themes:
        if theme.stance.sign < 0 and not theme.stance.standing:
            result.add("themes_not", theme.names)
        elif _counts(theme.stance.standing, theme.stance.sign, with_likes):
            result.themes = (*result.themes, *theme.names)
    result.themes = tuple(dict.fromkeys(result.themes))
    _tones(result, content, with_likes)
    if content.audience.maturity_max:
        result.filters["maturity_max"] = content.audience.maturity_max
    filters, clashes = settle_filters(result.filters, result.themes)
    result.filters = filters
    result.conflicts += clashes
    return result


def _counts(standing: bool, sign: int, with_likes: bool) -> bool:
    """Whether something said belongs to this wish rather than to taste alone."""
    return not standing or (sign > 0 and with_likes)


def _genres(result: Assembled, said: Utterance, genres: Sequence[GenreWish], names: Linker) -> None:
    wanted = [g for g in genres if g.stance.sign > 0]
    denied = [g for g in genres if g.stance.sign < 0]
    named = [g for g in wanted if g.meaning.genres]
    either = len(named) > 1 and any("or" in said.words[a.end : b.start] for a, b in pairwise(named))
    result.add("genres_any" if either else "genres", [g for wish in named for g in wish.meaning.genres])
    for wish in wanted:
        meaning = wish.meaning
        result.add("countries", meaning.countries)
        result.add("languages", meaning.languages)
        known = tuple(t for t in meaning.themes if t in names.themes.counts)
        result.themes = (*result.themes, *known[:1])
        if meaning.themes and not known:
            result.free_text = f"{wish.words} {result.free_text}".strip()
        for name, value in (("seasons_max", meaning.seasons_max), ("year_max", meaning.year_max),):  # fmt: skip
            if value is not None:
                result.filters.setdefault(name, value)
    for wish in denied:
        if wish.meaning.genres and wish.meaning.kind is None:
            result.add("genres_not", wish.denied)
        result.add("themes_not", [t for t in wish.meaning.themes if t in names.themes.counts])
    _kind(result, wanted, denied)


def _kind(result: Assembled, wanted: Sequence[GenreWish], denied: Sequence[GenreWish]) -> None:
    kinds = {g.meaning.kind: g for g in wanted if g.meaning.kind is not None}
    against: list[Kind | None] = [g.meaning.kind for g in denied if not g.meaning.genres]
    if len(kinds) == 1:
        result.filters["kind"] = next(iter(kinds))
    elif len(kinds) == 2 and kinds["series"].meaning.seasons_max == 1:
        last = max(kinds.values(), key=lambda g: g.start)
        result.conflicts.append(Conflict(one=kinds["film"].words, other=kinds["series"].words, kept=last.words))
        result.filters["kind"] = last.meaning.kind
    elif against and against[0] is not None:
        result.filters["kind"] = "film" if against[0] == "series" else "series"


def _people(result: Assembled, said: Utterance, people: Sequence[PersonWish]) -> None:
    wanted = [p for p in people if p.stance.sign > 0 and not p.style]
    either = len(wanted) > 1 and any("or" in said.words[a.end : b.start] for a, b in pairwise(wanted))
    for person in wanted:
        result.add("people_any" if either or person.others else "people", (person.name, *person.others))
    result.add("people_not", [name for p in people if p.stance.sign < 0 for name in (p.name, *p.others)])


def _tones(result: Assembled, content: Content, with_likes: bool) -> None:
    least: dict[str, float] = {}
    most: dict[str, float] = {}
    main: dict[str, Shift] = {}
    side: dict[str, Shift] = {}
    wishes = [t for t in content.tones if _counts(t.stance.standing, t.stance.sign, with_likes)]
    shifts = [(s, number == 0) for t in wishes for number, s in enumerate(t.shifts)]
    if content.audience.shift is not None:
        shifts.append((content.audience.shift, True))
    for t in wishes:
        least.update(t.least)
        most.update(t.most)
    for shift, primary in shifts:
        if not primary:
            side.setdefault(shift.axis, shift)
            continue
        against = next((s for s in main.values() if s.axis != shift.axis and opposed(s, shift)), None)
        if against is not None:
            result.conflicts.append(Conflict(one=against.word, other=shift.word, kept=shift.word))
            del main[against.axis]
        held = main.get(shift.axis)
        if held is not None and held.direction != shift.direction and held.relative == shift.relative:
            wanted, softer = _softened(held, shift)
            if wanted is not None:
                main[shift.axis] = wanted
                for bounds in (least, most):
                    bounds.pop(shift.axis, None)
                (most if wanted.direction > 0 else least)[shift.axis] = softer
                continue
            result.conflicts.append(Conflict(one=held.word, other=shift.word, kept=shift.word))
        elif held is not None and held.degree > shift.degree:
            continue
        main[shift.axis] = shift
    # what else a word moves goes with the word
    lost = {c.one for c in result.conflicts} - {s.word for s in main.values()}
    result.shifts = (*main.values(), *(s for axis, s in side.items() if axis not in main and s.word not in lost))
    for bounds, sign, name in ((least, -1, "tone_min"), (most, 1, "tone_max")):
        kept = {a: v for a, v in bounds.items() if a not in main or main[a].direction != sign or main[a].degree < 1}
        if kept:
            result.filters[name] = kept


def _softened(one: Shift, other: Shift) -> tuple[Shift | None, float]:
    """ "Scary but not too scary", "dark without being depressing": the wish made milder, and where it ends.

    No wish where the two really contradict each other ("light but dark", "funny but not funny").
    """
    if one.relative or other.relative:
        return None, 0.0
    wanted, denied = (one, other) if _denies(other) else (other, one)
    plain = denied.word.removeprefix("not ").removeprefix("no ")
    if _denies(wanted) or not _denies(denied) or plain == wanted.word:
        return None, 0.0
    return wanted.model_copy(update={"degree": 0.5}), _STILL_SOME if wanted.direction > 0 else round(1 - _STILL_SOME, 2)


def _denies(shift: Shift) -> bool:
    return shift.word.startswith(("not ", "no "))
