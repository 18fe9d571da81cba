"""Slips of the pen in the words of a wish; names and real words are left as they are."""

from __future__ import annotations

import pytest

from matinee.agent.understand.linker import Linker
from matinee.agent.understand.text import Utterance
from tests.agent.understand.conftest import Say

TONES = [
    ("something funier", ("funny", 1)),
    ("something funy", ("funny", 1)),
    ("Alien but less scarry", ("scary", -1)),
    ("not too violant please", ("violent", -1)),
    ("a ligther film", ("light", 1)),
    ("something suspensful", ("tense", 1)),
    ("a heartwarmin series", ("hopeful", 1)),
]


@pytest.mark.parametrize(("message", "moved"), TONES)
def test_a_misspelt_tone_word_is_heard(say: Say, message: str, moved: tuple[str, int]) -> None:
    assert moved in [(s.axis, s.direction) for s in say(message).shifts]


def test_other_words_of_a_wish_are_mended_too(say: Say) -> None:
    request = say("recomend a frnech thriler simmilar to Heat")
    assert [r.name for r in request.liked] == ["Heat"]
    assert request.filters.genres == ("thriller",)
    assert request.filters.countries == ("France",)


def test_what_was_typed_is_kept(say: Say) -> None:
    assert say("something funier").text == "something funier"


UNTOUCHED = [
    "something dear to my heart",
    "a film about deer",
    "a film about a marry widow",  # a word of its own
    "like Drak",  # a title is due
    "the film “Funier”",  # quoted
    "a film by Scarry",  # a name is due
    "I read about Scarry in a book",  # a telling capital
    "scar",  # too short
    "Se7en",
]


@pytest.mark.parametrize("message", UNTOUCHED)
def test_names_and_real_words_stay(names: Linker, message: str) -> None:
    said = Utterance(message)
    assert names.spelling.mended(said) is said


def test_the_mended_word_keeps_its_capital(names: Linker) -> None:
    assert names.spelling.mended(Utterance("Funier, please. And scarry!")).text == "Funnier, please. And scary!"
