"""Set aside: what the user never wanted, and now asks for: "a horror film, then"."""

from __future__ import annotations

from matinee.agent.memory import Memory
from matinee.agent.request import Request, TasteStatement


def set_aside(request: Request, memory: Memory) -> tuple[TasteStatement, ...]:
    """The "never"s of the conversation that ``request`` asks for, and the wish it refines did not."""
    before = memory.wish if request.refines else None
    return tuple(
        s
        for s in memory.taste
        if s.lasting and not s.likes and request.wants(s) and not (before is not None and before.wants(s))
    )
