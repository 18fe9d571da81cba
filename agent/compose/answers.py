"""Answers that are not recommendations: facts, comparisons, reasons, statements of taste, small talk.

All are composed by code: a fact is the catalogue's or it is not said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from matinee.agent.compose.compare import answer_choose, answer_compare, answer_order
from matinee.agent.compose.details import answer_detail, answer_ending, answer_where
from matinee.agent.compose.facts import a_kind, answer_fact, inside
from matinee.agent.compose.person import answer_person
from matinee.agent.compose.reasons import because_of
from matinee.agent.compose.recall import answer_recall
from matinee.agent.compose.say import capital, character, land, lasts, listed, makers
from matinee.agent.compose.scene import Scene
from matinee.agent.compose.wording import Wording
from matinee.agent.request import TasteStatement
from matinee.index.title import Title


def answer(scene: Scene) -> tuple[str, ...]:
    """The sentences that answer ``scene``'s request; never empty."""
    lines = _ANSWERS[scene.request.act](scene)
    if scene.request.seen and scene.request.act not in {"seen", "recommend"}:
        # which title is meant is said once, with what was seen
        settled = replace(scene, request=scene.request.model_copy(update={"assumed": False}))
        lines = [*_seen(scene), *_ANSWERS[scene.request.act](settled)]
    said = tuple(line for line in lines if line) or (_QUESTION,)
    return (*courtesy_lines(scene), *said)


_QUESTION = "Name a title you love, a mood or a theme, and I will take it from there."


def courtesy_lines(scene: Scene) -> tuple[str, ...]:
    """What goes before a reply to "thanks! something funnier?"; nothing where the message is courtesy alone."""
    request = scene.request
    if request.courtesy is None or request.act in {"thanks", "greeting"}:
        return ()
    if request.courtesy == "thanks" and request.act in {"farewell", "smalltalk"}:
        return ("You are welcome.",)
    if request.courtesy == "thanks":
        return (scene.say("With pleasure.", "Gladly.", "Any time.", "You are welcome."),)
    return (scene.say("Hello!", "Good to see you.", "Welcome."),)


def _fact(scene: Scene) -> list[str]:
    special = {"detail": answer_detail, "ending": answer_ending, "where": answer_where}.get(scene.request.fact or "")
    return special(scene) if special else answer_fact(scene)


def _more(scene: Scene) -> list[str]:
    titles = scene.about
    if not titles:
        return [scene.which()]
    lines = []
    for title in titles[:2]:
        made = makers(title)
        from_ = f" from {listed([land(c) for c in title.countries[:2]])}" if title.countries else ""
        lines.append(f"{scene.name(title)} is {a_kind(title)}{from_}{f', {made}' if made else ''}.")
        lines.append(title.logline)
        if title.cast:
            lines.append(f"With {listed(title.cast[:4])}.")
        traits, size = character(title, 3), lasts(title)
        if traits or size:
            said = [f"it is {listed(traits)}" if traits else "", f"it {size}" if size else ""]
            lines.append(capital(listed([s for s in said if s])) + ".")
    return lines


def _why(scene: Scene) -> list[str]:
    titles = scene.about
    if not titles:
        return [scene.which()]
    lines = []
    for title in titles[:3]:
        reasons = scene.memory.reasons.get(title.id)
        if reasons is None:
            lines.append(f"I did not suggest {title.label}.")
            continue
        lines.append(
            scene.say(
                "I suggested {label} because {why}.",
                "{label} came up because {why}.",
                "What spoke for {label}: {why}.",
                label=title.label,
                why=because_of(reasons),
            )
        )
        if title.id in scene.memory.explored:
            lines.append("It is also the one place I leave to chance, to learn what you like.")
    return lines


def _taste(scene: Scene) -> list[str]:
    return [taste_line(s, scene.titles, scene.say) for s in scene.request.taste]


def taste_line(statement: TasteStatement, titles: Mapping[str, Title], say: Wording) -> str:
    """The acknowledgement of one statement of taste."""
    words = statement.words
    if statement.what == "title" and statement.value in titles:
        words = titles[statement.value].label
    if statement.lifted:
        if statement.likes:
            return say(
                "Forgotten: I no longer count {words} among what you like.",
                "Struck out: {words} carries no weight any more.",
                words=words,
            )
        return say(
            "Forgotten: {words} may come up again.",
            "Struck out: {words} are welcome again.",
            "Good, {words} are back in play.",
            words=words,
        )
    if statement.likes:
        return say("Noted: you like {words}.", "Good to know: {words}.", "I will keep {words} in mind.", words=words)
    return say(
        "Understood, no {words} from here on.",
        "Noted: I will leave out {words}.",
        "Fine, {words} will stay away.",
        words=words,
    )


def _seen(scene: Scene) -> list[str]:
    marked = [scene.titles[i] for i in scene.request.seen if i in scene.titles]
    names = [inside(scene.name(t)) for t in marked]
    if not names:
        names = [t.label for t in scene.about] if scene.request.act == "seen" else []
    if not names:
        return ["Which one have you seen? Name it and I will not bring it up again."]
    again = "You have seen {names} then; that one stays away." if len(names) == 1 else "{names}: seen, struck off."
    return [scene.say("Marked {names} as seen.", again, names=listed(names))]


def rejected_line(scene: Scene) -> str:
    """The acknowledgement of the titles just turned down; empty where there is none."""
    new = (i for i in scene.request.rejected if i not in scene.memory.rejected)
    names = [scene.titles[i].label for i in new if i in scene.titles]
    return f"{listed(names)} {'is' if len(names) == 1 else 'are'} off the list." if names else ""


def _reject(scene: Scene) -> list[str]:
    names = [scene.titles[i].label for i in scene.request.rejected if i in scene.titles]
    if not names:
        return [scene.which()]
    verb = "is" if len(names) == 1 else "are"
    return [
        scene.say("{names} {verb} off the list.", "Out with {names}.", "{names}: gone.", names=listed(names), verb=verb)
    ]


def _what_is_wrong(scene: Scene) -> str:
    if not scene.memory.picks:
        return scene.say(
            "Then let me try. Name one title you did like, and I will start from there.",
            "Fair enough. What did you enjoy last? I can work from that.",
        )
    return scene.say(
        "Not your list, then. What put you off: too old, too dark, too slow? Say it, and I go the other way.",
        "Fair enough. Tell me what was wrong with it, or name a title you do love.",
        "I can do better with one word more: lighter, faster, newer, stranger, or a title you like.",
        "Noted. Say “something else” for a fresh list, or what this one lacked.",
    )


def _small_talk(scene: Scene) -> str:
    text = scene.request.text.lower()
    if re.search(r"\bhow(?:'s| are| is| r)\b|\bwhat'?s up\b|\bhow do you feel\b", text):
        return scene.say(
            "All well here, thank you. What shall we find for you tonight?",
            "Very well, with this many films about. What are you in the mood for?",
        )
    if re.search(r"\b(?:do you|have you|did you|your)\b", text):
        return scene.say(
            "I have watched nothing and read about everything: the taste is yours. What did you enjoy last?",
            "I have no favourites of my own; tell me one of yours and I will find its neighbours.",
        )
    if re.search(r"\b(?:ok|okay|yes|no|sure|really|never ?mind|sorry)\b", text):
        return scene.say(
            "Say the word when you want more, or tell me what to change.",
            "Good. Shall it be something else, or more of the same?",
        )
    return scene.say(
        "Glad to hear it. What next?",
        "Good. I am here when you want the next one.",
        "I am at my best talking about films. What did you enjoy last?",
    )


def _choice(*lines: str) -> Callable[[Scene], list[str]]:
    return lambda scene: [scene.say(*lines)]


def _correct(scene: Scene) -> list[str]:
    if not (scene.request.unknown and scene.request.near):
        return [scene.which()]
    known = listed([f"{r.name} ({r.year})" for r in scene.request.near[:3]])
    return [f"There is no {scene.request.unknown[0]} in this catalogue; what I have is {known}."]


def _unclear(scene: Scene) -> list[str]:
    if scene.request.unknown:
        return [scene.which()]
    questions = (
        "Happy to. Is there a film or series you loved lately?",
        "Gladly. What are you in the mood for: something light, something tense, something strange?",
        "With pleasure. A film for tonight or a series to stay with, and should it be light or dark?",
    )
    return [scene.say(*questions)]


_ANSWERS: Mapping[str, Callable[[Scene], list[str]]] = {
    "fact": _fact,
    "more": _more,
    "why": _why,
    "compare": answer_compare,
    "order": answer_order,
    "choose": answer_choose,
    "absent": lambda scene: list(scene.absent) or [scene.which()],
    "person": answer_person,
    "recall": answer_recall,
    "taste": _taste,
    "seen": _seen,
    "reject": _reject,
    "correct": _correct,
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
        "Then steer: “funnier”, “older”, “not the second one”, “I have seen it”.",
        "Or ask: “who is in the first?”, “does it end well?”, “which would my mother like?”, "
        "“what do you know about me?”.",
    ],
    "complaint": lambda scene: [_what_is_wrong(scene)],
    "smalltalk": lambda scene: [_small_talk(scene)],
    "farewell": _choice(
        "Good night, and enjoy whatever you put on.",
        "Until next time. Tell me how it was.",
        "Goodbye, and happy watching.",
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
