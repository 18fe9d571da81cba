"""What one conversation remembers between turns. Persisted by the graph's checkpointer; no logic beyond bookkeeping."""

from __future__ import annotations

from pydantic import Field

from matinee.agent.request import Frozen, Request, TasteStatement


class Message(Frozen):
    """One line of the conversation."""

    role: str
    content: str


class Memory(Frozen):
    """The conversation so far."""

    messages: tuple[Message, ...] = ()
    wish: Request | None = None
    """The last request that brought picks: what "something shorter" refines."""
    picks: tuple[str, ...] = ()
    """Ids of the last picks shown, in the order shown: what "the second one" points into."""
    shown: tuple[str, ...] = ()
    """Ids of every pick shown in this conversation, oldest first."""
    focus: str | None = None
    """The id that "it" means: the title last asked about, named, or the only pick."""
    person: str | None = None
    """Whom "he" and "her" mean: the one last asked about, named in an answer, or wished for."""
    taste: tuple[TasteStatement, ...] = ()
    latest: tuple[TasteStatement, ...] = ()
    """What of ``taste`` the last message said: what "forget that" takes back."""
    seen: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    reasons: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """For every pick shown, why: what "why this one?" answers with."""
    explored: tuple[str, ...] = ()
    """Ids of the picks that were drawn by chance."""
    asked: str | None = None
    """The question Matinee asked back last turn, if it did: the answer completes ``wish``."""
