"""Steering over the starter catalogue: picks that are like the anchor, and clearly more of what was asked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from matinee.agent.agent import Agent
from matinee.agent.models.choose import ChosenModel
from matinee.agent.scale import scale_of
from matinee.agent.turn import Turn
from matinee.index.catalogue import Catalogue
from matinee.index.title import Title

pytestmark = pytest.mark.slow

Ask = Callable[[str], Turn]


@pytest.fixture(scope="module")
def ask(starter: Catalogue) -> Ask:
    nobody = ChosenModel(model=None, name="none", kind="none", tools=False, note="")
    return Agent(starter, nobody, explore=False).ask


def _title(starter: Catalogue, ident: str) -> Title:
    return starter.titles[ident]


@pytest.mark.parametrize(
    ("message", "anchor", "scale", "direction", "least"),
    [
        ("like Alien but gorier", "alien-1979-film", "gory", 1, 0.08),
        ("like Se7en but less gritty", "se7en-1995-film", "gritty", -1, 0.2),
        ("like Fargo but quirkier", "fargo-1996-film", "quirky", 1, 0.15),
        ("like Inception but less mind-bending", "inception-2010-film", "mind-bending", -1, 0.2),
        ("something like Dark but lighter", "dark-2017-series", "light", 1, 0.15),
        ("like Friends but raunchier", "friends-1994-series", "raunchy", 1, 0.08),
        ("like Blade Runner but more action", "blade-runner-1982-film", "action-packed", 1, 0.2),
    ],
)
def test_every_pick_moves_and_stays_near(
    ask: Ask, starter: Catalogue, message: str, anchor: str, scale: str, direction: int, least: float
) -> None:
    turn = ask(message)
    start = scale_of(starter, scale).at(_title(starter, anchor))
    assert start is not None
    assert len(turn.picks) == 5
    for pick in turn.picks:
        value = scale_of(starter, scale).at(pick.title)
        assert value is not None
        assert (value - start) * direction >= least, pick.title.label
        assert pick.scores["like"] > 0.3
        assert any(" against " in reason.text for reason in pick.reasons)


def test_a_quarrel_between_a_level_and_a_movement_ends_near_both(ask: Ask) -> None:
    turn = ask("as scary as Hereditary, but funnier")
    assert "quite as scary as Hereditary" in turn.reply
    assert len(turn.picks) == 5
    assert all(p.title.tone["scary"] >= 0.6 and p.title.tone["funny"] > 0.08 for p in turn.picks)


def test_without_the_violence(ask: Ask) -> None:
    for pick in ask("Breaking Bad without the violence").picks:
        assert pick.title.tone["violent"] <= 0.25
        assert {"crime", "thriller", "drama"} & set(pick.title.genres)


def test_without_the_kids(ask: Ask) -> None:
    for pick in ask("Stranger Things without the kids").picks:
        assert not any("child" in t or "teen" in t or "coming of age" in t for t in pick.title.themes)


def test_an_unknown_trait_is_named_with_the_nearest(ask: Ask) -> None:
    reply = ask("something more chthonic").reply
    assert "I do not know “chthonic” as a trait; the nearest I know are " in reply


def test_better_rated_is_said_to_be_beyond_the_starter(ask: Ask) -> None:
    assert "This catalogue holds no ratings, so I left “better rated” aside." in ask("like Heat but better rated").reply


def test_the_film_between_two_stands_between_them(ask: Ask) -> None:
    for pick in ask("something between Alien and Paddington").picks:
        assert 0.2 < pick.title.tone["light"] < 0.9
        assert pick.scores["tone"] > 0.45


def test_a_second_movement_builds_on_the_first(starter: Catalogue) -> None:
    nobody = ChosenModel(model=None, name="none", kind="none", tools=False, note="")
    agent = Agent(starter, nobody, explore=False)
    agent.ask("like Alien but gorier", conversation="c")
    turn = agent.ask("and more mind-bending", conversation="c")
    assert {s.axis for s in turn.request.shifts} == {"gory", "mind-bending"}
    turn = agent.ask("less violent, please", conversation="c")
    assert {s.axis for s in turn.request.shifts} == {"violent", "mind-bending"}, "gorier is taken back by it"
