"""Answers about people: what they made and played in, as far as the catalogue goes."""

from __future__ import annotations

from collections.abc import Sequence

from matinee.agent.compose.say import counted, listed
from matinee.agent.compose.scene import Scene
from matinee.index.title import Title, fold

_MOST = 7


def answer_person(scene: Scene) -> list[str]:
    """Who the people asked about are, by their credits."""
    request = scene.request
    if request.unknown:
        return [
            scene.say(
                "Nobody called {name} made or plays in anything in this catalogue.",
                "{name} is in none of the credits I hold; I know makers and casts, not characters.",
                name=request.unknown[0],
            )
        ]
    if not request.people:
        return ["Whom do you mean? A name, or a title they were in, will do."]
    lines = _together(scene, request.people) or [line for p in request.people[:2] for line in _credits(scene, p)]
    if len(request.people) == 1 and not any(_HINT in m.content for m in scene.memory.messages):
        lines.append(f"{_HINT} “something with {request.people[0]}”.")
    return lines


_HINT = "For picks among them say"


def _together(scene: Scene, people: Sequence[str]) -> list[str]:
    """One answer for people whose every title is a common one: "the Coen brothers"."""
    folded = [fold(p) for p in people]
    works = [
        {t.id for t in scene.titles.values() if f in {fold(n) for n in (*t.directors, *t.creators)}} for f in folded
    ]
    common = set.intersection(*works) if len(works) > 1 else set()
    if not common or any(len(w) > 2 * len(common) for w in works):
        return []
    return [f"{listed(people)} together made {_shown([scene.titles[i] for i in common])}."]


def _credits(scene: Scene, person: str) -> list[str]:
    folded = fold(person)
    further = any(word in fold(scene.request.text).split() for word in ("else", "other", "others", "more", "besides"))
    told = scene.memory.messages[-1].content if further and scene.memory.messages else ""
    focus = scene.titles.get(scene.memory.focus or "")
    besides = focus.id if further and focus is not None and folded in _names(focus) else None
    further = besides is not None or person in told
    titles = [t for t in scene.titles.values() if t.id != besides and not (person in told and t.label in told)]
    made = [t for t in titles if folded in {fold(n) for n in (*t.directors, *t.creators)}]
    played = [t for t in titles if folded in {fold(n) for n in t.cast} and t not in made]
    here = scene.titles.get(besides or "")
    lead = f"Besides {here.label}, " if here is not None and folded in _names(here) else ""
    if not made and not played:
        return [f"That was all of {person} in this catalogue." if further else f"{person} has no credit here."]
    if made:
        verb = "created" if all(t.kind == "series" for t in made) else "directed"
        lines = [f"{lead}{person} {verb} {_shown(made)}."]
        if played:
            lines.append(f"In front of the camera: {_shown(played)}.")
        return lines
    if lead:
        return [f"{lead}{person} is in {_shown(played)}."]
    if further:
        return [
            scene.say("{person} is also in {shown}.", "There are more: {shown}.", person=person, shown=_shown(played))
        ]
    return [
        scene.say(
            "{person} plays in {count} here: {shown}.",
            "I know {person} from {count}: {shown}.",
            person=person,
            count=counted(len(played), "title"),
            shown=_shown(played),
        )
    ]


def _names(title: Title) -> set[str]:
    return {fold(n) for n in (*title.directors, *title.creators, *title.cast)}


def _shown(titles: Sequence[Title]) -> str:
    """The best known of ``titles``, by year, and how many more there are."""
    best = sorted(titles, key=lambda t: -(t.fame or 0.0))
    most = _MOST if len(best) != _MOST + 1 else _MOST + 1
    shown = [t.label for t in sorted(best[:most], key=lambda t: (t.year, t.name))]
    left = len(best) - len(shown)
    return f"{', '.join(shown)} and {counted(left, 'other')}" if left else listed(shown)
