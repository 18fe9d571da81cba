"""Questions about what is in a title, and where it can be watched."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from matinee.agent.memory import Memory
from tests.agent.understand.conftest import PICKS, Say

After = Callable[[str], Memory]
DOLL, SEVERANCE, *_ = PICKS


@pytest.mark.parametrize(
    ("message", "fact", "axis", "subject"),
    [
        ("does the dog die?", "detail", None, "whether the dog dies"),
        ("does anyone die", "detail", None, "whether anyone dies"),
        ("do they end up together?", "detail", None, "whether they end up together"),
        ("is there nudity?", "detail", None, "nudity"),
        ("any gore in it?", "detail", "violent", "gore"),
        ("any jump scares?", "detail", "scary", "jump scares"),
        ("any sex in it? my mother in law is here", "detail", None, "sex"),
        ("does it have a happy ending?", "ending", "hopeful", ""),
        ("does it end well?", "ending", "hopeful", ""),
        ("how does it end?", "ending", "hopeful", ""),
        ("is it worth it?", "rating", None, ""),
        ("is it any good?", "rating", None, ""),
        ("would my wife like it?", "rating", None, ""),
        ("is it on Netflix?", "where", None, ""),
        ("where can I watch it?", "where", None, ""),
        ("is it streaming?", "where", None, ""),
        ("is it in colour?", "detail", None, "colour"),
        ("is there a second season?", "seasons", None, ""),
        ("lol is it actually scary tho", "tone", "scary", ""),
        ("does it drag?", "tone", "fast", ""),
        ("who the hell is the director", "director", None, ""),
        ("and the country?", "country", None, ""),
    ],
)
def test_a_detail_is_asked_of_the_first_pick(
    say: Say, after: After, message: str, fact: str, axis: str | None, subject: str
) -> None:
    request = say(message, after("something like Dark"))
    assert (request.act, request.fact, request.axis, request.subject) == ("fact", fact, axis, subject)
    assert request.about == (DOLL,)
    assert request.assumed
    assert not request.seen
    assert not request.taste


def test_a_detail_of_a_title_pointed_at(say: Say, after: After) -> None:
    request = say("any gore in the second one?", after("something like Dark"))
    assert request.about == (SEVERANCE,)
    assert not request.assumed


@pytest.mark.parametrize(
    "message",
    [
        "something with a happy ending",
        "are there any French films?",
        "is there anything with Tom Hanks?",
        "any comedies?",
        "does anyone know a good western",
        "do you have something with dogs?",
        "something on Netflix",
    ],
)
def test_a_wish_is_no_question(say: Say, after: After, message: str) -> None:
    assert say(message, after("something like Dark")).act == "recommend"


def test_seen_and_asked_in_one_message(say: Say, after: After) -> None:
    request = say("seen it, who directed it?", after("something like Dark"))
    assert (request.act, request.fact, request.seen) == ("fact", "director", (DOLL,))
