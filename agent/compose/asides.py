"""What is said of a wish itself before its picks: what contradicts, what was set aside, what no longer counts."""

from __future__ import annotations

from matinee.agent.compose.say import capital, listed
from matinee.agent.request import Conflict, Request
from matinee.agent.understand.places import is_place


def asides(request: Request) -> list[str]:
    """The sentences that ``request`` needs before its picks; often none."""
    lines = [_conflict(conflict) for conflict in request.conflicts]
    if request.set_aside:
        words = listed([s.words for s in request.set_aside], "or")
        what = "that" if len(request.set_aside) == 1 else "these"
        lines.append(f"You said no {words} earlier; for this once I set {what} aside.")
    if request.dropped:
        lines.append(f"I no longer insist on {listed([_proper(w) for w in request.dropped])}.")
    return lines


def _proper(words: str) -> str:
    return words.title() if is_place(words) else words


def _conflict(conflict: Conflict) -> str:
    """“Short” and “over three hours” cannot both hold, so I went by “over three hours”."""
    both = f"“{capital(conflict.one)}” and “{conflict.other}” cannot both hold"
    return f"{both}, so I went by “{conflict.kept}”." if conflict.kept else f"{both}, so I kept a little of each."
