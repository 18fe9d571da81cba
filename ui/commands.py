"""The chat's slash commands: each takes the words after its name and says what it did."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matinee.agent.compose.reasons import told
from matinee.agent.log import Signal
from matinee.agent.turn import Turn

if TYPE_CHECKING:
    from matinee.agent.agent import Agent


@dataclass
class Chat:
    """One person's chat in the terminal."""

    agent: Agent
    user: str
    conversation: str
    turn: Turn | None = None
    """The last complete turn: what a thumb without a number is for."""
    shown: Turn | None = None
    """The last turn that showed picks: what numbers point into, also after a question about them."""

    def keep(self, turn: Turn) -> None:
        """Take note of a complete turn."""
        self.turn = turn
        if turn.picks:
            self.shown = turn


HELP: Mapping[str, str] = {
    "/like [N] [words]": "thumb up for pick N, or for the whole reply",
    "/dislike [N] [words]": "thumb down; a disliked title is not shown again",
    "/seen [N]": "mark pick N as seen; it is not shown again",
    "/why [N]": "why pick N was suggested",
    "/undo": "take back the last thumb or “seen”",
    "/new": "start a new conversation; thumbs and seen titles stay",
    "/help": "this list",
    "/quit": "leave (or Ctrl-D)",
}


def obey(line: str, chat: Chat) -> str | None:
    """Carry out one command and return what to say; None means leave."""
    name, *words = line.split()
    if name in {"/quit", "/exit", "/q"}:
        return None
    command = _COMMANDS.get(name)
    if command is None:
        return f"There is no command {name}; /help lists them."
    return command(words, chat)


def _thumb(signal: Signal) -> Callable[[list[str], Chat], str]:
    def give(words: list[str], chat: Chat) -> str:
        number, comment = _number(words)
        turn = chat.turn if number is None and signal != "seen" else chat.shown or chat.turn
        if turn is None:
            return "There is no reply to judge yet."
        if number is not None and not 1 <= number <= len(turn.picks):
            return _no_pick(turn)
        if signal == "seen" and number is None:
            if len(turn.picks) != 1:
                return "Which one? Say /seen 2 for the second pick." if turn.picks else _no_pick(turn)
            number = 1
        title = turn.picks[number - 1].title if number is not None else None
        chat.agent.log.feedback(
            turn_id=turn.id, user=chat.user, signal=signal, title_id=title.id if title else None, comment=comment
        )
        what = title.label if title else "the reply"
        return {
            "like": f"Noted: you like {what}.",
            "dislike": f"Noted: {what} was not it." + (" It will not come up again." if title else ""),
            "seen": f"Marked {what} as seen.",
        }[signal]

    return give


def _number(words: list[str]) -> tuple[int | None, str | None]:
    """The pick's number, if the first word is one, and the comment after it."""
    number = int(words[0]) if words and words[0].isascii() and words[0].isdigit() else None
    comment = " ".join(words[1:] if number is not None else words)
    return number, comment or None


def _no_pick(turn: Turn) -> str:
    count = len(turn.picks)
    return f"There are {count} picks: give a number from 1 to {count}." if count else "The last reply had no picks."


def _why(words: list[str], chat: Chat) -> str:
    number, _ = _number(words)
    if chat.shown is None:
        return "There are no picks to explain yet."
    number = number or 1
    if not 1 <= number <= len(chat.shown.picks):
        return _no_pick(chat.shown)
    pick = chat.shown.picks[number - 1]
    lines = [pick.title.label, *(f"  {told(reason.text)}" for reason in pick.reasons)]
    if pick.explore:
        chance = max(1, round(100 * pick.propensity))
        lines.append(f"  It took the one place I leave to chance ({chance} in 100 for it), to learn what you like.")
    return "\n".join(lines)


def _undo(_words: list[str], chat: Chat) -> str:
    undone = chat.agent.log.undo(user=chat.user)
    if undone is None:
        return "There is nothing to take back."
    title = chat.agent.catalogue.titles.get(undone.title_id or "")
    on = title.label if title else undone.title_id or "the reply"
    return f"Taken back: {_SIGNALS.get(undone.signal, undone.signal)} on {on}."


_SIGNALS = {"like": "the thumb up", "dislike": "the thumb down", "seen": "“seen”", "comment": "the comment"}


def _new(_words: list[str], chat: Chat) -> str:
    chat.conversation, chat.turn = uuid.uuid4().hex, None
    chat.shown = None
    return "A new conversation. What are you in the mood for?"


def _help(_words: list[str], _chat: Chat) -> str:
    width = max(len(name) for name in HELP) + 2
    return "\n".join(f"{name:<{width}}{what}" for name, what in HELP.items())


_COMMANDS: Mapping[str, Callable[[list[str], Chat], str]] = {
    "/like": _thumb("like"),
    "/dislike": _thumb("dislike"),
    "/seen": _thumb("seen"),
    "/why": _why,
    "/undo": _undo,
    "/new": _new,
    "/help": _help,
}
