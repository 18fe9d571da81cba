"""Words that stand where a trait does."""

from __future__ import annotations

import pytest

from matinee.agent.request import Shift
from matinee.agent.understand.trait_words import main_axis, opposed
from tests.agent.understand.conftest import Say


@pytest.mark.parametrize(
    ("message", "trait", "direction"),
    [
        ("like Dark but more Kafkaesque", "surreal", 1),
        ("something vengeful", "vengeful", 1),
        ("like Heat but less preachy", "preachy", -1),
        ("a patriotic film", "patriotic", 1),
        ("like Heat but more operatic", "operatic", 1),
        ("something more chthonic", "chthonic", 1),
        ("something chthonic", "chthonic", 1),
        ("like Dark but less Byronic", "byronic", -1),
        ("like Heat but juicier", "juicy", 1),
    ],
)
def test_a_trait_is_heard_known_or_not(say: Say, message: str, trait: str, direction: int) -> None:
    (shift,) = say(message).shifts
    assert (shift.axis, shift.direction) == (trait, direction)


@pytest.mark.parametrize(
    "message",
    [
        "more zeppelins",
        "something about zeppelins",
        "a great film",
        "something long",
        "like Dark but shorter",
        "happy with anything short",
        "a bit of everything",
    ],
)
def test_things_lengths_and_praise_are_no_traits(say: Say, message: str) -> None:
    assert say(message).shifts == ()


def test_unknown_things_are_searched_for(say: Say) -> None:
    assert say("more zeppelins").free_text == "zeppelins"


def test_degree_and_word_are_kept_for_the_reply(say: Say) -> None:
    (shift,) = say("like Dark but a bit more chthonic").shifts
    assert (shift.degree, shift.word, shift.relative) == (0.5, "more chthonic", True)


def test_a_name_given_to_an_unknown_dislike_rules_nothing_out(say: Say) -> None:
    request = say("I hate chthonic films")
    assert not request.filters.tone_max
    assert all(s.what != "axis" for s in request.taste)


def _shift(axis: str, direction: int, *, relative: bool = True) -> Shift:
    return Shift.model_validate({"axis": axis, "direction": direction, "word": axis, "relative": relative})


def test_the_main_axis_of_a_trait() -> None:
    assert main_axis(_shift("gory", 1)) == ("violent", 1)
    assert main_axis(_shift("slow-paced", 1)) == ("fast", -1)
    assert main_axis(_shift("chthonic", 1)) == ("chthonic", 1)
    assert main_axis(_shift("light", -1)) == ("light", -1)


def test_opposites() -> None:
    assert opposed(_shift("gory", 1), _shift("violent", -1))
    assert opposed(_shift("slow-paced", 1), _shift("fast", 1))
    assert not opposed(_shift("gory", 1), _shift("scary", -1))
    assert not opposed(_shift("gory", 1), _shift("violent", -1, relative=False))


@pytest.mark.parametrize(
    ("message", "one", "other"),
    [
        ("like Dark but lighter and darker", "lighter", "darker"),
        ("slow-burn and fast-paced", "slow-burn", "fast-paced"),
        ("mind-bending but easy to follow", "mind-bending", "easy to follow"),
        ("funny but not funny", "funny", "not funny"),
    ],
)
def test_opposites_in_one_message_are_named(say: Say, message: str, one: str, other: str) -> None:
    (conflict,) = say(message).conflicts
    assert (conflict.one, conflict.other) == (one, other)
