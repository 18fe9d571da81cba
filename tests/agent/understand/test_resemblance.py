"""Which names are near enough to be asked after."""

from __future__ import annotations

import pytest

from matinee.agent.understand.linker import Linker
from matinee.agent.understand.resemblance import resembles
from tests.agent.understand.conftest import Say

NEAR = [
    ("parsite", "parasite"),
    ("incepshun", "inception"),
    ("blade runer 2099", "blade runner"),
    ("interstellr journey", "interstellar"),
    ("avengers ultron", "avengers"),
    ("star wars andor", "star wars"),
    ("kill bil 3", "kill bill 1"),
]
FAR = [
    ("qwertyuiop", "vertigo"),
    ("zorblax returns", "batman returns"),
    ("lord of the flies", "lord of the rings"),
    ("blorptastic", "borat"),
    ("barbenheimer", "oppenheimer"),
    ("asdfgh", "asphalt"),
]


@pytest.mark.parametrize(("typed", "name"), NEAR)
def test_near(typed: str, name: str) -> None:
    assert resembles(typed, name, frozenset({"returns"}))


@pytest.mark.parametrize(("typed", "name"), FAR)
def test_far(typed: str, name: str) -> None:
    assert not resembles(typed, name, frozenset({"returns"}))


@pytest.mark.parametrize("message", ["something like Zzyzx", "something like Qwertyuiop", "like Blorptastic"])
def test_nothing_is_asked_after_where_nothing_is_near(say: Say, message: str) -> None:
    request = say(message)
    assert (request.act, len(request.unknown), request.near) == ("unclear", 1, ())


def test_the_nearest_comes_first(names: Linker) -> None:
    assert names.nearest("The Godfather Part Four")[0].name.startswith("The Godfather")
    assert [t.name for t in names.nearest("Severence")] == ["Severance"]
