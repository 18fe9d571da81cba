"""A refinement keeps what the last wish asked for; a new wish does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from matinee.agent.memory import Memory
from tests.agent.understand.conftest import Say

After = Callable[[str], Memory]
FIRST = "a French comedy from the 80s"

NEW = [
    "best film ever",
    "the greatest movies of all time",
    "what should I watch with my grandmother",
    "what can we watch with the kids?",
    "recommend me something with samurai",
    "I want to see a heist",
    "ok, now I want a horror film",
    "well, I feel like a documentary tonight",
    "something about chess",
    "movies with Tom Cruise",
    "films about chess",
    "a documentary about outer space",
    "a horror film",
    "a short Korean thriller",
    "something like Heat",
    "can you find me a western?",
]


@pytest.mark.parametrize("message", NEW)
def test_a_new_wish_starts_afresh(say: Say, after: After, message: str) -> None:
    request = say(message, after(FIRST))
    assert request.act == "recommend"
    assert not request.refines
    assert "France" not in request.filters.countries
    assert request.filters.year_min is None


REFINED = [
    "something shorter",
    "something funnier with dogs",
    "I'd like a longer one",
    "too dark",
    "less known",
    "in Spanish",
    "do you have any from the 90s?",
    "I want it in English",
    "a thriller",
    "what about a thriller?",
    "but with dogs",
    "with Tom Hanks",
    "hidden gems only",
    "no horror",
    "not scary",
    "what else?",
    "well, shorter",
    "show me more",
    "the kids are watching too",
]


@pytest.mark.parametrize("message", REFINED)
def test_a_refinement_keeps_the_rest(say: Say, after: After, message: str) -> None:
    request = say(message, after(FIRST))
    assert request.act == "recommend"
    assert request.refines
    held = request.filters
    assert ("France" in held.countries) + (held.year_min == 1980) + (held.genres == ("comedy",)) >= 2


def test_lasting_taste_stays_with_a_new_wish(say: Say, after: After) -> None:
    memory = after(FIRST)
    hated = say("I hate horror", memory).taste
    again = memory.model_copy(update={"taste": hated})
    assert say("something about chess", again).set_aside == ()
    request = say("ok, now I want a horror film", again)
    assert request.filters.genres == ("horror",)
    assert [s.value for s in request.set_aside] == ["horror"]


def test_what_was_set_aside_is_said_once(say: Say, after: After) -> None:
    memory = after(FIRST).model_copy(update={"taste": say("I hate scary films").taste})
    first = say("something scary", memory)
    assert [s.value for s in first.set_aside] == ["scary"]
    later = memory.model_copy(update={"wish": first})
    assert say("shorter", later).set_aside == ()


def test_a_title_turned_down_that_was_not_listed(say: Say, after: After) -> None:
    request = say("not Titanic", after(FIRST))
    assert (request.act, request.refines, request.rejected) == ("recommend", True, ("titanic-1997-film",))
    assert request.filters.countries == ("France",)
    assert say("not Parasite", after(FIRST)).act == "reject"
    assert say("not Titanic").act == "reject"


def test_another_number_resizes_the_list(say: Say, after: After) -> None:
    earlier = ("titanic-1997-film",)
    memory = after(FIRST)
    memory = memory.model_copy(update={"shown": (*earlier, *memory.shown)})
    for message, count in (("Make it two", 2), ("only one", 1), ("three will do", 3), ("give me ten", 10)):
        request = say(message, memory)
        assert (request.act, request.count, request.refines) == ("recommend", count, False)
        assert request.filters.countries == ("France",)
        assert request.filters.ids_not == earlier


@pytest.mark.parametrize(
    ("message", "count"), [("ten more", 10), ("more", None), ("another two", 2), ("more please", None)]
)
def test_more_goes_on_with_the_list(say: Say, after: After, message: str, count: int | None) -> None:
    request = say(message, after(FIRST))
    assert (request.act, request.count, request.refines) == ("recommend", count, True)
