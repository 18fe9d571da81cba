"""Answers over several titles: comparisons, an order, and one chosen from them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from matinee.agent.choice import audience_of, measure
from matinee.agent.compose.details import answer_detail
from matinee.agent.compose.facts import PLAIN, say_fact, tone_level
from matinee.agent.compose.reasons import because_of
from matinee.agent.compose.say import MORE, character, lasts, length, level, listed
from matinee.agent.compose.scene import Scene
from matinee.agent.compose.themes import named
from matinee.agent.request import Fact
from matinee.agent.understand.asked import tone_in
from matinee.index.title import Title, fold

_NUMBERS = {"runtime": "runtime_minutes", "year": "year", "seasons": "seasons", "rating": "rating"}


def answer_compare(scene: Scene) -> list[str]:
    """How the titles asked about compare, on what was asked."""
    titles, request = scene.about, scene.request
    if request.beyond is not None or not titles:
        return [scene.which()]
    if len(titles) == 1:
        return answer_detail(scene) if request.subject else [say_fact(titles[0], "plot")]
    if request.axis:
        toned = [t for t in titles if request.axis in t.tone]
        if len(toned) > 1:
            return _extreme(scene, toned, request.axis)
    if request.fact in _NUMBERS:
        known = [t for t in titles if getattr(t, _NUMBERS[request.fact]) is not None]
        if len(known) > 1:
            return _compare_number(known, request.fact)
        if request.fact == "rating":
            return [
                scene.say(
                    "Better I cannot measure, this catalogue has no ratings; different I can.",
                    "There are no ratings here to settle that, only what sets them apart.",
                ),
                *_compare_whole(titles[0], titles[1]),
            ]
        return [say_fact(t, request.fact) for t in titles]
    return _compare_whole(titles[0], titles[1])


def _extreme(scene: Scene, titles: Sequence[Title], axis: str) -> list[str]:
    """Which of ``titles`` is the most so: the first of them, where they come in the order asked for."""
    asked_for = tone_in(fold(scene.request.text))
    down = (asked_for is not None and asked_for[1] < 0) != bool(
        re.search(r"\b(?:least|less)\b", scene.request.text.lower())
    )
    order = sorted(titles, key=lambda t: t.tone[axis], reverse=not down)
    first, last = order[0], order[-1]
    if abs(first.tone[axis] - last.tone[axis]) < 0.05:
        return [f"There is little between them: {listed([t.label for t in order])} are about equally {PLAIN[axis]}."]
    word = MORE[axis][1 if down else 0]
    if len(titles) == 2:
        asked = (
            scene.about[0] if re.match(r"\W*(?:and |so |but )?(?:is|are|was)\b", scene.request.text.lower()) else None
        )
        yes = "" if asked is None else "Yes: " if asked.id == first.id else "No: "
        numbers = f"{level(first.tone[axis])} against {level(last.tone[axis])} on a scale from 0 to 1"
        return [f"{yes}{first.label} is the {word} of the two, {numbers}."]
    next_ = order[1]
    if abs(first.tone[axis] - next_.tone[axis]) < 0.02:
        return [f"{first.label} and {next_.label}, side by side at {level(first.tone[axis])} of 1."]
    return [
        f"{first.label}, at {level(first.tone[axis])} of 1; next comes {next_.label} with {level(next_.tone[axis])}."
    ]


def _compare_number(titles: Sequence[Title], fact: Fact) -> list[str]:
    """Both ends, the one that was asked for first."""
    field = _NUMBERS[fact]
    order = sorted(titles, key=lambda t: measure(t, fact) or 0.0)
    low, high = order[0], order[-1]
    if getattr(low, field) == getattr(high, field):
        return [f"No difference there: {_number(low, fact)} each."]
    words = {
        "runtime": ("{} is the shortest", "{} the longest"),
        "year": ("{} is the oldest", "{} the newest"),
        "seasons": ("{} has the fewest seasons", "{} the most"),
        "rating": ("{} is rated lowest", "{} highest"),
    }[fact]
    if titles[0].id == high.id or fact == "rating":
        words = {
            "runtime": ("{} is the longest", "{} the shortest"),
            "year": ("{} is the newest", "{} the oldest"),
            "seasons": ("{} has the most seasons", "{} the fewest"),
            "rating": ("{} is rated highest", "{} lowest"),
        }[fact]
        low, high = high, low
    if fact == "year":
        return [f"{words[0].format(low.label)}, {words[1].format(high.label)}."]
    return [
        f"{words[0].format(low.label)} ({_number(low, fact)}), {words[1].format(high.label)} ({_number(high, fact)})."
    ]


def _number(title: Title, fact: Fact) -> str:
    if fact == "runtime":
        return length(title) or "?"
    return f"{getattr(title, _NUMBERS[fact]):g}"


def _compare_whole(one: Title, other: Title) -> list[str]:
    lines = []
    gaps = {a: one.tone[a] - other.tone[a] for a in one.tone if a in other.tone}
    top = sorted(gaps, key=lambda a: -abs(gaps[a]))[:3]
    mine = [MORE[a][0] for a in top if gaps[a] >= 0.1]
    theirs = [MORE[a][0] for a in top if gaps[a] <= -0.1]
    shared = [t for t in one.themes if t in other.themes]
    if shared:
        lines.append(f"Both are about {listed([named(t) for t in shared[:3]])}.")
    if mine and theirs:
        lines.append(f"{one.label} is {listed(mine)}, {other.label} {listed(theirs)}.")
    elif mine or theirs:
        lines.append(f"{(one if mine else other).label} is {listed(mine or theirs)}.")
    sizes = [(t, lasts(t)) for t in (one, other)]
    if all(size for _, size in sizes):
        lines.append("; ".join(f"{t.name} {size}" for t, size in sizes) + ".")
    return lines or [f"{one.label} and {other.label} stand close together in everything I know of them."]


def answer_order(scene: Scene) -> list[str]:
    """The picks in the order asked for; they come sorted from understanding."""
    titles, request = scene.about, scene.request
    if not titles:
        return [scene.which()]
    if request.axis:
        said = [f"{t.label} ({level(t.tone[request.axis])})" for t in titles if request.axis in t.tone]
        return [f"By how {PLAIN[request.axis]} they are: {listed(said)}."] if said else [scene.which()]
    if request.fact in _NUMBERS:
        known = [t for t in titles if getattr(t, _NUMBERS[request.fact]) is not None]
        if not known:
            what = {"rating": "rating", "seasons": "number of seasons"}.get(request.fact, request.fact)
            return [
                scene.say(
                    "That order I cannot give: the catalogue has no {what} for them.",
                    "Without a {what} for any of them there is nothing to sort by.",
                    what=what,
                )
            ]
        said = [t.label if request.fact == "year" else f"{t.label}, {_number(t, request.fact)}" for t in known]
        return [f"In that order: {'; '.join(said)}."]
    return [
        "They stand in order already, best match first; I can sort them by length, year, or how funny or dark they are."
    ]


_AUDIENCES = {
    "children": "the one made most for all ages",
    "elders": "the gentlest of them",
    "sweetheart": "the most romantic of them",
}


def answer_choose(scene: Scene) -> list[str]:
    """One of the picks, and why that one."""
    titles, subject = scene.about, scene.request.subject
    if not titles:
        return [scene.say("There is nothing to choose from yet: name a mood or a title you love, and there will be.")]
    chosen = titles[0]
    audience = audience_of(subject)
    subject = subject.replace(" in law", "-in-law")
    if audience is None and scene.request.axis and scene.request.axis in chosen.tone:
        axis = scene.request.axis
        return [f"{chosen.label}: {tone_level(axis, chosen.tone[axis])}, at {level(chosen.tone[axis])} of 1."]
    traits = listed(character(chosen, 2))
    if audience is not None:
        size = lasts(chosen)
        rated = f"rated {chosen.maturity}" if chosen.maturity != "all" else "suitable for all ages"
        facts = [f"it is {traits}" if traits else "", rated if chosen.maturity else "", size or ""]
        whom = subject[:1].upper() + subject[1:]
        return [
            scene.say(
                "{whom} I have not met, but {label} is {best}: {facts}.",
                "Going by what I know of the films, not of {subject}: {label}, {best}. {Facts}.",
                whom=whom,
                subject=subject,
                label=chosen.label,
                best=_AUDIENCES[audience],
                facts=listed([f for f in facts if f]),
                Facts=_capital(listed([f for f in facts if f])),
            )
        ]
    if scene.memory.focus == chosen.id and scene.memory.messages and chosen.label in scene.memory.messages[-1].content:
        return [
            scene.say(
                "I stand by {label}.",
                "Still {label}.",
                "{label}; I do not change my mind that fast.",
                label=chosen.label,
            )
        ]
    why = because_of(scene.memory.reasons.get(chosen.id, ()))
    fresh = listed([trait for trait in character(chosen, 3) if trait not in why][:2])
    line = scene.say(
        "{label}, then.", "I would put on {label}.", "Make it {label}.", "My vote goes to {label}.", label=chosen.label
    )
    told = [f"{_capital(why)}." if why else "", f"Expect it to be {fresh}." if fresh else ""]
    return [line, *(t for t in told if t)]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
