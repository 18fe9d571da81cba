from __future__ import annotations

import pytest

from matinee.agent.compose.steering import movements, steering_notices
from matinee.agent.request import Request, Shift
from matinee.agent.scale import scale_of
from matinee.agent.steer import goals
from matinee.agent.turn import Guess, Pick, Ranking
from matinee.index.catalogue import Catalogue
from tests.toy import toy_title

PICKS = (Pick(title=toy_title("Seven"), reasons=(), scores={}),)


def clauses(toy: Catalogue, name: str, anchor: str, *shifts: Shift) -> list[str]:
    request = Request(text="", act="recommend", shifts=shifts)
    wanted = goals(request, [toy_title(anchor)], toy.titles, lambda axis: scale_of(toy, axis))
    return movements(toy_title(name), wanted)


def test_movement_in_words(toy: Catalogue) -> None:
    lighter, gorier = (
        Shift(axis="light", direction=1, word="lighter"),
        Shift(axis="gory", direction=1, word="a bit gorier"),
    )
    assert clauses(toy, "Amélie", "Seven", lighter) == ["it is much lighter"]
    (said,) = clauses(toy, "Seven", "Amélie", gorier)
    assert said.endswith(" gorier")
    assert "a bit" not in said
    assert clauses(toy, "Seven", "Amélie", lighter) == []


def test_more_of_a_thing_is_had(toy: Catalogue) -> None:
    more = Shift(axis="action-packed", direction=1, word="more action")
    (said,) = clauses(toy, "Run Lola Run", "Amélie", more)
    assert said.startswith("it has ")
    assert said.endswith(" more action")


def test_levels_in_words(toy: Catalogue) -> None:
    than = (toy_title("Fawlty Towers").id,)
    match = Shift(axis="funny", direction=1, word="with the humour of Fawlty Towers", relative=False, level="match",
                  than=than)  # fmt: skip
    assert clauses(toy, "Fawlty Towers", "Seven", match) == ["it has the humour of Fawlty Towers"]


@pytest.mark.parametrize(
    ("ranking", "line"),
    [
        (
            Ranking(guesses=(Guess(word="chthonic", nearest=("creepy", "fantastic", "dark")),)),
            "I do not know “chthonic” as a trait; the nearest I know are creepy and fantastic, so I went by those.",
        ),
        (Ranking(ignored=("better rated",)), "This catalogue holds no ratings, so I left “better rated” aside."),
        (
            Ranking(picks=PICKS, limits=("gorier than Saw",)),
            "Nothing here goes further than that (gorier than Saw), so these come close.",
        ),
        (
            Ranking(picks=PICKS, limits=("as scary as It",)),
            "Hardly anything that fits the rest is quite as scary as It, so these come near.",
        ),
        (
            Ranking(picks=PICKS, limits=("with the humour of Up",)),
            "Hardly anything here has the humour of Up, so these come near.",
        ),
    ],
)
def test_what_must_be_said(ranking: Ranking, line: str) -> None:
    assert steering_notices(ranking) == [line]
