"""Titles that a wish is measured by."""

from __future__ import annotations

import pytest

from tests.agent.understand.conftest import Say

ALIEN, HEAT, DRIVE = "alien-1979-film", "heat-1995-film", "drive-2011-film"


@pytest.mark.parametrize(
    ("message", "level", "axis", "than"),
    [
        ("as scary as Alien, but funnier", "reach", "scary", ALIEN),
        ("something as scary as Alien", "reach", "scary", ALIEN),
        ("scary but not as scary as Alien", "under", "scary", ALIEN),
        ("gory but less gory than Alien", "under", "gory", ALIEN),
        ("scary, but not as scary as Alien", "under", "scary", ALIEN),
        ("the humour of Heat", "match", "funny", HEAT),
        ("something with the pace of Drive", "match", "fast", DRIVE),
        ("the atmosphere of Alien", "match", "atmospheric", ALIEN),
    ],
)
def test_a_title_sets_a_level(say: Say, message: str, level: str, axis: str, than: str) -> None:
    first = say(message).shifts[0]
    assert (first.level, first.axis, first.than) == (level, axis, (than,))


def test_two_titles_set_two_levels(say: Say) -> None:
    request = say("the humour of Heat with the pace of Drive")
    assert [(s.axis, s.level, s.than) for s in request.shifts] == [
        ("funny", "match", (HEAT,)),
        ("fast", "match", (DRIVE,)),
    ]
    assert [r.id for r in request.liked] == [HEAT, DRIVE]


def test_what_is_asked_on_top_moves_from_the_same_title(say: Say) -> None:
    request = say("as scary as Alien, but funnier")
    assert [r.id for r in request.liked] == [ALIEN]
    assert [(s.axis, s.relative) for s in request.shifts] == [("scary", False), ("funny", True)]


def test_a_mere_measure_is_no_anchor(say: Say) -> None:
    assert say("scary but not as scary as Alien").liked == ()
    request = say("like Heat but as scary as Alien")
    assert [r.id for r in request.liked] == [HEAT]
    assert request.shifts[0].than == (ALIEN,)


@pytest.mark.parametrize("message", ["not as scary as Alien", "less scary than Alien", "scarier than Alien"])
def test_a_plain_comparison_moves_from_its_title(say: Say, message: str) -> None:
    request = say(message)
    assert [r.id for r in request.liked] == [ALIEN]
    assert [(s.axis, s.relative, s.level) for s in request.shifts] == [("scary", True, "beyond")]


@pytest.mark.parametrize(
    ("message", "between"),
    [
        ("something between Alien and Up", True),
        ("halfway between Alien and Up", True),
        ("a cross between Alien and Up", False),
        ("Alien meets Up", False),
    ],
)
def test_between_two_titles(say: Say, message: str, *, between: bool) -> None:
    request = say(message)
    assert request.between is between
    assert len(request.liked) == 2
    assert request.free_text == ""
