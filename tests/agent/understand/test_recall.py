"""Questions about the conversation, and taking back what was said in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from matinee.agent.memory import Memory
from matinee.agent.remember import remember, standing_taste
from matinee.agent.request import TasteStatement
from tests.agent.understand.conftest import Say

After = Callable[[str], Memory]
HATED = TasteStatement(likes=False, what="genre", value="musical", words="musicals")


@pytest.mark.parametrize(
    ("message", "what"),
    [
        ("what do you know about me?", "all"),
        ("what have I told you?", "all"),
        ("what did I ask for?", "wish"),
        ("what have I seen?", "seen"),
        ("what do I like?", "taste"),
    ],
)
def test_what_is_to_be_said_back(say: Say, after: After, message: str, what: str) -> None:
    request = say(message, after("something like Dark"))
    assert (request.act, request.recall) == ("recall", what)
    assert not request.seen


@pytest.mark.parametrize("message", ["what should I watch?", "what is Dark about?", "what do you know about Heat?"])
def test_other_questions_are_not_about_the_user(say: Say, message: str) -> None:
    assert say(message).act != "recall"


@pytest.mark.parametrize(
    "message",
    [
        "forget that I hate musicals",
        "I don't hate musicals any more",
        "musicals are fine again",
        "I was wrong about musicals",
        "forget that",
    ],
)
def test_a_statement_is_lifted(say: Say, message: str) -> None:
    request = say(message, Memory(taste=(HATED,), latest=(HATED,)))
    assert request.act == "taste"
    assert [(s.what, s.value, s.lifted) for s in request.taste] == [("genre", "musical", True)]
    assert standing_taste((HATED,), request.taste) == ()


def test_what_was_ruled_out_of_the_wish_comes_back(say: Say, after: After) -> None:
    memory = after("something like Dark, no horror")
    assert memory.wish is not None
    assert memory.wish.filters.genres_not == ("horror",)
    request = say("horror is fine again", memory)
    assert request.filters.genres_not == ()
    assert "horror" not in request.filters.genres
    assert [r.name for r in request.liked] == ["Dark"]


def test_forget_that_means_the_last_thing_said_of_taste(say: Say) -> None:
    hated = say("I can't stand musicals")
    memory = remember(Memory(), hated, None, (), "Fine.")
    asked = say("what do you know about me?", memory)
    memory = remember(memory, asked, None, (), "No musicals.")
    lifted = say("forget that", memory)
    memory = remember(memory, lifted, None, (), "Forgotten.")
    assert memory.taste == ()
    assert say("forget that", memory).act == "unclear"


@pytest.mark.parametrize("message", ["that's crap", "useless", "boring", "none of these"])
def test_a_complaint_is_no_wish(say: Say, after: After, message: str) -> None:
    assert say(message, after("something like Dark")).act == "complaint"


@pytest.mark.parametrize(
    ("message", "courtesy"),
    [("thanks! something funnier?", "thanks"), ("hi, I want a western", "greeting"), ("something funnier", None)],
)
def test_courtesy_beside_a_wish(say: Say, after: After, message: str, courtesy: str | None) -> None:
    request = say(message, after("something like Dark"))
    assert (request.act, request.courtesy) == ("recommend", courtesy)
