"""The linker over the shelf, and a conversation to talk back to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from matinee.agent.memory import Memory, Message
from matinee.agent.request import Request
from matinee.agent.understand.linker import Linker
from matinee.agent.understand.parse import understand
from tests.agent.understand.shelf import SHELF, Shelf

TODAY = date(2026, 11, 1)
PICKS = (
    "russian-doll-2019-series",
    "severance-2022-series",
    "groundhog-day-1993-film",
    "parasite-2019-film",
    "amelie-2001-film",
)
"""What the conversation has shown, in order."""

Say = Callable[..., Request]


@pytest.fixture(scope="session")
def names() -> Linker:
    return Linker(Shelf(SHELF))


@pytest.fixture(scope="session")
def say(names: Linker) -> Say:
    """Understand a message, by itself or after ``memory``."""

    def call(message: str, memory: Memory | None = None) -> Request:
        return understand(message, memory or Memory(), names, TODAY)

    return call


@pytest.fixture(scope="session")
def after(say: Say) -> Callable[[str], Memory]:
    """The conversation after a first wish that brought five picks."""

    def call(first: str) -> Memory:
        said = (Message(role="user", content=first), Message(role="assistant", content="Here you are."))
        return Memory(messages=said, wish=say(first), picks=PICKS, shown=PICKS)

    return call
