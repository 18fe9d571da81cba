"""Corrections: "I meant the film", "no, the 1990 one"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from matinee.agent.memory import Memory, Message
from matinee.agent.understand.linker import Linker
from tests.agent.understand.conftest import Say

After = Callable[[str], Memory]


CORRECTIONS = [
    ("I meant the film", "something like Dark but lighter", "dark-2015-film"),
    ("no, the 2015 one", "something like Dark but lighter", "dark-2015-film"),
    ("not the series, the film", "something like Dark but lighter", "dark-2015-film"),
    ("I meant the series", "like Fargo", "fargo-2014-series"),
    ("no, the series", "like Fargo", "fargo-2014-series"),
    ("I mean the 1990 one", "like It but funnier", "it-1990-series"),
    ("I meant Alien", "like Aliens", "alien-1979-film"),
]


@pytest.mark.parametrize(("message", "first", "meant"), CORRECTIONS)
def test_corrections_of_a_wish(say: Say, after: After, message: str, first: str, meant: str) -> None:
    request = say(message, after(first))
    assert request.act == "recommend"
    assert [r.id for r in request.liked] == [meant]
    wish = after(first).wish
    assert wish is not None
    assert request.shifts == wish.shifts


def test_correction_of_a_question(say: Say, names: Linker) -> None:
    said = (Message(role="user", content="who directed Dark?"), Message(role="assistant", content="…"))
    request = say("I meant the film", Memory(messages=said, focus="dark-2017-series"))
    assert (request.act, request.fact, request.about) == ("fact", "director", ("dark-2015-film",))


def test_correction_to_what_is_not_there(say: Say, after: After) -> None:
    request = say("I meant the 1950 one", after("something like Dark"))
    assert (request.act, request.unknown) == ("correct", ("Dark (1950)",))
