"""Cleaning a message and telling its words apart."""

from __future__ import annotations

import pytest

from matinee.agent.understand.text import LONGEST, Utterance, clean, storable
from matinee.index.title import fold


@pytest.mark.parametrize(
    ("message", "cleaned"),
    [
        ("  a\t b \u200b", "a b"),
        ("a\n\n \n b", "a\nb"),
        ("e\u0301", "é"),
        ("a\x00b\x07", "a b"),
        ("\ud800", ""),
        ("", ""),
    ],
)
def test_clean(message: str, cleaned: str) -> None:
    assert clean(message) == cleaned


def test_long_messages_keep_both_ends() -> None:
    text = clean("first " + "middle " * 5000 + "last")
    assert len(text) <= LONGEST + 1
    assert text.startswith("first ")
    assert text.endswith(" last")
    assert len(clean("x" * 100_000)) <= LONGEST + 1


def test_storable() -> None:
    assert storable("a\ud800b") == "a?b"


@pytest.mark.parametrize(
    "name", ["It's a Wonderful Life", "WALL-E", "M*A*S*H", "Amélie", "L'Atalante", "Steins;Gate", "8½"]
)
def test_words_are_folded_as_names_are(name: str) -> None:
    assert "".join(Utterance(name).words) == fold(name).replace(" ", "")


def test_places_in_the_plain_text_are_those_in_the_text() -> None:
    said = Utterance("İstanbul, Amélie’s “Été” – 1990")
    assert len(said.plain) == len(said.text)
    assert [said.text[t.start : t.end] for t in said.tokens] == ["İstanbul", "Amélie’s", "Été", "1990"]


def test_sentences_clauses_and_quotes() -> None:
    said = Utterance("I saw Dr. No. It was fine, but “Her” is better")
    words = list(said.words)
    assert said.opens_sentence(words.index("it"))
    assert not said.opens_sentence(words.index("no"))
    assert said.opens_clause(words.index("but"))
    assert said.quotes == ((words.index("her"), words.index("her") + 1),)


@pytest.mark.parametrize(
    ("message", "cased"),
    [
        ("something like Dark", True),
        ("something like dark", True),
        ("SOMETHING LIKE DARK", False),
        ("Something Like Dark But Lighter", False),
        ("Inception", True),
    ],
)
def test_whether_capitals_tell(message: str, cased: bool) -> None:
    assert Utterance(message).cased is cased
