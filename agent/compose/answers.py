"""Answers that are not recommendations: facts, comparisons, reasons, statements of taste, small talk.

All are composed by code: a fact is the catalogue's or it is not said.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from matinee.agent.compose.say import MORE, article, capital, character, land, length, listed, makers, noun
from matinee.agent.memory import Memory
from matinee.agent.request import Fact, Request, TasteStatement
from matinee.index.title import Title


@dataclass(frozen=True)
class Scene:
    """What an answer may draw on."""

    request: Request
    memory: Memory
    titles: Mapping[str, Title]
    seed: int

    @property
    def about(self) -> list[Title]:
        """The titles the message is about."""
        return [self.titles[i] for i in self.request.about if i in self.titles]

    @property
    def draw(self) -> random.Random:
        """The seeded source of wording."""
        return random.Random(self.seed)


def answer(scene: Scene) -> tuple[str, ...]:
    """The sentences that answer ``scene``'s request; never empty."""
    lines = _ANSWERS[scene.request.act](scene)
    return tuple(line for line in lines if line) or (_QUESTION,)


_QUESTION = "Name a title you love, a mood or a theme, and I will take it from there."


def _fact(scene: Scene) -> list[str]:
    titles = scene.about
    if not titles:
        return [_which(scene)]
    if scene.request.axis:
        return _tone_answer(scene, titles)
    fact = scene.request.fact or "plot"
    if len(titles) > 1 and fact in {"runtime", "year", "seasons", "rating"}:
        return [". ".join(say_fact(t, fact).rstrip(".") for t in titles[:5]) + "."]
    return [say_fact(t, fact) for t in titles[:3]]


def _which(scene: Scene) -> str:
    if scene.request.unknown:
        near = [f"{r.name} ({r.year})" for r in scene.request.near]
        unknown = f"“{scene.request.unknown[0][:80]}” is not in this catalogue"
        return f"{unknown}; did you mean {listed(near[:3], 'or')}?" if near else f"{unknown}, so I know nothing of it."
    if scene.memory.picks:
        return "Which one do you mean? Say “the first” or its name."
    return "Which title do you mean? Name it and I will look it up."


def say_fact(title: Title, fact: Fact) -> str:
    """One fact of one title as a sentence; says so where the catalogue does not know."""
    made = _FACTS[fact](title)
    return made or f"The catalogue does not say that of {title.label}."


_FACTS: Mapping[Fact, Callable[[Title], str | None]] = {
    "cast": lambda t: f"{t.label} has {listed(t.cast)}." if t.cast else None,
    "director": lambda t: f"{t.label} was {made}." if (made := makers(t)) else None,
    "runtime": lambda t: f"{t.label} runs {size}." if (size := length(t)) else None,
    "seasons": lambda t: _seasons(t),
    "year": lambda t: _year(t),
    "country": lambda t: f"{t.label} comes from {listed([land(c) for c in t.countries])}." if t.countries else None,
    "language": lambda t: f"{t.label} is in {listed(t.languages)}." if t.languages else None,
    "genre": lambda t: f"{t.label} is {listed(t.genres)}." if t.genres else None,
    "maturity": lambda t: f"{t.label} is rated {_age(t.maturity)}." if t.maturity else None,
    "plot": lambda t: f"{t.label}: {t.logline}" if t.logline else None,
    "themes": lambda t: f"{t.label} is about {listed(t.themes)}." if t.themes else None,
    "tone": lambda t: f"{t.label} is {listed(traits)}." if (traits := character(t, 4)) else None,
    "rating": lambda t: f"{t.label} is rated {t.rating:g} out of 10." if t.rating else None,
    "kind": lambda t: f"{t.label} is {_a(t)}.",
}


def _a(title: Title) -> str:
    return f"{article(noun(title))} {noun(title)}"


def _age(maturity: str) -> str:
    return "for all ages" if maturity == "all" else maturity


def _seasons(title: Title) -> str | None:
    if title.kind == "film":
        return f"{title.label} is a film, so there is just the one."
    if not title.seasons:
        return None
    return f"{title.label} has {'one season' if title.seasons == 1 else f'{title.seasons} seasons'}."


def _year(title: Title) -> str:
    if title.kind == "series":
        if title.end_year and title.end_year != title.year:
            return f"{title.name} ran from {title.year} to {title.end_year}."
        return f"{title.name} began in {title.year}."
    return f"{title.name} came out in {title.year}."


_LEVELS = ((0.12, "not {w} at all"), (0.3, "hardly {w}"), (0.5, "somewhat {w}"), (0.7, "quite {w}"), (1.01, "very {w}"))
_PLAIN = {
    "light": "light", "funny": "funny", "scary": "scary", "violent": "violent", "tense": "tense", "fast": "fast-paced",
    "complex": "intricate", "fantastic": "fantastic", "romantic": "romantic", "hopeful": "hopeful",
    "strange": "strange", "family": "suitable for the whole family",
}  # fmt: skip


def _tone_answer(scene: Scene, titles: Sequence[Title]) -> list[str]:
    axis = scene.request.axis or "light"
    toned = [t for t in titles if axis in t.tone]
    if not toned:
        return [f"The catalogue does not say how {_PLAIN[axis]} {titles[0].label} is."]
    if len(toned) == 1:
        title = toned[0]
        value = title.tone[axis]
        level = next(words for top, words in _LEVELS if value < top).format(w=_PLAIN[axis])
        rated = f"; it is rated {_age(title.maturity)}" if axis == "family" and title.maturity else ""
        number = f" ({value:.2f} on a scale from 0 to 1)" if value >= 0.12 else ""
        return [f"{title.label} is {level}{number}{rated}."]
    return _extreme(toned, axis, up=True)


def _extreme(titles: Sequence[Title], axis: str, *, up: bool) -> list[str]:
    order = sorted(titles, key=lambda t: t.tone[axis], reverse=up)
    first, last = order[0], order[-1]
    if abs(first.tone[axis] - last.tone[axis]) < 0.05:
        return [f"There is little between them: {listed([t.label for t in order])} are about as {_PLAIN[axis]}."]
    word = MORE[axis][0 if up else 1]
    numbers = f"{first.tone[axis]:.2f} against {last.tone[axis]:.2f} on a scale from 0 to 1"
    if len(titles) == 2:
        return [f"{first.label} is the {word} of the two: {numbers}."]
    rest = listed([t.label for t in order[1:]])
    return [f"{first.label} is {word} than the others ({rest}): {first.tone[axis]:.2f} on a scale from 0 to 1."]


def _compare(scene: Scene) -> list[str]:
    titles = scene.about
    if len(titles) < 2:
        return [_which(scene)] if not titles else _more(scene)
    if scene.request.axis:
        toned = [t for t in titles if scene.request.axis in t.tone]
        if len(toned) > 1:
            return _extreme(toned, scene.request.axis, up=True)
    numeric = {"runtime": "runtime_minutes", "year": "year", "seasons": "seasons", "rating": "rating"}
    if scene.request.fact in numeric:
        return _compare_number(titles, scene.request.fact, numeric[scene.request.fact])
    return _compare_whole(titles[0], titles[1])


def _compare_number(titles: Sequence[Title], fact: Fact, field: str) -> list[str]:
    known = [t for t in titles if getattr(t, field) is not None]
    if len(known) < 2:
        return [say_fact(t, fact) for t in titles]
    order = sorted(known, key=lambda t: getattr(t, field))
    low, high = order[0], order[-1]
    words = {
        "runtime": (f"{low.label} is the shortest", f"{high.label} the longest"),
        "year": (f"{low.label} is the oldest", f"{high.label} the newest"),
        "seasons": (f"{low.label} has the fewest seasons", f"{high.label} the most"),
        "rating": (f"{high.label} is rated highest", f"{low.label} lowest"),
    }[fact]
    first, second = (low, high) if fact != "rating" else (high, low)
    said = [length(t) if fact == "runtime" else f"{getattr(t, field):g}" for t in (first, second)]
    return [f"{words[0]} ({said[0]}), {words[1]} ({said[1]})."]


def _compare_whole(one: Title, other: Title) -> list[str]:
    lines = []
    gaps = {a: one.tone[a] - other.tone[a] for a in one.tone if a in other.tone}
    top = sorted(gaps, key=lambda a: -abs(gaps[a]))[:3]
    words = [MORE[a][0 if gaps[a] > 0 else 1] for a in top if abs(gaps[a]) >= 0.1]
    shared = [t for t in one.themes if t in other.themes]
    if shared:
        lines.append(f"Both are about {listed(shared[:3])}.")
    if words:
        lines.append(f"{one.label} is {listed(words)}; {other.label} is the other way round.")
    sizes = [(t, length(t)) for t in (one, other)]
    if all(size for _, size in sizes):
        lines.append("; ".join(f"{t.name} runs {size}" for t, size in sizes) + ".")
    return lines or [f"{one.label} and {other.label} stand close together in everything I know of them."]


def _more(scene: Scene) -> list[str]:
    titles = scene.about
    if not titles:
        return [_which(scene)]
    lines = []
    for title in titles[:2]:
        made = makers(title)
        from_ = f" from {listed([land(c) for c in title.countries[:2]])}" if title.countries else ""
        lines.append(f"{title.label} is {_a(title)}{from_}{f', {made}' if made else ''}.")
        lines.append(title.logline)
        if title.cast:
            lines.append(f"With {listed(title.cast[:4])}.")
        traits, size = character(title, 3), length(title)
        if traits or size:
            said = [f"it is {listed(traits)}" if traits else "", f"it runs {size}" if size else ""]
            lines.append(capital(listed([s for s in said if s])) + ".")
    return lines


def _why(scene: Scene) -> list[str]:
    titles = scene.about
    if not titles:
        return [_which(scene)]
    lines = []
    for title in titles[:3]:
        reasons = scene.memory.reasons.get(title.id)
        if reasons is None:
            lines.append(f"I did not suggest {title.label}.")
            continue
        lines.append(f"I suggested {title.label} because it is {listed([_because(r) for r in reasons])}.")
        if title.id in scene.memory.explored:
            lines.append("It is also the one place I leave to chance, to learn what you like.")
    return lines


def _because(reason: str) -> str:
    """A card's reason inside a sentence: ``like Dark: time loops`` becomes ``like Dark (time loops)``."""
    head, colon, rest = reason.partition(": ")
    if colon:
        return f"{head} ({rest})"
    if "minutes" in reason or reason.endswith(("season", "seasons")):
        return f"with {reason}" if reason.endswith(("season", "seasons")) or "episode" in reason else f"{reason} long"
    return reason if reason.startswith(("with ", "from ", "in ", "directed", "created", "rated")) else f"about {reason}"


def _taste(scene: Scene) -> list[str]:
    return [taste_line(s, scene.titles, scene.draw) for s in scene.request.taste]


def taste_line(statement: TasteStatement, titles: Mapping[str, Title], draw: random.Random) -> str:
    """The acknowledgement of one statement of taste."""
    words = statement.words
    if statement.what == "title" and statement.value in titles:
        words = titles[statement.value].label
    if statement.likes:
        return draw.choice((f"Noted: you like {words}.", f"Good to know: {words}.", f"I will keep {words} in mind."))
    return draw.choice(
        (f"Understood, no {words} from here on.", f"Noted: I will leave out {words}.", f"Fine, {words} will stay away.")
    )


def _seen(scene: Scene) -> list[str]:
    names = [t.label for t in scene.about] or [scene.titles[i].label for i in scene.request.seen if i in scene.titles]
    if not names:
        return ["Which one have you seen? Name it and I will not bring it up again."]
    return [f"Marked {listed(names)} as seen."]


def _reject(scene: Scene) -> list[str]:
    names = [scene.titles[i].label for i in scene.request.rejected if i in scene.titles]
    return [f"{listed(names)} {'is' if len(names) == 1 else 'are'} off the list."] if names else [_which(scene)]


def _choice(*lines: str) -> Callable[[Scene], list[str]]:
    return lambda scene: [scene.draw.choice(lines)]


def _unclear(scene: Scene) -> list[str]:
    if scene.request.unknown:
        return [_which(scene)]
    questions = (
        "Happy to. Is there a film or series you loved lately?",
        "Gladly. What are you in the mood for: something light, something tense, something strange?",
        "With pleasure. A film for tonight or a series to stay with, and should it be light or dark?",
    )
    return [scene.draw.choice(tuple(q for q in questions if q != scene.memory.asked))]


_ANSWERS: Mapping[str, Callable[[Scene], list[str]]] = {
    "fact": _fact,
    "more": _more,
    "why": _why,
    "compare": _compare,
    "taste": _taste,
    "seen": _seen,
    "reject": _reject,
    "correct": lambda scene: [_which(scene)],
    "recommend": _unclear,
    "unclear": _unclear,
    "thanks": _choice(
        "You are welcome. Enjoy the evening.", "My pleasure. Tell me how it was.", "Any time. I hope it is a good one."
    ),
    "greeting": _choice(
        "Hello! What would you like to watch: something like a favourite of yours, or something new?",
        "Good to see you. Name a film or series you love, and I will find its neighbours.",
    ),
    "help": lambda _: [
        "I know films and series, and I find them by likeness and tone: “something like X but lighter”, "
        "“a short Korean thriller”, “nothing scary”.",
        "Then steer: “funnier”, “older”, “not the second one”, “I have seen it”, or ask “who is in the first?” "
        "and “why this one?”.",
    ],
    "smalltalk": _choice(
        "I am at my best talking about films. What did you enjoy last?",
        "All well here, thank you. What shall we find for you tonight?",
    ),
    "off_topic": _choice(
        "That is outside my world, I only know films and series. Shall I find you one?",
        "I can't help with that, but I can find you something good to watch. What are you in the mood for?",
    ),
    "foreign": _choice(
        "I am sorry, I only understand English so far. The titles I know come from everywhere, though.",
    ),
    "empty": _choice(
        "I did not catch any words. Try something like “a funny film under 100 minutes”.",
    ),
}
