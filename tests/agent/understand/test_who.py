"""Questions about people."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from matinee.agent.memory import Memory
from tests.agent.understand.conftest import PICKS, Say

After = Callable[[str], Memory]
PARASITE = PICKS[3]


@pytest.mark.parametrize(
    ("message", "people"),
    [
        ("who is Tilda Swinton?", ("Tilda Swinton",)),
        ("what films has Christopher Nolan made?", ("Christopher Nolan",)),
        ("what else has Joaquin Phoenix been in?", ("Joaquin Phoenix",)),
        ("tell me about Bong Joon-ho", ("Bong Joon-ho",)),
        ("what else has the director of the fourth one done?", ("Bong Joon-ho",)),
        ("Tom Hanks filmography", ("Tom Hanks",)),
    ],
)
def test_a_person_is_asked_about(say: Say, after: After, message: str, people: tuple[str, ...]) -> None:
    request = say(message, after("something like Dark"))
    assert (request.act, request.people) == ("person", people)


@pytest.mark.parametrize("message", ["what else has she been in?", "what has he even made", "who is she?"])
def test_he_and_she_are_the_person_last_spoken_of(say: Say, after: After, message: str) -> None:
    memory = after("something like Dark").model_copy(update={"person": "Tilda Swinton"})
    assert say(message, memory).people == ("Tilda Swinton",)


def test_he_is_the_director_of_the_title_in_focus(say: Say, after: After) -> None:
    memory = after("something like Dark").model_copy(update={"focus": PARASITE})
    assert say("what else has he made?", memory).people == ("Bong Joon-ho",)


def test_nobody_of_that_name(say: Say) -> None:
    request = say("who is Otto Normal?")
    assert (request.act, request.unknown) == ("person", ("Otto Normal",))


@pytest.mark.parametrize("message", ["anything else with her?", "something with her", "more films with her"])
def test_anything_with_her_is_a_wish_of_its_own(say: Say, after: After, message: str) -> None:
    memory = after("something like Dark").model_copy(update={"person": "Tilda Swinton"})
    request = say(message, memory)
    assert request.act == "recommend"
    assert request.filters.people == ("Tilda Swinton",)
    assert request.liked == ()


@pytest.mark.parametrize(
    ("message", "act"),
    [
        ("films by Christopher Nolan", "recommend"),
        ("who is in the second one?", "fact"),
        ("who is the director of Heat?", "fact"),
        ("who are you?", "help"),
    ],
)
def test_other_messages_with_people(say: Say, after: After, message: str, act: str) -> None:
    assert say(message, after("something like Dark")).act == act
