"""What is in a title: gore, nudity, how it ends, where to watch it; what is not on record is said plainly."""

from __future__ import annotations

from collections.abc import Mapping

from matinee.agent.compose.facts import PLAIN, bare, inside, tone_level
from matinee.agent.compose.say import aged, level, listed
from matinee.agent.compose.scene import Scene
from matinee.index.title import Title, fold

_RELATED: Mapping[str, str] = {
    "gore": "gore slasher cannibalism torture massacre dismemberment splatter blood",
    "blood": "gore slasher cannibalism torture massacre splatter blood",
    "violence": "violence torture massacre gore revenge war",
    "nudity": "sex sexual erotic nudity nude desire prostitution voyeurism sadomasochism seduction affair",
    "nude": "sex sexual erotic nudity nude prostitution voyeurism sadomasochism",
    "sex": "sex sexual erotic nudity desire prostitution voyeurism sadomasochism seduction affair",
    "drugs": "drug drugs addiction heroin cocaine cartel",
    "drug": "drug drugs addiction heroin cocaine cartel",
    "drinking": "drinking alcoholism bar", "alcohol": "drinking alcoholism bar",
    "animals": "animals animal dog dogs cat cats horse horses talking",
    "animal": "animals animal dog dogs cat cats horse",
    "dog": "dog dogs", "dogs": "dog dogs", "cat": "cat cats", "horse": "horse horses",
    "twist": "twist unreliable", "twists": "twist unreliable",
    "singing": "musical song songs singer singers opera", "songs": "musical song songs singer singers opera",
    "suicide": "suicide", "rape": "rape sexual assault abuse", "abuse": "abuse domestic violence",
    "romance": "love romance lovers", "love": "love romance lovers",
    "magic": "magic witches witchcraft wizards sorcery",
    "ghosts": "ghost ghosts haunted", "clowns": "clown", "spiders": "spider spiders", "war": "war soldiers",
    "children": "children child childhood siblings", "kids": "children child childhood siblings",
    "religion": "religion faith church priest priests religious", "death": "death grief mourning dying",
    "deaths": "death grief mourning dying", "die": "death grief mourning dying", "dies": "death grief mourning dying",
    "survive": "survival", "survives": "survival",
}  # fmt: skip
"""A word asked about to the words of themes that go with it."""


def answer_detail(scene: Scene) -> list[str]:
    """What can be said about a detail: tone, age rating and themes that bear on it, and what is not held."""
    if not scene.about:
        return [scene.which()]
    if scene.request.subject == "colour":
        return [_colour(scene, title) for title in scene.about[:3]]
    return [line for title in scene.about[:3] for line in _detail(scene, title)]


def _colour(scene: Scene, title: Title) -> str:
    name = scene.name(title)
    if "black and white" in {theme.lower() for theme in title.themes}:
        return f"{name} is in black and white."
    if title.year >= _COLOUR_SINCE:
        return f"{name} is not noted as black and white, so colour it should be."
    return f"{name} is not noted as black and white, but for a year like {title.year} that settles little."


_COLOUR_SINCE = 1970


def _detail(scene: Scene, title: Title) -> list[str]:
    subject, axis, name = scene.request.subject, scene.request.axis, scene.name(title)
    if subject in _SINGLE:
        subject = f"a {subject}"
    rated = f"rated {aged(title.maturity)}" if title.maturity else ""
    themes = _themes(title, subject)
    if axis and axis in title.tone:
        value = title.tone[axis]
        known = f"{name} is {tone_level(axis, value)} ({level(value)} of 1)" + (f" and {rated}" if rated else "")
        lines = [f"{known}."]
        if themes:
            lines.append(f"Among its themes: {listed(themes)}.")
        elif PLAIN[axis] not in subject:
            lines.append(
                scene.say(
                    "More about {subject} the catalogue does not hold.",
                    "Of {subject} in particular it says nothing.",
                    subject=subject,
                )
            )
        return lines
    if subject.startswith(_ASKED):
        asked = subject[:1].upper() + subject[1:]
        first = scene.say(
            "{asked}, my catalogue does not say, and I would not give it away if it did.",
            "{asked}: that is a thing only the story itself can tell you, I have no record of it.",
            "I do not know; {subject} is not among the facts I hold.",
            asked=asked,
            subject=subject,
        )
    else:
        first = scene.say(
            "The catalogue keeps no note of {subject} in {name}.",
            "About {subject} in {name} I have nothing on record.",
            "I cannot vouch for {name} there; the catalogue does not list {subject}.",
            subject=subject,
            name=bare(name),
        )
    held = [f"{tone_level(a, title.tone[a])} ({level(title.tone[a])} of 1)" for a in _bearing(title, subject)]
    if rated:
        held.append(rated)
    lines = [first]
    if held and title.label in first:
        lines.append(scene.say("It is {held}.", "What I know: it is {held}.", "But it is {held}.", held=listed(held)))
    elif held:
        lines.append(
            scene.say(
                "What I know of {bare}: it is {held}.",
                "{name} is {held}.",
                "This much I can say: {inside} is {held}.",
                bare=bare(name),
                name=name,
                inside=inside(name),
                held=listed(held),
            )
        )
    if themes:
        lines.append(f"Among its themes: {listed(themes)}.")
    return lines


def _bearing(title: Title, subject: str) -> list[str]:
    """The axes that bear on what was asked: how violent, where somebody may die; how fit for a family, elsewhere."""
    axes = ("violent", "hopeful") if subject.startswith((*_ASKED, "death", "animal")) else ("family",)
    return [axis for axis in axes if axis in title.tone]


def _themes(title: Title, subject: str) -> list[str]:
    words = {w for asked in fold(subject).split() for w in _RELATED.get(asked, asked if len(asked) > 3 else "").split()}
    words -= {"whether", "they", "dies", "does", "scenes", "with", "anyone", "someone", "everyone"}
    return [t for t in title.themes if words & set(fold(t).split())][:3]


def answer_ending(scene: Scene) -> list[str]:
    """How hopeful a title is, and nothing of what happens."""
    if not scene.about:
        return [scene.which()]
    lines = []
    for title in scene.about[:3]:
        value, name = title.tone.get("hopeful"), scene.name(title)
        if value is None:
            lines.append(f"How {title.label} ends is not in this catalogue.")
            continue
        mood = next(words for top, words in _ENDINGS if value < top)
        lines.append(
            scene.say(
                "Without giving anything away: {name} {mood} ({number} of 1 on hopeful).",
                "No spoilers from me, but {name} {mood}; on hopeful it stands at {number} of 1.",
                "I know the mood, not the last scene: {name} {mood} (hopeful: {number} of 1).",
                name=inside(name),
                mood=mood,
                number=level(value),
            )
        )
    return lines


_ENDINGS = (
    (0.2, "is bleak, and I would not count on a happy ending"),
    (0.45, "leans to the sombre side, so be ready for an ending that hurts a little"),
    (0.65, "keeps the balance between sweet and bitter"),
    (0.8, "is a hopeful one, and you are likely to leave it comforted"),
    (1.01, "has all the hope in the world, and sends you home happy"),
)
_SINGLE = frozenset(
    {"sequel", "twist", "plot twist", "narrator", "love story", "love interest", "dog", "post credit scene"}
)
_ASKED = ("whether ", "who ", "how many ")
_SERVICES = (
    "platform",
    "platforms",
    "provider",
    "providers",
    "service",
    "services",
    "streaming",
    "streaming on",
    "network",
    "available on",
    "where",
    "watch on",
)


def answer_where(scene: Scene) -> list[str]:
    """Where a title can be watched, as far as its source said; the starter catalogue knows of no service."""
    for title in scene.about[:1]:
        held = [value for key, value in title.facts.items() if fold(key.replace("_", " ")) in _SERVICES and value]
        if held:
            return [f"{scene.name(title)} is noted with {listed(held)} here; if it still runs there I cannot check."]
        return [
            scene.say(
                "Where {name} is showing I do not know: the catalogue lists no streaming services.",
                "I work offline and know no service's shelves, so you would have to look up {name} yourself.",
                "No idea, I am afraid: which service has {name} is not in my catalogue.",
                name=title.label,
            )
        ]
    return ["Which service has what is not in my catalogue; I know the titles, not who shows them."]
