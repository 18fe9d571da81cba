import doctest

from matinee.agent import words
from matinee.agent.words import theme_words


def test_examples() -> None:
    assert doctest.testmod(words).failed == 0


def test_plurals_and_small_words_do_not_part_two_phrases() -> None:
    assert theme_words("time loops") == theme_words("the time loop")
    assert theme_words("double life") != theme_words("doubles")
