"""The agent's tools, for a model that can call them: each does what code does with a request, and takes notes.

The rules of the turn stand above the model: what the user ruled out stays out, whatever the model asks for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from langchain_core.tools import BaseTool, tool

from matinee.agent.compose.facts import say_fact
from matinee.agent.compose.say import listed, noun
from matinee.agent.memory import Memory
from matinee.agent.request import Fact, Request, TasteStatement
from matinee.agent.retrieve import Found
from matinee.agent.turn import Ranking
from matinee.agent.understand.linker import Linker
from matinee.agent.understand.parse import understand

Topic = Literal["title", "mood", "kind", "time"]
Search = Callable[[Request], tuple[Found, Ranking]]


@dataclass
class Notes:
    """What the model's calls came to."""

    wish: Request | None = None
    found: Found | None = None
    ranking: Ranking | None = None
    taste: list[TasteStatement] = field(default_factory=list)
    asked: Topic | None = None
    failure: str | None = None
    """Why the model could not drive, where it could not."""


def make_tools(request: Request, memory: Memory, linker: Linker, search_for: Search, notes: Notes) -> list[BaseTool]:
    """The tools of one turn, writing to ``notes``; ``search_for`` retrieves and ranks."""

    def found(wish: Request) -> str:
        bound = under_rules(wish, request)
        notes.wish = bound
        notes.found, notes.ranking = search_for(bound)
        picks = notes.ranking.picks
        if not picks:
            return "Nothing found. Loosen the wish and search again."
        lines = [f"{n}. {p.title.label}, {noun(p.title)}: {'; '.join(r.text for r in p.reasons)}" for n, p in
                 enumerate(picks, 1)]  # fmt: skip
        return "\n".join(lines)

    @tool
    def search(wish: str) -> str:
        """Find titles for a wish in plain words, such as "like Dark but lighter, a French film under two hours"."""
        return found(understand(wish, Memory(), linker).model_copy(update={"text": request.text}))

    @tool
    def more_like(title: str) -> str:
        """Find titles like one title."""
        return found(
            understand(f"something like “{title}”", Memory(), linker).model_copy(update={"text": request.text})
        )

    @tool
    def facts(title: str, fact: Fact) -> str:
        """Look up one fact of a title."""
        named = understand(f"something like “{title}”", Memory(), linker)
        if not named.liked:
            near = [f"{r.name} ({r.year})" for r in named.near]
            return f"Not in the catalogue. Near: {listed(near)}." if near else "Not in the catalogue."
        return say_fact(linker.titles[named.liked[0].id], fact)

    @tool
    def remember(statement: str) -> str:
        """Keep a lasting taste, such as "I can't stand musicals"."""
        heard = understand(statement, memory, linker).taste
        notes.taste.extend(heard)
        return f"Kept: {listed([s.words for s in heard])}." if heard else "Nothing lasting in that."

    @tool
    def ask_back(topic: Topic) -> str:
        """Ask the user one question, when the wish is too vague to search for."""
        notes.asked = topic
        return "The question will be asked. Stop here."

    return [search, more_like, facts, remember, ask_back]


def under_rules(wish: Request, request: Request) -> Request:
    """``wish`` with everything the rules read as a hard condition in the user's own message kept in force."""
    ours, theirs = wish.filters, request.filters
    kept: dict[str, object] = {}
    for name in type(theirs).model_fields:
        said, plain = getattr(theirs, name), type(theirs).model_fields[name].get_default(call_default_factory=True)
        if said == plain:
            continue
        if name.endswith("_not"):
            kept[name] = tuple(dict.fromkeys((*getattr(ours, name), *said)))
        else:
            kept[name] = said
    return wish.model_copy(
        update={
            "act": "recommend",
            "filters": ours.model_copy(update=kept),
            "avoided": tuple({r.id: r for r in (*wish.avoided, *request.avoided)}.values()),
            "liked": tuple({r.id: r for r in (*request.liked, *wish.liked)}.values()),
            "shifts": request.shifts or wish.shifts,
            "fact_shifts": request.fact_shifts or wish.fact_shifts,
            "seen": tuple(dict.fromkeys((*wish.seen, *request.seen))),
            "rejected": tuple(dict.fromkeys((*wish.rejected, *request.rejected))),
            "taste": request.taste,
            "unknown": request.unknown,
            "near": request.near,
            "conflicts": request.conflicts,
            "set_aside": request.set_aside,
            "dropped": request.dropped,
            "count": request.count or wish.count,
            "rewatch": request.rewatch,
            "refines": request.refines,
        }
    )
