"""Facts of a title as sentences. A fact is the catalogue's, or it is said that the catalogue does not have it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from matinee.agent.compose.reasons import because_of
from matinee.agent.compose.say import aged, article, character, land, lasts, level, listed, makers, noun
from matinee.agent.compose.scene import Scene
from matinee.agent.compose.themes import about
from matinee.agent.request import Fact
from matinee.index.title import GENRES, MATURITIES, Title

PLAIN: Mapping[str, str] = {
    "light": "light", "funny": "funny", "scary": "scary", "violent": "violent", "tense": "tense", "fast": "fast-paced",
    "complex": "intricate", "fantastic": "fantastical", "romantic": "romantic", "hopeful": "hopeful",
    "strange": "strange", "family": "suited to the whole family",
}  # fmt: skip
"""Axis to its adjective."""
_LEVELS = ((0.12, "not {w} at all"), (0.3, "hardly {w}"), (0.5, "somewhat {w}"), (0.7, "quite {w}"), (1.01, "very {w}"))


def answer_fact(scene: Scene) -> list[str]:
    """The fact asked for, of every title asked about."""
    titles, request = scene.about, scene.request
    if not titles:
        return [scene.which()]
    fact = request.fact or "plot"
    if fact == "maturity":
        return [_suits(scene, t) for t in titles[:3]]
    if request.axis:
        return _tone_answer(scene, titles)
    if fact == "rating":
        return [line for t in titles[:3] for line in _worth(scene, t)]
    if fact == "genre":
        return [_genre(scene, t) for t in titles[:3]]
    if len(titles) > 1 and fact in {"runtime", "year", "seasons"}:
        return [". ".join(say_fact(t, fact).rstrip(".") for t in titles[:5]) + "."]
    lines = [say_fact(t, fact, scene.name(t)) for t in titles[:3]]
    if fact == "language" and re.search(r"\b(?:subtitle|dubb)", request.text.lower()):
        lines.append("Whether a dub or subtitles come with it depends on where you watch it.")
    return lines


def say_fact(title: Title, fact: Fact, name: str | None = None) -> str:
    """One fact of one title, called ``name``, as a sentence; says so where the catalogue does not know."""
    name = name or title.label
    made = _FACTS[fact](title, name) if fact in _FACTS else None
    return made or f"That the catalogue does not say of {bare(name)}."


def bare(name: str) -> str:
    """A name as it stands inside a sentence: ``the first, Dark (2017)`` of ``The first, Dark (2017),``."""
    return inside(name).removesuffix(",")


def inside(name: str) -> str:
    """A name inside a sentence, before a verb: ``the first, Dark (2017),`` of ``The first, Dark (2017),``."""
    return name.replace("The ", "the ", 1) if name.endswith(",") else name


def tone_level(axis: str, value: float) -> str:
    """Where a value stands, in words: ``hardly violent``."""
    return next(words for top, words in _LEVELS if value < top).format(w=PLAIN[axis])


_FACTS: Mapping[str, Callable[[Title, str], str | None]] = {
    "cast": lambda t, n: f"{n} has {listed(t.cast)}." if t.cast else None,
    "director": lambda t, n: f"{n} was {made}." if (made := makers(t)) else None,
    "runtime": lambda t, n: f"{n} {size}." if (size := lasts(t)) else None,
    "seasons": lambda t, n: _seasons(t, n),
    "year": lambda t, n: _year(t, n),
    "country": lambda t, n: f"{n} comes from {listed([land(c) for c in t.countries])}." if t.countries else None,
    "language": lambda t, n: f"{n} is in {listed(t.languages)}." if t.languages else None,
    "genre": lambda t, n: f"{n} is {listed(t.genres)}." if t.genres else None,
    "maturity": lambda t, n: f"{n} is rated {aged(t.maturity)}." if t.maturity else None,
    "plot": lambda t, n: f"{n.removesuffix(',')}: {t.logline}" if t.logline else None,
    "themes": lambda t, n: f"{n} is {about(t.themes)}." if t.themes else None,
    "tone": lambda t, n: f"{n} is {listed(traits)}." if (traits := character(t, 4)) else None,
    "rating": lambda t, n: f"{n} is rated {t.rating:g} out of 10." if t.rating else None,
    "kind": lambda t, n: f"{n} is {a_kind(t)}.",
}


def a_kind(title: Title) -> str:
    """``a film``, ``an animated series``."""
    return f"{article(noun(title))} {noun(title)}"


def _seasons(title: Title, name: str) -> str | None:
    if title.kind == "film":
        return f"{name} is a film, so there is just the one."
    if not title.seasons:
        return None
    return f"{name} has {'one season' if title.seasons == 1 else f'{title.seasons} seasons'}."


def _year(title: Title, name: str) -> str:
    # the label holds the year already
    name = name.replace(title.label, title.name)
    if title.kind == "series":
        if title.end_year and title.end_year != title.year:
            return f"{name} ran from {title.year} to {title.end_year}."
        return f"{name} began in {title.year}."
    return f"{name} came out in {title.year}."


def _genre(scene: Scene, title: Title) -> str:
    asked = [g for g in GENRES if re.search(rf"\b{g[:-1] if g.endswith('y') else g}", scene.request.text.lower())]
    if not asked or not title.genres:
        return say_fact(title, "genre", scene.name(title))
    fits = all(g in title.genres for g in asked)
    return f"{'Yes' if fits else 'Not really'}: {bare(scene.name(title))} is {listed(title.genres)}."


def _suits(scene: Scene, title: Title) -> str:
    """Whether a title suits children, or someone of an age that was said."""
    name, family = scene.name(title), title.tone.get("family")
    if not title.maturity:
        if family is None:
            return say_fact(title, "maturity", name)
        return f"{name} carries no age rating here; it is {tone_level('family', family)} ({level(family)} of 1)."
    rated = f"{name} is rated {aged(title.maturity)}"
    age = re.search(r"\b(\d{1,2})\b(?: |-)?(?:year|yr|yo\b)|\baged? (\d{1,2})\b", scene.request.text.lower())
    if age is not None and title.maturity in MATURITIES:
        years, least = int(age[1] or age[2]), (0, 7, 13, 16, 18)[MATURITIES.index(title.maturity)]
        if years < least:
            return f"{rated}, so no, not at {years}."
        return f"{rated}, so at {years} yes" + (f"; it is {tone_level('family', family)}." if family else ".")
    if family is None:
        return f"{rated}."
    return f"{rated}, and {tone_level('family', family)}: {level(family)} on a scale from 0 to 1."


def _worth(scene: Scene, title: Title) -> list[str]:
    """Whether a title is any good: its rating where there is one; what can be said honestly where there is none."""
    if title.rating:
        votes = f", by {title.votes:,} votes" if title.votes else ""
        return [f"{scene.name(title)} is rated {title.rating:g} out of 10{votes}."]
    name = bare(scene.name(title))
    first = scene.say(
        "I keep no ratings, so no verdict on {inside} from me.",
        "Good or not, that is yours to say of {name}: this catalogue has no ratings.",
        "Nobody's stars stand next to {inside} in my catalogue.",
        name=name,
        inside=inside(scene.name(title)),
    )
    return [first, *_in_favour(scene, title)]


def _in_favour(scene: Scene, title: Title) -> list[str]:
    traits, fame = listed(character(title, 3)), title.fame
    parts = [f"it is {traits}"] if traits else []
    if fame is not None:
        parts.append(next(words for top, words in _FAME if fame < top))
    reasons = scene.memory.reasons.get(title.id)
    lines = [f"What I can tell you: {listed(parts)}."] if parts else []
    if reasons:
        lines.append(
            scene.say(
                "It came up because {why}.",
                "I put it on the list because {why}.",
                "For your wish it has this going for it: {why}.",
                why=because_of(reasons[:2]),
            )
        )
    return lines


_FAME = (
    (0.3, "few have come across it"),
    (0.65, "it is a favourite among people who follow film"),
    (0.85, "it is widely known"),
    (1.01, "nearly everybody knows it"),
)


def _tone_answer(scene: Scene, titles: Sequence[Title]) -> list[str]:
    axis = scene.request.axis or "light"
    toned = [t for t in titles if axis in t.tone]
    if not toned:
        return [f"How {PLAIN[axis]} {titles[0].label} is, the catalogue does not say."]
    if len(toned) > 1:
        order = sorted(toned, key=lambda t: -t.tone[axis])[:6]
        said = listed([f"{t.label} {tone_level(axis, t.tone[axis])} ({level(t.tone[axis])})" for t in order])
        return [f"On a scale from 0 to 1: {said}."]
    title = toned[0]
    value = title.tone[axis]
    words, number = tone_level(axis, value), level(value)
    if value < 0.12:
        return [f"{scene.name(title)} is {words}."]
    return [
        scene.say(
            "{name} is {words}: {number} on a scale from 0 to 1.",
            "{name} is {words} ({number} of 1).",
            name=scene.name(title),
            words=words,
            number=number,
        )
    ]
