"""The reply that goes with picks: the wish said back, the first pick and why, how the others differ."""

from __future__ import annotations

from collections.abc import Sequence

from matinee.agent.compose.asides import asides
from matinee.agent.compose.plan import Plan, Slot, plain
from matinee.agent.compose.say import (
    MORE,
    VERY,
    article,
    capital,
    character,
    counted,
    difference,
    length,
    listed,
    makers,
    noun,
)
from matinee.agent.compose.scene import Scene, unknown_line
from matinee.agent.compose.steering import movements, steering_notices
from matinee.agent.compose.themes import about, named
from matinee.agent.compose.wish import moved_words, wish_words
from matinee.agent.compose.wording import Wording
from matinee.agent.explain import akin
from matinee.agent.memory import Message
from matinee.agent.prompts import load_prompt
from matinee.agent.request import Request
from matinee.agent.retrieve import Situation
from matinee.agent.turn import Pick, Ranking
from matinee.index.title import Title


def recommend(
    request: Request, ranking: Ranking, situation: Situation, scene: Scene, *, count: int, voice: str
) -> Plan:
    """The plan of a recommending reply; ``count`` is how many picks were to be had.

    ``voice`` is who may phrase it: ``none`` (code alone), ``small`` (one sentence about the first pick) or ``large``
    (the whole reply).
    """
    notes = notices(request, ranking, count=count)
    if not ranking.picks:
        return Plan(slots=(Slot(lines=(*notes, _nothing(request, scene.say))),))
    picks = ranking.picks
    opening = _opening(request, situation, picks[0], scene.say, relaxed=bool(ranking.relaxed))
    portrait = _portrait(picks[0], scene.say)
    others = _others(picks, scene.say)
    nudge = _nudge(request, picks, scene)
    ids = tuple(p.title.id for p in picks)
    if voice == "large":
        prompt = load_prompt("reply")
        messages = prompt.render(wish=wish_words(request), message=request.text, picks=[_brief(p) for p in picks[:3]])
        lines = tuple(line for line in (opening, portrait, *others) if line)
        slot = Slot(lines=lines, prompt=messages, about=ids, most=5, tokens=220)
        return Plan(slots=(*_said(notes), slot, *_said(nudge)), prompt_label=prompt.label)
    if voice == "small":
        prompt = load_prompt("introduce")
        middle = Slot(lines=(portrait,), prompt=_introduce(picks[0].title), about=ids[:1], most=1, tokens=48)
        return Plan(
            slots=(*_said(notes), *_said([opening]), middle, *_said(others), *_said(nudge)), prompt_label=prompt.label
        )
    return Plan(slots=(*_said(notes), *_said([opening, portrait, *others]), *_said(nudge)))


def replacement(ranking: Ranking, situation: Situation, scene: Scene, *, count: int) -> Plan:
    """The plan for a list that lost a title or more: only what is new on it is introduced."""
    fresh = [p for p in ranking.picks if p.title.id not in scene.memory.picks]
    few = _few(len(ranking.picks), count, left=True)
    if not fresh:
        gone = "That was the last one that fits."
        return Plan(slots=_said([gone if not ranking.picks else few or "The others stay."]))
    leads = scene.say("In its place comes", "Instead, there is", "New on the list is", "Its place goes to")
    lines = []
    for pick in fresh[:2]:
        why = because(pick, situation, scene.say)
        lines.append(f"{leads} {pick.title.label}: {why}." if why else f"{leads} {pick.title.label}.")
        leads = "And there is"
    gave = f"For that I had to loosen {listed(ranking.relaxed)}." if ranking.relaxed else few
    return Plan(slots=_said([*lines, gave]))


def _said(lines: Sequence[str]) -> tuple[Slot, ...]:
    return tuple(plain(text) for text in lines if text)


def _introduce(title: Title) -> tuple[Message, ...]:
    return load_prompt("introduce").render(logline=title.logline)


def _brief(pick: Pick) -> dict[str, str]:
    """A pick as the large prompt shows it."""
    title = pick.title
    facts = [noun(title), str(title.year), listed(title.countries[:2]), makers(title) or "", length(title) or ""]
    return {
        "name": title.name,
        "facts": ", ".join(f for f in facts if f),
        "logline": title.logline,
        "why": "; ".join(r.text for r in pick.reasons),
    }


def notices(request: Request, ranking: Ranking, *, count: int) -> list[str]:
    """What must be said first: how a name was read, what was not found, what contradicts, what had to give."""
    lines = []
    for ref in (*request.liked, *request.avoided):
        if ref.certainty < 0.75:
            lines.append(f"I took “{ref.surface}” to be {ref.name} ({ref.year}).")
    for name in request.unknown:
        lines.append(unknown_line(name, [f"{r.name} ({r.year})" for r in request.near]))
    lines += asides(request)
    if ranking.picks and request.shifts and not any(p.title.tone for p in ranking.picks):
        lines.append("This catalogue holds no tone values, so I went by likeness alone.")
    lines += steering_notices(ranking)
    lines += _misses(request, ranking)
    if ranking.picks and ranking.relaxed:
        lines.append(f"Nothing here fits all of it, so I loosened {listed(ranking.relaxed)}.")
    elif ranking.picks:
        lines += [line for line in [_few(len(ranking.picks), count, left=request.refines)] if line]
    return lines


def _few(number: int, count: int, *, left: bool) -> str:
    """That fewer titles fit than were to be shown; ``left`` where others were shown before."""
    if not 0 < number < count:
        return ""
    verb = "fits" if number == 1 else "fit"
    if left:
        return f"Only {counted(number, 'title')} {'is' if number == 1 else 'are'} left here that {verb} all of it."
    return f"Only {counted(number, 'title')} here {verb} all of it."


def _misses(request: Request, ranking: Ranking) -> list[str]:
    """What was asked for and no pick has: a theme, or a tone without an anchor."""
    picks = [p.title for p in ranking.picks]
    if not picks:
        return []
    missed = [t for t in request.themes if not any(akin(t, theme) for p in picks for theme in p.themes)]
    lines = [f"Nothing that fits the rest is {about(missed[:2], 'or')}, so these come near."] if missed else []
    words = {s.word for s in request.shifts if not s.relative and s.level == "beyond"}
    shown = {r.text for p in ranking.picks for r in p.reasons if r.kind == "tone"}
    bare = sorted(w for w in words - shown if any(p.tone for p in picks))
    if bare and not missed:
        lines.append(f"None of these is quite what I would call {listed(bare, 'or')}.")
    return lines


def _nothing(request: Request, say: Wording) -> str:
    if request.refines:
        return say(
            "That was all: for {wish} nothing is left here that you have not been shown.",
            "Nothing is left for {wish}. Change one thing about it, or start over.",
            wish=wish_words(request),
        )
    return say(
        "I find nothing here for {wish}. Drop one condition and I will look again.",
        "No title in this catalogue answers {wish}; loosen one part of it and something will turn up.",
        "{Wish}: not here, I am afraid. Which condition can go?",
        wish=wish_words(request),
        Wish=capital(wish_words(request)),
    )


def _opening(request: Request, situation: Situation, pick: Pick, say: Wording, *, relaxed: bool) -> str:
    credits = [r.text for r in pick.reasons if r.kind == "person"]
    name, wish = pick.title.label, wish_words(request, credits)
    why = because(pick, situation, say, said=request.themes)
    if wish == "something":
        line = say(
            "Then let me surprise you with {name}",
            "I would put on {name}",
            "{Kind} to start with: {name}",
            "How about {name}",
            kind=noun(pick.title),
            Kind=capital(f"{article(noun(pick.title))} {noun(pick.title)}"),
            name=name,
        )
    elif relaxed:
        line = say(
            "The closest to {wish} is {name}",
            "Nearest to {wish} comes {name}",
            "Not quite {wish}, but near it: {name}",
            wish=wish,
            name=name,
        )
    elif request.refines:
        line = say(
            "Then {name}",
            "In that case, {name}",
            "{name} moves to the top",
            "Now {name} leads",
            "{name} comes first now",
            "That brings up {name}",
            "Then I would go for {name}",
            "{Wish}, then: {name}",
            name=name,
            Wish=capital(wish),
        )
    else:
        line = say(
            "For {wish}, I would start with {name}",
            "{Wish}: my first thought is {name}",
            "{name} is where I would begin for {wish}",
            "If you want {wish}, try {name} first",
            "{Wish}? {name}, before anything else",
            "First choice for {wish}: {name}",
            wish=wish,
            Wish=capital(wish),
            name=name,
        )
    return f"{line}: {why}." if why and ": " not in line else f"{line}; {why}." if why else f"{line}."


def because(pick: Pick, situation: Situation, say: Wording, said: Sequence[str] = ()) -> str:
    """Why this pick, in words: shared themes, then movement, then what else was asked for; ``said`` is not repeated."""
    parts, seen = [], set()
    for anchor in situation.anchors:
        for reason in pick.reasons:
            if reason.text.startswith((f"like {anchor.name}:", f"close to {anchor.name}:")):
                # a theme is said once, even when two anchors share it
                values = [v for v in reason.value if v not in seen][:2]
                seen.update(values)
                if values and reason.kind == "theme":
                    shared = listed([named(v) for v in values])
                    parts.append(
                        say(
                            "it shares {shared} with {anchor}",
                            "it has {shared} in common with {anchor}",
                            "like {anchor}, it turns on {shared}",
                            shared=shared,
                            anchor=anchor.name,
                        )
                    )
                elif values:
                    parts.append(
                        say(
                            "it is close to {anchor} in feel ({being})",
                            "it has something of {anchor} about it ({being})",
                            anchor=anchor.name,
                            being=_being(values),
                        )
                    )
    if not situation.anchors:
        themes = [v for r in pick.reasons if r.kind == "theme" for v in r.value if v not in said][:2]
        if themes:
            parts.append(f"it is {about(themes)}")
    parts += movements(pick.title, situation.goals)
    parts.extend(_told(r.text) for r in pick.reasons if r.kind == "fact" and _told(r.text))
    parts = parts[:3]
    return ", and ".join(parts[:2]) if len(parts) <= 2 else f"{', '.join(parts[:-1])}, and {parts[-1]}"


def _told(fact: str) -> str:
    """A numeric fact as a clause; facts that only repeat the wish (its genre, its language) say nothing new."""
    first = fact.split()[0]
    if "minutes" in fact:
        return f"it runs {fact}"
    if fact.endswith(("season", "seasons")):
        return f"it has {fact}"
    if fact.startswith("from ") and fact[5:].isdigit():
        return f"it is {fact}"
    return f"it is {fact}" if first == "rated" else ""


def _being(values: Sequence[str]) -> str:
    """Kinship values are axis names or genres: axes as adjectives, genres as they are."""
    return ", ".join(VERY[v][0] if v in VERY else v for v in values)


def _portrait(pick: Pick, say: Wording) -> str:
    """The first pick in a sentence that its card does not say: its feel, who made it, who is in it."""
    title = pick.title
    traits, made, cast = listed(character(title, 3)), makers(title), listed(title.cast[:2])
    if made in {r.text for r in pick.reasons if r.kind == "person"}:
        made = None  # the opening has said it
    if traits and cast:
        lead = "leads" if len(title.cast) == 1 else "lead"
        lines = ["Expect something {traits}; {cast} {lead} it.", "{Traits}, with {cast} in front."]
        if made:
            lines += [
                "It is {traits}, {made}, with {cast}.",
                "{Made}, with {cast}, it is {traits}.",
                "It was {made}, and {cast} {lead} it.",
            ]
        return say(
            *lines,
            traits=traits,
            Traits=capital(traits),
            cast=cast,
            lead=lead,
            made=made or "",
            Made=capital(made or ""),
        )
    if traits:
        return f"It is {traits}, {made}." if made else f"It is {traits}."
    if made:
        return f"It was {made}, with {cast}." if cast else f"It was {made}."
    return ""


def _others(picks: Sequence[Pick], say: Wording) -> list[str]:
    """One sentence on the second and third pick: how each differs from the first."""
    if len(picks) < 2:
        return []
    first, clauses, used = picks[0].title, [], set[str]()
    for pick in picks[1:3]:
        found = difference(pick.title, first, frozenset(used))
        if found:
            used.add(found[0])
        themes = [t for t in pick.title.themes if t not in first.themes][:1]
        clauses.append(_clause(pick.title.label, found[1] if found else "", themes, say))
    lead = say("Next to it, ", "By comparison, ", "Of the others, ", "Beside it, ", "", "")
    text = (
        say("{one}; {two}", "{one}, and {two}", "{one}, while {two}", one=clauses[0], two=clauses[1])
        if clauses[1:]
        else clauses[0]
    )
    return [f"{lead}{text}." if lead and not text.startswith("to have") else f"{capital(text)}."]


def _clause(label: str, word: str, themes: Sequence[str], say: Wording) -> str:
    if word and themes:
        return say(
            "{label} is {word}",
            "{label} is the one if you want it {word}",
            "{label} is {word} and {about}",
            "to have it {word}, take {label}",
            label=label,
            word=word,
            about=about(themes),
        )
    if word:
        return say(
            "{label} is {word}",
            "{label} is the one if you want it {word}",
            "to have it {word}, take {label}",
            label=label,
            word=word,
        )
    if themes:
        return say(
            "{label} is {about}", "{label} has {named} in it", label=label, about=about(themes), named=named(themes[0])
        )
    return say("{label} stays closest to it in feel", "{label} is its next of kin", label=label)


def _nudge(request: Request, picks: Sequence[Pick], scene: Scene) -> list[str]:
    """One hint at what can be said next: early in a conversation, and where a place was drawn by chance."""
    memory, say = scene.memory, scene.say
    explored = next((p for p in picks if p.explore), None)
    if explored and say.draw.random() < 0.25:
        return [
            say(
                "{label} is the outsider on the list.",
                "{label} is a bit of a gamble, and on the list for that.",
                "{label} is there on a hunch.",
                label=explored.title.label,
            )
        ]
    if memory.wish is None and len(memory.messages) < 3:
        asked = {s.axis for s in request.shifts}
        axis = next(a for a in ("light", "funny", "tense", "strange") if a not in asked)
        word = MORE[axis][0]
        taken = moved_words(request)
        second = "shorter" if "shorter" not in taken else "older"
        return [f"Say “{word}”, “{second}” or “not the second one” and I will move from here."]
    return []
