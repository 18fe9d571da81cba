"""Explain: the true reasons for a pick, from the catalogue's facts and the request."""

from __future__ import annotations

from functools import lru_cache

from matinee.agent.compose.say import land
from matinee.agent.request import Request
from matinee.agent.retrieve import Situation
from matinee.agent.turn import Reason
from matinee.agent.words import theme_words
from matinee.index.title import TONE_AXES, Title, fold
from matinee.index.tone.features import genre_set


def explain(title: Title, request: Request, situation: Situation) -> tuple[Reason, ...]:
    """Why ``title`` answers ``request``: shared themes, movement along the axes, people and facts asked for."""
    reasons: list[Reason] = []
    for anchor in situation.anchors:
        shared = shared_themes(title, anchor)
        if shared:
            reasons.append(Reason(kind="theme", text=f"like {anchor.name}: {', '.join(shared)}", value=shared))
        elif kinship := _kinship(title, anchor):
            reasons.append(Reason(kind="near", text=f"close to {anchor.name}: {', '.join(kinship)}", value=kinship))
    wanted = tuple(t for t in title.themes if any(akin(t, w) for w in request.themes))
    if wanted:
        reasons.append(Reason(kind="theme", text=", ".join(wanted), value=wanted))
    reasons.extend(_movements(title, situation))
    for person in (*request.filters.people, *request.filters.people_any):
        job = _job(title, person)
        if job:
            reasons.append(Reason(kind="person", text=job, value=(person,)))
    reasons.extend(Reason(kind="fact", text=text, value=(text,)) for text in _facts(title, request, situation))
    if not reasons and title.themes:
        reasons.append(Reason(kind="words", text=", ".join(title.themes[:2]), value=title.themes[:2]))
    return tuple(reasons)


def _movements(title: Title, situation: Situation) -> list[Reason]:
    """How the title stands to each goal it fulfils."""
    reasons: dict[str, Reason] = {}
    for goal in situation.goals:
        value = goal.at(title)
        if value is None:
            continue
        if goal.start is None:
            # one word may move several axes ("feel-good"), and is said once
            same = ((g, g.at(title)) for g in situation.goals if g.word == goal.word)
            if all(place is not None and g.obeyed(place) for g, place in same):
                reasons.setdefault(goal.word, Reason(kind="tone", text=goal.word, value=(goal.axis,)))
            continue
        further = (value - goal.start) * goal.direction >= 0.02 or goal.level != "beyond"
        if goal.obeyed(value) and further:
            text = f"{goal.word}: {_short(value)} against {_short(goal.start)}"
            reasons.setdefault(goal.word, Reason(kind="tone", text=text, value=(goal.axis,)))
    return list(reasons.values())


def shared_themes(title: Title, anchor: Title, most: int = 3) -> tuple[str, ...]:
    """The title's themes that the anchor has too, same wording first, then near wording."""
    theirs = {fold(a) for a in anchor.themes}
    exact = [t for t in title.themes if fold(t) in theirs]
    held = {fold(e) for e in exact}
    left = [a for a in anchor.themes if fold(a) not in held]
    near = [min(t, a, key=len) for t in title.themes if t not in exact for a in left if akin(t, a)]
    return tuple(dict.fromkeys(exact + near))[:most]


def kin(title: Title, anchor: Title) -> bool:
    """Whether two titles have to do with each other: a theme in common (near wording too), or the main genre of one."""
    if any(akin(one, other) for one in title.themes for other in anchor.themes):
        return True
    mine, theirs = genre_set(title.genres), genre_set(anchor.genres)
    return bool(genre_set(title.genres[:1]) & theirs or genre_set(anchor.genres[:1]) & mine)


def akin(one: str, other: str) -> bool:
    """Whether two theme phrases mean much the same: one's main words are all in the other, or both are one family."""
    a, b = theme_words(one), theme_words(other)
    if not a or not b:
        return False
    if a == b:
        return True
    # "family" is in "family secrets" and in "crime family", and ties nothing
    telling = (a <= b and not a <= _VAGUE) or (b <= a and not b <= _VAGUE)
    kin = _family(one)
    return telling or (kin is not None and kin == _family(other))


_VAGUE = {
    "double",
    "time",
    "family",
    "love",
    "death",
    "power",
    "city",
    "world",
    "war",
    "space",
    "friend",
    "art",
    "music",
}

_FAMILIES: tuple[frozenset[str], ...] = (
    frozenset({"time travel", "time loop", "time loops", "alternate timelines", "time paradox"}),
    frozenset({"missing child", "missing children", "missing person", "missing girl", "disappearance", "kidnapping"}),
    frozenset({"artificial intelligence", "androids", "robots", "what is human"}),
    frozenset({"dystopia", "totalitarianism", "surveillance", "surveillance state"}),
    frozenset({"heist", "robbery", "con artists", "thieves"}),
    frozenset({"organised crime", "mafia", "gangsters", "crime family"}),
    frozenset({"grief", "loss", "mourning"}),
    frozenset({"parallel worlds", "alternate reality", "multiverse", "parallel universes"}),
)
"""Theme phrases that share no main word and yet mean much the same."""


@lru_cache(maxsize=20_000)
def _family(theme: str) -> int | None:
    folded = fold(theme)
    return next((number for number, family in enumerate(_FAMILIES) if folded in family), None)


def _kinship(title: Title, anchor: Title) -> tuple[str, ...]:
    """What ties two titles that share no theme: axes on which both stand high, then shared genres."""
    axes = [
        a
        for a in TONE_AXES
        if title.tone and anchor.tone and min(title.tone[a], anchor.tone[a]) >= 0.55 and a != "family"
    ]
    axes.sort(key=lambda a: -min(title.tone[a], anchor.tone[a]))
    genres = [g for g in title.genres if fold(g) in {fold(h) for h in anchor.genres}]
    return tuple((axes + genres)[:3])


def _job(title: Title, person: str) -> str | None:
    folded = fold(person)
    for names, words in ((title.directors, "directed by"), (title.creators, "created by"), (title.cast, "with")):
        for name in names:
            if fold(name) == folded:
                return f"{words} {name}"
    return None


def _facts(title: Title, request: Request, situation: Situation) -> list[str]:
    """The numbers the request asked about, as the title has them."""
    filters, texts = request.filters, []
    fields = {shift.field for shift in request.fact_shifts}
    if (filters.runtime_min or filters.runtime_max or "runtime" in fields) and title.runtime_minutes:
        texts.append(f"{title.runtime_minutes} minutes" + (" an episode" if title.kind == "series" else ""))
    if (filters.seasons_min or filters.seasons_max or "seasons" in fields or "runtime" in fields) and title.seasons:
        texts.append("one season" if title.seasons == 1 else f"{title.seasons} seasons")
    if filters.year_min or filters.year_max or "year" in fields:
        texts.append(f"from {title.year}")
    if filters.maturity_max and title.maturity:
        texts.append(f"rated {title.maturity}" if title.maturity != "all" else "suitable for all ages")
    for language in filters.languages:
        texts.extend(f"in {name}" for name in title.languages if fold(name) == fold(language))
    for country in filters.countries:
        texts.extend(f"from {land(name)}" for name in title.countries if fold(name) == fold(country))
    asked = {fold(g) for g in filters.genres}
    texts.extend(g for g in title.genres if fold(g) in asked)
    if "rating" in fields and title.rating:
        texts.append(f"rated {title.rating:g} out of 10")
    if "fame" in fields and situation.filters.fame_max is not None:
        texts.append("less widely known")
    return texts


def _short(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}".lstrip("0") if value < 1 else "1"
