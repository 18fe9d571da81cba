"""Remember: the conversation's memory after a turn."""

from __future__ import annotations

from matinee.agent.memory import Memory, Message
from matinee.agent.request import Request, TasteStatement
from matinee.agent.turn import Pick

KEPT_MESSAGES = 40
"""Older lines of a conversation are dropped from memory; turns keep them for good."""


def remember(memory: Memory, request: Request, wish: Request | None, picks: tuple[Pick, ...], reply: str) -> Memory:
    """``memory`` after a turn that was understood as ``request``, recommended for ``wish`` and showed ``picks``."""
    said = (Message(role="user", content=request.text[:2000]), Message(role="assistant", content=reply))
    ids = tuple(p.title.id for p in picks)
    return memory.model_copy(
        update={
            "messages": (*memory.messages, *said)[-KEPT_MESSAGES:],
            "wish": _lasting(wish) if wish is not None and picks else None if request.fresh else memory.wish,
            "picks": ids or memory.picks,
            "shown": _joined(memory.shown, ids),
            "focus": _focus(memory, request, ids),
            "person": _person(memory, request, wish if picks else None),
            "taste": standing_taste(memory.taste, request.taste),
            "latest": _latest(memory, request, bool(picks)),
            "seen": _joined(memory.seen, request.seen),
            "rejected": _joined(memory.rejected, request.rejected),
            "reasons": {**memory.reasons, **{p.title.id: tuple(r.text for r in p.reasons) for p in picks}},
            "explored": _joined(memory.explored, tuple(p.title.id for p in picks if p.explore)),
            "asked": reply if request.act == "unclear" else None,
        }
    )


def _lasting(wish: Request) -> Request:
    """What of ``wish`` the next message may change: all but a list that was only shown again."""
    return wish.model_copy(update={"filters": wish.filters.model_copy(update={"ids": None})})


def _joined(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*old, *new)))


def _focus(memory: Memory, request: Request, ids: tuple[str, ...]) -> str | None:
    if request.about:
        return request.about[0]
    if len(ids) == 1:
        return ids[0]
    return None if ids else memory.focus


def _latest(memory: Memory, request: Request, moved_on: bool) -> tuple[TasteStatement, ...]:
    """What "forget that" would take back: the last thing said of taste, until it is taken back or a list follows."""
    if request.taste:
        return tuple(s for s in request.taste if not s.lifted)
    return () if moved_on or request.fresh else memory.latest


def _person(memory: Memory, request: Request, wish: Request | None) -> str | None:
    """Whom "he" and "her" mean from now on; a list for nobody in particular ends what was said of somebody."""
    if request.people:
        return request.people[0]
    if wish is not None:
        people = (*wish.filters.people, *wish.filters.people_any)
        return people[0] if people else None
    return memory.person


def standing_taste(old: tuple[TasteStatement, ...], new: tuple[TasteStatement, ...]) -> tuple[TasteStatement, ...]:
    """What stands after ``new`` was said: the latest word on each thing, without what was taken back."""
    latest = {(s.what, s.value): s for s in (*old, *new)}
    return tuple(s for s in latest.values() if not s.lifted)
