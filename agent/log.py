"""The door through which the agent writes what happened; `rlhf` implements it."""

from __future__ import annotations

from typing import Literal, Protocol

from matinee.agent.request import Frozen
from matinee.agent.turn import Turn

Signal = Literal["like", "dislike", "seen", "comment"]


class Standing(Frozen):
    """What a user's feedback and imported history say about single titles, over all conversations."""

    seen: tuple[str, ...] = ()
    liked: tuple[str, ...] = ()
    disliked: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()
    """On the user's watchlist."""


class Undone(Frozen):
    """Feedback that was taken back."""

    signal: str
    title_id: str | None = None


class TurnLog(Protocol):
    """Durable storage of turns and feedback. Every write is on disk before the call returns."""

    def record(self, turn: Turn) -> None:
        """Store a turn; raises :class:`~matinee.errors.StoreError`."""

    def feedback(
        self, *, turn_id: str, user: str, signal: Signal, title_id: str | None = None, comment: str | None = None
    ) -> int:
        """Store feedback on a turn, or on one title of it; returns the feedback's number."""

    def undo(self, *, user: str, conversation: str | None = None) -> Undone | None:
        """Take back the user's latest standing feedback and return it; None where there is none."""

    def standing(self, user: str) -> Standing:
        """What the user's feedback says about single titles now."""


class NoLog:
    """Remembers nothing: for batch ranking and benchmarks."""

    def record(self, turn: Turn) -> None:
        """Drop the turn."""

    def feedback(
        self, *, turn_id: str, user: str, signal: Signal, title_id: str | None = None, comment: str | None = None
    ) -> int:
        """Drop the feedback."""
        del turn_id, user, signal, title_id, comment
        return 0

    def undo(self, *, user: str, conversation: str | None = None) -> Undone | None:
        """Nothing was kept."""
        del user, conversation
        return None

    def standing(self, user: str) -> Standing:
        """Nothing is known."""
        del user
        return Standing()
