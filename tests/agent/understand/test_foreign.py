"""Telling other languages from English with foreign names in it."""

from __future__ import annotations

import pytest

from matinee.agent.understand.foreign import is_foreign
from matinee.agent.understand.text import Utterance


@pytest.mark.parametrize(
    "message",
    [
        "je voudrais quelque chose de plus léger",
        "etwas Lustiges für heute Abend, bitte",
        "quiero ver una comedia",
        "vorrei un film con un finale felice",
        "en rolig film, takk",
        "merhaba, komik bir film istiyorum",
        "chcę coś śmiesznego",
        "Покажи что-нибудь весёлое",
        "もっと明るいのがいい",
        "gracias",
    ],
)
def test_foreign(message: str) -> None:
    assert is_foreign(Utterance(message))


@pytest.mark.parametrize(
    "message",
    [
        "something like La La Land",
        "a film noir with a femme fatale",
        "films by Jean-Pierre Jeunet",
        "más",
        "Das Boot but lighter",
        "c'est la vie",
        "sushi",
        "123",
        "I like die Hard and el Camino",
    ],
)
def test_english_with_foreign_words(message: str) -> None:
    assert not is_foreign(Utterance(message))
