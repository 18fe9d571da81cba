"""`matinee ask`: one question, one answer."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from matinee.ui.session import open_agent, settings_for
from matinee.ui.waiting import waiting


def run(message: str, *, as_json: bool, catalogue: Path | None, user: str | None, model: str | None) -> None:
    """Answer ``message`` on stdout, as text or as the JSON object of the contract."""
    settings = settings_for(catalogue=catalogue, user=user, model=model)
    with waiting("Opening Matinee …") as stop:
        agent = open_agent(settings, keep=False, before_build=stop)
    if as_json:
        turn = agent.ask(message, user=settings.user)
        json.dump(turn.public(), sys.stdout, ensure_ascii=False)
        sys.stdout.write("\n")
        return
    from rich.console import Console

    from matinee.ui.show import show

    show(agent.reply(message, conversation="ask", user=settings.user), Console(highlight=False))
