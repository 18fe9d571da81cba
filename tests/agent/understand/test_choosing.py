"""Questions over the picks as a whole, and pointing past their end."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from matinee.agent.memory import Memory
from tests.agent.understand.conftest import PICKS, Say

After = Callable[[str], Memory]
DOLL, SEVERANCE, GROUNDHOG, PARASITE, AMELIE = PICKS


@pytest.mark.parametrize(
    ("message", "subject"),
    [
        ("pick one for me", ""),
        ("you choose", ""),
        ("choose one of those", ""),
        ("which one should I watch first?", ""),
        ("what would you pick?", ""),
        ("which would my mother like", "your mother"),
        ("which one should I watch with my girlfriend", "your girlfriend"),
        ("which is best for my kids", "your kids"),
    ],
)
def test_one_of_the_picks_is_chosen(say: Say, after: After, message: str, subject: str) -> None:
    request = say(message, after("something like Dark"))
    assert (request.act, request.subject) == ("choose", subject)
    assert set(request.about) == set(PICKS)


@pytest.mark.parametrize("message", ["surprise me", "pick something else for me", "which others do you have?"])
def test_something_else_is_not_a_choice(say: Say, after: After, message: str) -> None:
    assert say(message, after("something like Dark")).act != "choose"


@pytest.mark.parametrize(
    ("message", "first", "second"),
    [
        ("rank them by length", GROUNDHOG, PARASITE),
        ("sort these from longest to shortest", DOLL, PARASITE),
        ("rank them by year, newest first", SEVERANCE, DOLL),
        ("put them in order of how funny they are", GROUNDHOG, DOLL),
        ("which is the least scary?", GROUNDHOG, DOLL),
        ("which is the darkest?", PARASITE, DOLL),
    ],
)
def test_the_order_asked_for(say: Say, after: After, message: str, first: str, second: str) -> None:
    assert say(message, after("something like Dark")).about[:2] == (first, second)


@pytest.mark.parametrize("message", ["why not Heat?", "why isn't Heat on the list?", "why didn't you suggest Heat?"])
def test_why_a_title_is_absent(say: Say, after: After, message: str) -> None:
    request = say(message, after("something like Dark"))
    assert (request.act, request.about) == ("absent", ("heat-1995-film",))


def test_why_not_something_funnier_is_a_wish(say: Say, after: After) -> None:
    assert say("why not something funnier?", after("something like Dark")).act == "recommend"


@pytest.mark.parametrize(
    ("message", "place"),
    [("the seventh", 7), ("number 9", 9), ("is number 7 better than number 1?", 7), ("not the ninth", 9)],
)
def test_a_place_beyond_the_list(say: Say, after: After, message: str, place: int) -> None:
    assert say(message, after("something like Dark")).beyond == place


def test_it_compared_with_a_title_named(say: Say, after: After) -> None:
    request = say("is it scarier than Heat?", after("something like Dark"))
    assert (request.act, request.about) == ("compare", (DOLL, "heat-1995-film"))
