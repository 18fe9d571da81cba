"""Shows a turn's events as they arrive: cards at once, sentences as they pass verification."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing

from rich.console import Console
from rich.status import Status

from matinee.agent.turn import Cards, Done, Event, Said, Turn
from matinee.ui.cards import Flow, card


def show(events: Iterator[Event], console: Console) -> Turn | None:
    """Print the turn; Ctrl-C stops it and keeps what was said. The turn, or None where it was stopped."""
    flow, turn = Flow(console), None
    waiting = console.status("thinking …", spinner="dots") if console.is_terminal else None
    if waiting:
        waiting.start()
    assert isinstance(events, Generator)
    with closing(events):
        try:
            for event in events:
                if isinstance(event, Cards):
                    _pause(waiting)
                    console.print()
                    for number, pick in enumerate(event.picks, 1):
                        console.print(card(number, pick))
                elif isinstance(event, Said):
                    _pause(waiting)
                    flow.say(event.sentence.text)
                elif isinstance(event, Done):
                    turn = event.turn
        except KeyboardInterrupt:
            flow.say("(stopped)")
        finally:
            _pause(waiting)
            flow.end()
    return turn


def _pause(waiting: Status | None) -> None:
    if waiting:
        waiting.stop()
