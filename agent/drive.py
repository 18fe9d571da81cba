"""Drive: a model that can call tools decides the turn's calls itself, within bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matinee.agent.memory import Memory
from matinee.agent.models.stream import with_sampling
from matinee.agent.prompts import load_prompt
from matinee.agent.request import Request
from matinee.agent.tools import Notes, Search, make_tools
from matinee.agent.understand.linker import Linker

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

MOST_CALLS = 4
"""How often the model may be asked in one turn before the rules take over."""


def drive(
    model: BaseChatModel, request: Request, wish: str, memory: Memory, linker: Linker, search: Search, *, seed: int
) -> Notes:
    """What the model's tool calls came to; empty notes where it made none, or failed.

    Its own words are thrown away here: the reply is composed from the notes and verified like any other.
    """
    from langchain.agents import create_agent
    from langchain.agents.middleware import ModelCallLimitMiddleware

    notes = Notes()
    prompt = load_prompt("agent").render(message=request.text[:2000], wish=wish, earlier=list(memory.messages[-6:]))
    agent: Any = create_agent(
        with_sampling(model, max_tokens=300, seed=seed, temperature=0.0),
        make_tools(request, memory, linker, search, notes),
        middleware=[ModelCallLimitMiddleware(run_limit=MOST_CALLS, exit_behavior="end")],
    )
    try:
        agent.invoke({"messages": [(m.role, m.content) for m in prompt]}, {"recursion_limit": 4 * MOST_CALLS})
    except Exception as error:  # whatever a model or its server does, the rules carry the turn
        notes.failure = " ".join(str(error).split()) or type(error).__name__
    return notes
