from __future__ import annotations

import numpy as np
import pytest

from matinee.index.title import TONE_AXES, Title
from matinee.index.tone.sheet import Sheet

TITLES = [
    Title(id="a", name="A", year=1935, kind="film", genres=("Sci-Fi",), themes=("time loops", "family secrets")),
    Title(id="b", name="B", year=2025, kind="series", genres=("Comedies",), logline="A chef cooks in Paris."),
    Title(id="c", name="C", year=1980, kind="film", themes=("pastime",), logline="Time is short."),
]


@pytest.fixture
def sheet() -> Sheet:
    tones = np.full((3, len(TONE_AXES)), np.nan)
    tones[0, 0] = 0.9
    return Sheet(TITLES, np.zeros((3, 4), dtype=np.float32), tones)


def test_unknown_tones_stand_in_the_middle(sheet: Sheet) -> None:
    assert sheet.tone("light").tolist() == [0.9, 0.5, 0.5]


def test_genres_are_read_whatever_they_are_called(sheet: Sheet) -> None:
    assert sheet.genre("science fiction").tolist() == [True, False, False]
    assert sheet.genre("comedy").tolist() == [False, True, False]
    assert not sheet.genre("western").any()


def test_themes_begin_like_the_phrase_and_loglines_only_stand_in(sheet: Sheet) -> None:
    assert sheet.theme("time").tolist() == [True, False, False]
    assert sheet.theme("secret").tolist() == [True, False, False]
    assert sheet.theme("cook").tolist() == [False, True, False]


def test_facts(sheet: Sheet) -> None:
    assert sheet.fact("old").tolist() == [1.0, 0.0, pytest.approx(0.5)]
    assert sheet.fact("series").tolist() == [0.0, 1.0, 0.0]
    assert sheet.fact("fame").tolist() == [0.5, 0.5, 0.5]
