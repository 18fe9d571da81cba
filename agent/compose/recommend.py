"""The reply that goes with picks: the wish said back, the first pick and why, how the others differ."""

from __future__ import annotations

import random
from collections.abc import Sequence

from matinee.agent.compose.plan import Plan, Slot
from matinee.agent.compose.say import MORE, VERY, capital, character, difference, length, listed, makers, noun
from matinee.agent.compose.wish import bare_word, moved_words, wish_words
from matinee.agent.explain import akin
from matinee.agent.memory import Memory, Message
from matinee.agent.prompts import load_prompt
from matinee.agent.request import Conflict, Request
from matinee.agent.retrieve import Situation
from matinee.agent.steer import Goal
from matinee.agent.turn import Pick, Ranking
from matinee.index.title import Title


def recommend(
    request: Request, ranking: Ranking, situation: Situation, memory: Memory, *, seed: int, voice: str
) -> Plan:
    """The plan of a recommending reply.

    ``voice`` is who may phrase it: ``none`` (code alone), ``small`` (one sentence about the first pick) or ``large``
    (the whole reply).
    """
    draw = random.Random(seed)
    notes = notices(request, ranking)
    if not ranking.picks:
        return Plan(slots=(Slot(lines=(*notes, _nothing(request, draw))),))
    picks = ranking.picks
    opening = _opening(request, situation, picks[0], draw, relaxed=bool(ranking.relaxed))
    portrait = _portrait(picks[0], draw)
    others = _others(picks, draw)
    nudge = _nudge(request, picks, memory, draw)
    about = tuple(p.title.id for p in picks)
    if voice == "large":
        prompt = load_prompt("reply")
        messages = prompt.render(wish=wish_words(request), message=request.text, picks=[_brief(p) for p in picks[:3]])
        lines = tuple(line for line in (opening, portrait, *others) if line)
        slot = Slot(lines=lines, prompt=messages, about=about, most=5, tokens=220)
        return Plan(slots=(*_said(notes), slot, *_said(nudge)), prompt_label=prompt.label)
    if voice == "small":
        prompt = load_prompt("introduce")
        middle = Slot(lines=(portrait,), prompt=_introduce(picks[0].title), about=about[:1], most=1, tokens=48)
        return Plan(slots=(*_said(notes), *_said([opening]), middle, *_said(others), *_said(nudge)),
                    prompt_label=prompt.label)  # fmt: skip
    return Plan(slots=(*_said(notes), *_said([opening, portrait, *others]), *_said(nudge)))


def replacement(ranking: Ranking, situation: Situation, before: Sequence[str], draw: random.Random) -> Plan:
    """The plan for a list that lost a title or more: only what is new on it is introduced."""
    fresh = [p for p in ranking.picks if p.title.id not in before]
    if not fresh:
        return Plan(slots=_said(["That was the last one that fits; the others stay."] if not ranking.picks else []))
    lead = draw.choice(("In its place comes", "Instead, there is", "New on the list is"))
    lines = []
    for pick in fresh[:2]:
        why = because(pick, situation)
        lines.append(f"{lead} {pick.title.label}: {why}." if why else f"{lead} {pick.title.label}.")
        lead = "And there is"
    return Plan(slots=_said(lines))


def _said(lines: Sequence[str]) -> tuple[Slot, ...]:
    return tuple(Slot(lines=(line,)) for line in lines if line)


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


def notices(request: Request, ranking: Ranking) -> list[str]:
    """What must be said first: how a name was read, what was not found, what contradicts, what had to give."""
    lines = []
    for ref in (*request.liked, *request.avoided):
        if ref.certainty < 0.75:
            lines.append(f"I took “{ref.surface}” to be {ref.name} ({ref.year}).")
    for name in request.unknown:
        lines.append(unknown_line(name, [f"{r.name} ({r.year})" for r in request.near]))
    lines += [_conflict_line(conflict) for conflict in request.conflicts]
    if ranking.picks and request.shifts and not any(p.title.tone for p in ranking.picks):
        lines.append("This catalogue holds no tone values, so I went by likeness alone.")
    elif ranking.picks:
        lines += [f"Nothing here goes further than that ({limit}), so these come close." for limit in ranking.limits]
    lines += [
        f"I do not know “{guess.word}” as a trait; the nearest I know {'are' if len(guess.nearest) > 1 else 'is'} "
        f"{listed(guess.nearest[:2])}, so I went by {'those' if len(guess.nearest) > 1 else 'that'}."
        for guess in ranking.guesses
    ]
    lines += [f"This catalogue holds no ratings, so I left “{word}” aside." for word in ranking.ignored]
    lines += _misses(request, ranking)
    if ranking.picks and ranking.relaxed:
        lines.append(f"Nothing here fits all of it, so I loosened {listed(ranking.relaxed)}.")
    return lines


def _conflict_line(conflict: Conflict) -> str:
    """A contradiction and what was gone by: “Short” and “over three hours” cannot both hold, so …"""
    both = f"“{capital(conflict.one)}” and “{conflict.other}” cannot both hold"
    return f"{both}, so I went by “{conflict.kept}”." if conflict.kept else f"{both}, so I kept a little of each."


def _misses(request: Request, ranking: Ranking) -> list[str]:
    """What was asked for and no pick has: a theme, or a tone without an anchor."""
    picks = [p.title for p in ranking.picks]
    if not picks:
        return []
    missed = [t for t in request.themes if not any(akin(t, theme) for p in picks for theme in p.themes)]
    lines = [f"Nothing that fits the rest is about {listed(missed[:2], 'or')}, so these come near."] if missed else []
    words = {s.word for s in request.shifts if not s.relative}
    shown = {r.text for p in ranking.picks for r in p.reasons if r.kind == "tone"}
    bare = sorted(w for w in words - shown if any(p.tone for p in picks))
    if bare and not missed:
        lines.append(f"None of these is quite what I would call {listed(bare, 'or')}.")
    return lines


def unknown_line(name: str, near: Sequence[str]) -> str:
    """That a title is not in the catalogue, with the nearest names."""
    quoted = f"“{name.strip()[:80]}” is not in this catalogue"
    return f"{quoted}; did you mean {listed(near[:3], 'or')}?" if near else f"{quoted}."


def _nothing(request: Request, draw: random.Random) -> str:
    wish = wish_words(request)
    return draw.choice(
        (
            f"I find nothing here for {wish}. Drop one condition and I will look again.",
            f"No title in this catalogue answers {wish}; loosen one part of it and something will turn up.",
        )
    )


def _opening(request: Request, situation: Situation, pick: Pick, draw: random.Random, *, relaxed: bool) -> str:
    credits = [r.text for r in pick.reasons if r.kind == "person"]
    name, wish = pick.title.label, wish_words(request, credits)
    why = because(pick, situation, said=request.themes)
    bare = wish == "something"
    if bare:
        kind = noun(pick.title)
        line = draw.choice(
            (
                f"Then let me surprise you with {name}",
                f"I would put on {name}",
                f"A {kind} to start with: {name}",
            )
        )
    elif relaxed:
        line = draw.choice((f"The closest to {wish} is {name}", f"Nearest to {wish} comes {name}"))
    else:
        line = draw.choice(
            (
                f"For {wish}, I would start with {name}",
                f"{capital(wish)}: my first thought is {name}",
                f"{name} is where I would begin for {wish}",
                f"If you want {wish}, try {name} first",
            )
        )
    return f"{line}: {why}." if why else f"{line}."


def because(pick: Pick, situation: Situation, said: Sequence[str] = ()) -> str:
    """Why this pick, in words: shared themes, then movement, then what else was asked for; ``said`` is not repeated."""
    parts, seen = [], set()
    for anchor in situation.anchors:
        for reason in pick.reasons:
            if reason.text.startswith((f"like {anchor.name}:", f"close to {anchor.name}:")):
                # a theme is said once, even when two anchors share it
                values = [v for v in reason.value if v not in seen][:2]
                seen.update(values)
                if values and reason.kind == "theme":
                    parts.append(f"it shares ground with {anchor.name} ({', '.join(values)})")
                elif values:
                    parts.append(f"it is close to {anchor.name} in feel ({_being(values)})")
    if not situation.anchors:
        themes = [v for r in pick.reasons if r.kind == "theme" for v in r.value if v not in said][:2]
        if themes:
            parts.append(f"it is about {listed(themes)}")
    found = (_movement(pick.title, goal) for goal in situation.goals)
    moves = [move for move in found if move]
    if moves:
        parts.append(f"it is {listed(moves)}")
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


def _movement(title: Title, goal: Goal) -> str | None:
    value = goal.at(title)
    if goal.start is None or value is None or not goal.obeyed(value):
        return None
    if goal.level != "beyond":
        return goal.word
    gap = value - goal.start
    if gap * goal.direction < 0.03:
        return None
    word = MORE[goal.axis][0 if gap > 0 else 1] if goal.axis in MORE else bare_word(goal.word)
    return ("much " if abs(gap) > 0.45 else "clearly " if abs(gap) > 0.18 else "a shade ") + word


def _portrait(pick: Pick, draw: random.Random) -> str:
    """The first pick in a sentence that its card does not say: its feel, who made it, who is in it."""
    title = pick.title
    traits, made, cast = listed(character(title, 3)), makers(title), listed(title.cast[:2])
    if traits and cast:
        lead = "leads" if len(title.cast) == 1 else "lead"
        lines = [f"Expect something {traits}; {cast} {lead} it."]
        if made:
            lines.append(f"It is {traits}, {made}, with {cast}.")
            lines.append(f"{capital(made)}, with {cast}, it is {traits}.")
        return draw.choice(lines)
    if traits:
        return f"It is {traits}, {made}." if made else f"It is {traits}."
    if made:
        return f"It was {made}, with {cast}." if cast else f"It was {made}."
    return ""


def _others(picks: Sequence[Pick], draw: random.Random) -> list[str]:
    """One sentence on the second and third pick: how each differs from the first."""
    if len(picks) < 2:
        return []
    first, clauses, used = picks[0].title, [], set[str]()
    for pick in picks[1:3]:
        found = difference(pick.title, first, frozenset(used))
        themes = [v for r in pick.reasons if r.kind == "theme" for v in r.value]
        if found:
            used.add(found[0])
            clauses.append((pick.title.label, found[1], themes))
        else:
            clauses.append((pick.title.label, "", themes))
    texts: list[str] = []
    for label, word, themes in clauses:
        if word and themes and not texts:
            texts.append(f"{label} is {word}, with {listed(themes[:2])}")
        elif word:
            texts.append(draw.choice((f"{label} is {word}", f"{label} is the one if you want it {word}")))
        elif themes:
            texts.append(f"{label} brings {listed(themes[:2])}")
        else:
            texts.append(f"{label} stays closest to it in feel")
    lead = draw.choice(("Next to it, ", "By comparison, ", "Of the others, "))
    return [f"{lead}{'; '.join(texts)}."]


def _nudge(request: Request, picks: Sequence[Pick], memory: Memory, draw: random.Random) -> list[str]:
    """One hint at what can be said next: early in a conversation, and where a place was drawn by chance."""
    explored = next((p for p in picks if p.explore), None)
    if explored and draw.random() < 0.25:
        return [draw.choice((f"{explored.title.label} is the outsider on the list.",
                             f"{explored.title.label} is a bit of a gamble, and on the list for that."))]  # fmt: skip
    if memory.wish is None and len(memory.messages) < 3:
        asked = {s.axis for s in request.shifts}
        axis = next(a for a in ("light", "funny", "tense", "strange") if a not in asked)
        word = MORE[axis][0]
        taken = moved_words(request)
        second = "shorter" if "shorter" not in taken else "older"
        return [f"Say “{word}”, “{second}” or “not the second one” and I will move from here."]
    return []
