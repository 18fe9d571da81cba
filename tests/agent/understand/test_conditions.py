"""Conditions taken back: exactly the one named goes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from matinee.agent.memory import Memory
from matinee.index.filters import Filters
from tests.agent.understand.conftest import Say

After = Callable[[str], Memory]
FIRST = "a funny French comedy from the 80s under two hours about chess"
HELD = Filters(year_min=1980, year_max=1989, runtime_max=119, countries=("France",), genres=("comedy",))

DROPPED = [
    ("any year", {"year_min": None, "year_max": None}, "the years"),
    ("the year doesn't matter", {"year_min": None, "year_max": None}, "the years"),
    ("never mind the decade", {"year_min": None, "year_max": None}, "the years"),
    ("any language is fine", {"countries": ()}, "the language"),
    ("it can be from any country", {"countries": ()}, "the country"),
    ("doesn't have to be French", {"countries": ()}, "French"),
    ("drop the French", {"countries": ()}, "French"),
    ("French isn't important", {"countries": ()}, "French"),
    ("forget the length", {"runtime_max": None}, "the length"),
    ("I don't care about the running time", {"runtime_max": None}, "the length"),
    ("never mind the genre", {"genres": ()}, "the genre"),
    ("it needn't be a comedy", {"genres": ()}, "comedy"),
]


@pytest.mark.parametrize(("message", "change", "words"), DROPPED)
def test_exactly_that_condition_goes(
    say: Say, after: After, message: str, change: dict[str, object], words: str
) -> None:
    request = say(message, after(FIRST))
    assert (request.act, request.refines, request.dropped) == ("recommend", True, (words,))
    assert request.filters == HELD.model_copy(update=change)
    assert request.themes == ("chess",)
    assert [s.axis for s in request.shifts] == ["funny"]


def test_a_mood_and_a_theme_go_too(say: Say, after: After) -> None:
    assert say("doesn't have to be funny", after(FIRST)).shifts == ()
    request = say("forget the chess thing", after(FIRST))
    assert (request.themes, request.filters) == ((), HELD)


def test_several_at_once_and_something_new(say: Say, after: After) -> None:
    request = say("drop the genre and the language, but scarier", after(FIRST))
    assert request.filters.model_copy(update={"tone_min": {}}) == HELD.model_copy(
        update={"genres": (), "countries": ()}
    )
    assert ("scary", 1) in [(s.axis, s.direction) for s in request.shifts]


def test_the_children_are_in_bed(say: Say, after: After) -> None:
    base = after("a film for my kids about space")
    assert base.wish is not None
    assert base.wish.filters.maturity_max == "7+"
    for message in ("kids can watch something else", "the kids are asleep"):
        request = say(message, base)
        assert (request.filters, request.shifts, request.themes) == (Filters(kind="film"), (), ("space",))


def test_an_anchor_goes_when_it_need_not_be_like_it(say: Say, after: After) -> None:
    request = say("doesn't have to be like Dark", after("something like Dark about chess"))
    assert (request.liked, request.themes) == ((), ("chess",))


def test_where_nothing_is_left_anything_goes(say: Say, after: After) -> None:
    assert say("never mind the genre", after("a comedy")).surprise


@pytest.mark.parametrize("message", ["any new films?", "doesn't have to be Korean", "drop Dark", "which year?"])
def test_what_takes_nothing_back(say: Say, after: After, message: str) -> None:
    assert say(message, after(FIRST)).dropped == ()
