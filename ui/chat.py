"""`matinee chat`: the conversation in the terminal."""

from __future__ import annotations

import sys
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from matinee.errors import MatineeError
from matinee.settings import Settings
from matinee.ui.commands import HELP, Chat, obey
from matinee.ui.session import open_agent, settings_for
from matinee.ui.show import show
from matinee.ui.waiting import waiting

if TYPE_CHECKING:
    from matinee.agent.agent import Agent


def run(*, catalogue: Path | None, user: str | None, model: str | None) -> None:
    """Hold a conversation until the user leaves; lines from a pipe are answered one by one."""
    settings = settings_for(catalogue=catalogue, user=user, model=model)
    console = Console(highlight=False)
    with waiting("Opening Matinee …") as stop:
        agent = open_agent(settings, keep=True, before_build=stop)
    chat = Chat(agent=agent, user=settings.user, conversation=uuid.uuid4().hex)
    _greet(console, agent)
    for line in _lines(settings, chat):
        if line.startswith("/"):
            said = obey(line, chat)
            if said is None:
                break
            console.print(said, markup=False, style="dim")
            continue
        try:
            events = agent.reply(line, conversation=chat.conversation, user=chat.user)
            if (turn := show(events, console)) is not None:
                chat.keep(turn)
        except MatineeError as error:
            # one failed turn does not end the conversation
            console.print(f"matinee: {error}", markup=False, style="red")
        console.print()


def _greet(console: Console, agent: Agent) -> None:
    count = len(agent.catalogue.titles)
    model = agent.chosen.name if agent.chosen.model is not None else "no model"
    console.print(f"Matinee · {count:,} titles · {model} · /help for commands, Ctrl-D to leave", style="dim")
    if agent.chosen.note:
        console.print(agent.chosen.note, style="dim", markup=False)
    console.print("What are you in the mood for?\n")


def _lines(settings: Settings, chat: Chat) -> Iterator[str]:
    """The lines the user types, without the empty ones; Ctrl-C drops a line, Ctrl-D ends."""
    read = _prompt(settings, chat) if sys.stdin.isatty() else _pipe
    while True:
        try:
            line = read()
        except KeyboardInterrupt:
            continue
        except EOFError:
            return
        if line.strip():
            yield line.strip() if line.strip().startswith("/") else line


def _pipe() -> str:
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line


def _prompt(settings: Settings, chat: Chat) -> Callable[[], str]:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.history import FileHistory, History, InMemoryHistory

    from matinee.ui.complete import ChatCompleter

    history: History = InMemoryHistory()
    path = settings.data_dir / "history"
    try:
        path.touch()
        history = FileHistory(str(path))
    except OSError:
        pass  # without a history file the conversation still works
    session: PromptSession[str] = PromptSession(
        "› ", history=history, completer=ChatCompleter(HELP, chat.agent.catalogue.titles.values()),
        complete_while_typing=False, enable_history_search=True,
    )  # fmt: skip
    return session.prompt
