"""Questions about titles: the act, the fact, the axis and the titles asked about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from matinee.agent.memory import Memory
from tests.agent.understand.conftest import PICKS, Say

After = Callable[[str], Memory]
DOLL, SEVERANCE, GROUNDHOG, PARASITE, AMELIE = PICKS


ABOUT = [
    ("who's in the second one?", "fact", "cast", [SEVERANCE]),
    ("who directed the third?", "fact", "director", [GROUNDHOG]),
    ("what's the last one about?", "more", "plot", [AMELIE]),
    ("how long is the 4th?", "fact", "runtime", [PARASITE]),
    ("how many seasons does the second have?", "fact", "seasons", [SEVERANCE]),
    ("when did the third come out?", "fact", "year", [GROUNDHOG]),
    ("is the last one in French?", "fact", "language", [AMELIE]),
    ("where is the Korean one from?", "fact", "country", [PARASITE]),
    ("is the first suitable for kids?", "fact", "maturity", [DOLL]),
    ("can my 8 year old watch number 3?", "fact", "maturity", [GROUNDHOG]),
    ("how good is the fourth?", "fact", "rating", [PARASITE]),
    ("is the third one a series?", "fact", "kind", [GROUNDHOG]),
    ("is the third a comedy?", "fact", "genre", [GROUNDHOG]),
    ("is the fourth one scary?", "fact", "tone", [PARASITE]),
    ("how scary is the fourth?", "fact", "tone", [PARASITE]),
    ("tell me more about the first", "more", "plot", [DOLL]),
    ("tell me more about 2", "more", "plot", [SEVERANCE]),
    ("more about #3", "more", "plot", [GROUNDHOG]),
    ("tell me about the French one", "more", "plot", [AMELIE]),
    ("the one with Bill Murray, what is it about?", "more", "plot", [GROUNDHOG]),
    ("the shortest one", "more", "plot", [DOLL]),
    ("and the first?", "more", "plot", [DOLL]),
    ("what about the second?", "more", "plot", [SEVERANCE]),
    ("the funniest one", "more", "plot", [GROUNDHOG]),
    ("the one by Bong Joon-ho", "more", "plot", [PARASITE]),
    ("3", "more", "plot", [GROUNDHOG]),
    ("why the third?", "why", None, [GROUNDHOG]),
    ("why did you suggest Parasite?", "why", None, [PARASITE]),
    ("why these?", "why", None, list(PICKS)),
    ("compare the first two", "compare", None, [DOLL, SEVERANCE]),
    ("compare the first and the third", "compare", None, [DOLL, GROUNDHOG]),
    ("Dark or Severance?", "compare", None, ["dark-2017-series", SEVERANCE]),
    ("Dark vs Severance", "compare", None, ["dark-2017-series", SEVERANCE]),
    ("what's the difference between the first and the last?", "compare", None, [DOLL, AMELIE]),
    ("which is the funniest?", "compare", None, [GROUNDHOG, DOLL, PARASITE, SEVERANCE, AMELIE]),
    ("which one is shortest?", "compare", "runtime", [GROUNDHOG, PARASITE, DOLL, SEVERANCE, AMELIE]),
    ("which is the oldest?", "compare", "year", [GROUNDHOG, AMELIE, DOLL, PARASITE, SEVERANCE]),
    ("which has the best rating?", "compare", "rating", list(PICKS)),
    ("which one has Bill Murray?", "fact", "cast", [GROUNDHOG]),
    ("are they scary?", "fact", "tone", list(PICKS)),
    ("the last two: how long are they?", "fact", "runtime", [PARASITE, AMELIE]),
]


@pytest.mark.parametrize(("message", "act", "fact", "about"), ABOUT)
def test_questions_about_picks(
    say: Say, after: After, message: str, act: str, fact: str | None, about: list[str]
) -> None:
    request = say(message, after("something like Dark"))
    assert (request.act, request.fact, list(request.about)) == (act, fact, about)


@pytest.mark.parametrize(
    ("message", "axis"),
    [
        ("is the first one scary?", "scary"),
        ("which is the funniest?", "funny"),
        ("is it violent?", "violent"),
        ("how weird is the second?", "strange"),
        ("is the third good for children?", "family"),
        ("is Up sad?", "light"),
    ],
)
def test_axis_of_a_question(say: Say, after: After, message: str, axis: str) -> None:
    assert say(message, after("something like Dark")).axis == axis


@pytest.mark.parametrize(
    ("message", "fact"),
    [
        ("how long is it?", "runtime"),
        ("who directed it?", "director"),
        ("who's in it?", "cast"),
        ("what's it about?", "plot"),
        ("tell me more", "plot"),
        ("is it scary?", "tone"),
        ("why this one?", None),
        ("how long is this film?", "runtime"),
    ],
)
def test_it_is_the_title_in_focus(say: Say, after: After, message: str, fact: str | None) -> None:
    memory = after("something like Dark").model_copy(update={"focus": SEVERANCE})
    request = say(message, memory)
    assert request.about == (SEVERANCE,)
    assert request.fact == fact


@pytest.mark.parametrize("message", ["how long is it?", "why this one?", "tell me more", "who directed it?"])
def test_it_straight_after_a_list_is_its_first(say: Say, after: After, message: str) -> None:
    request = say(message, after("something like Dark"))
    assert request.about == (DOLL,)
    assert request.assumed


def test_the_only_pick_is_it(say: Say, after: After) -> None:
    memory = after("something like Dark").model_copy(update={"picks": (AMELIE,)})
    assert say("how long is it?", memory).about == (AMELIE,)
