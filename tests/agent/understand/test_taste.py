"""Standing statements: "I can't stand musicals", "I love Kurosawa"."""

from __future__ import annotations

import pytest

from matinee.agent.memory import Memory
from matinee.agent.request import TasteStatement
from matinee.index.filters import Filters
from tests.agent.understand.conftest import PICKS, Say

DOLL, SEVERANCE, GROUNDHOG, PARASITE, AMELIE = PICKS


TASTES = [
    ("I can't stand musicals", [(False, "genre", "musical", True)]),
    ("I hate westerns", [(False, "genre", "western", True)]),
    ("I never watch horror", [(False, "genre", "horror", True)]),
    ("I'm not into sci-fi", [(False, "genre", "science fiction", True)]),
    ("I'm not really into sci-fi", [(False, "genre", "science fiction", False)]),
    ("I don't like horror", [(False, "genre", "horror", True)]),
    ("not a fan of musicals", [(False, "genre", "musical", True)]),
    ("no more Tom Cruise ever", [(False, "person", "Tom Cruise", True)]),
    ("never show me westerns again", [(False, "genre", "western", True)]),
    ("I love Kurosawa", [(True, "person", "Akira Kurosawa", True)]),
    ("I'm a big fan of Wes Anderson", [(True, "person", "Wes Anderson", False)]),
    ("I love comedies", [(True, "genre", "comedy", True)]),
    ("I like thrillers", [(True, "genre", "thriller", False)]),
    ("I hate scary films", [(False, "axis", "scary", True)]),
    ("I love weird films", [(True, "axis", "strange", True)]),
    ("I hate gore", [(False, "axis", "violent", True)]),
    ("I can't stand sad films", [(False, "axis", "light", True)]),
    ("I love time travel", [(True, "theme", "time travel", True)]),
    ("I love French films", [(True, "country", "France", True)]),
    ("I prefer series", [(True, "kind", "series", False)]),
    ("my favourite film is Amélie", [(True, "title", AMELIE, False)]),
    ("I hated Titanic", [(False, "title", "titanic-1997-film", False)]),
    ("I like action, comedies and thrillers", [(True, "genre", g, False) for g in ("action", "comedy", "thriller")]),
    ("I'm not a huge horror fan", [(False, "genre", "horror", False)]),
    ("I'm a big horror film fan", [(True, "genre", "horror", False)]),
    ("westerns aren't my thing", [(False, "genre", "western", True)]),
    ("horror is not really for me", [(False, "genre", "horror", False)]),
    (
        "I love slow, scary films and hate musicals",
        [(False, "genre", "musical", True), (True, "axis", "fast", True), (True, "axis", "scary", True)],
    ),
    (
        "I love comedies, hate horror and don't mind romance",
        [(True, "genre", "comedy", True), (False, "genre", "horror", True)],
    ),
    ("I hate slow, sad films", [(False, "axis", "fast", True), (False, "axis", "light", True)]),
    ("I'd love a comedy", []),
    ("no musicals", []),
    ("anything but horror", []),
]


@pytest.mark.parametrize(("message", "expected"), TASTES)
def test_taste(say: Say, message: str, expected: list[tuple[bool, str, str, bool]]) -> None:
    request = say(message)
    assert [(s.likes, s.what, s.value, s.lasting) for s in request.taste] == expected
    if expected:
        assert request.act == "taste"


def test_taste_and_wish_in_one_message(say: Say) -> None:
    request = say("I hate musicals, what about something like Dark?")
    assert request.act == "recommend"
    assert [r.name for r in request.liked] == ["Dark"]
    assert [(s.likes, s.value) for s in request.taste] == [(False, "musical")]


def test_a_liked_genre_is_wanted_when_suggestions_are_asked_for(say: Say) -> None:
    assert say("I love comedies").filters == Filters()
    assert say("I love comedies, what do you suggest?").filters.genres == ("comedy",)


@pytest.mark.parametrize("message", ["musicals are fine after all", "I don't mind musicals", "musicals are ok again"])
def test_a_dislike_taken_back(say: Say, message: str) -> None:
    hated = TasteStatement(likes=False, what="genre", value="musical", words="musicals")
    request = say(message, Memory(taste=(hated,)))
    assert [(s.lifted, s.what, s.value) for s in request.taste] == [(True, "genre", "musical")]


def test_words_of_taste(say: Say) -> None:
    words = {
        m: say(m).taste[0].words for m in ("I hate musicals", "I hate scary films", "I hate gore", "I love slow films")
    }
    assert words == {
        "I hate musicals": "musicals",
        "I hate scary films": "scary films",
        "I hate gore": "gore",
        "I love slow films": "slow films",
    }
