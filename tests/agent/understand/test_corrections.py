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
    assert (request.act, request.unknown) == ("correct", ("title called “Dark” from 1950",))


def test_along_the_row_and_back(say: Say, after: After) -> None:
    assert [r.year for r in say("the sequel", after("like The Godfather")).liked] == [1974]
    assert [r.year for r in say("I meant the first film", after("like The Godfather Part II")).liked] == [1972]


VERSIONS = [
    ("the old one", "something like Solaris (2002)", "solaris-1972-film"),
    ("the older one", "like Solaris (2002)", "solaris-1972-film"),
    ("the original", "like Solaris (2002)", "solaris-1972-film"),
    ("the remake", "like Solaris (1972)", "solaris-2002-film"),
    ("no, the new one", "like Solaris (1972)", "solaris-2002-film"),
    ("not the new one", "like Solaris (2002)", "solaris-1972-film"),
    ("the Soderbergh one", "like Solaris (1972)", "solaris-2002-film"),
    ("sorry, the Tarkovsky version", "like Solaris (2002)", "solaris-1972-film"),
    ("I meant the one from the 70s", "like Solaris (2002)", "solaris-1972-film"),
]


@pytest.mark.parametrize(("message", "first", "meant"), VERSIONS)
def test_versions_of_a_title(say: Say, after: After, message: str, first: str, meant: str) -> None:
    request = say(message, after(first))
    assert (request.act, request.refines) == ("recommend", True)
    assert [r.id for r in request.liked] == [meant]


MISSING = [
    ("the sequel", "something like Heat", "sequel to “Heat”"),
    ("no, the series", "something like Heat", "series called “Heat”"),
    ("I meant the old one", "something like Heat", "older “Heat”"),
    ("the remake", "something like Heat", "newer “Heat”"),
]


@pytest.mark.parametrize(("message", "first", "words"), MISSING)
def test_a_version_that_is_not_there_is_named(say: Say, after: After, message: str, first: str, words: str) -> None:
    request = say(message, after(first))
    assert (request.act, request.unknown, [r.name for r in request.near]) == ("correct", (words,), ["Heat"])


def test_a_pick_is_meant_where_no_version_is(say: Say, after: After) -> None:
    assert say("the French one", after("something like Heat")).about == ("amelie-2001-film",)
    assert say("the second one", after("something like Fargo")).about == ("severance-2022-series",)


def test_a_correction_may_come_later_when_it_says_so(say: Say, after: After) -> None:
    memory = after("something like Solaris (2002)")
    said = (*memory.messages, Message(role="user", content="lighter"), Message(role="assistant", content="…"))
    request = say("sorry, I meant the old one", memory.model_copy(update={"messages": said}))
    assert [r.year for r in request.liked] == [1972]
