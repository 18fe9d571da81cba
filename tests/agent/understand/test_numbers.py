"""Running times, seasons and counts in messages."""

from __future__ import annotations

import pytest

from tests.agent.understand.conftest import Say

LENGTHS = [
    ("under 90 minutes", None, 89),
    ("at most 90 minutes", None, 90),
    ("90 min max", None, 90),
    ("90 minutes or less", None, 90),
    ("less than two hours", None, 119),
    ("no longer than two hours", None, 120),
    ("shorter than 2 hours", None, 119),
    ("2 hours tops", None, 120),
    ("an hour and a half at most", None, 90),
    ("under an hour and a half", None, 89),
    ("two and a half hours at most", None, 150),
    ("under 2h30", None, 149),
    ("1h45 max", None, 105),
    ("under 1.5 hours", None, 89),
    ("over 3h", 181, None),
    ("at least two hours", 120, None),
    ("longer than three hours", 181, None),
    ("more than 150 minutes", 151, None),
    ("about 100 minutes", 85, 115),
    ("a 90-minute film", 76, 103),
    ("between 90 and 120 minutes", 90, 120),
    ("I only have an hour", None, 60),
    ("we've got two hours", None, 120),
    ("a short film with Tom Hanks", None, 100),
    ("something short", None, 100),
    ("a long film", 150, None),
    ("nothing too long", None, 120),
    ("not too long", None, 120),
    ("series with short episodes", None, 35),
]


@pytest.mark.parametrize(("message", "low", "high"), LENGTHS)
def test_running_times(say: Say, message: str, low: int | None, high: int | None) -> None:
    filters = say(message).filters
    assert (filters.runtime_min, filters.runtime_max) == (low, high)


SEASONS = [
    ("just one season", None, 1),
    ("a one-season series", 1, 1),
    ("no more than three seasons", None, 3),
    ("under 3 seasons", None, 2),
    ("3 seasons or fewer", None, 3),
    ("at least five seasons", 5, None),
    ("more than two seasons", 3, None),
    ("a miniseries", None, 1),
    ("a limited series", None, 1),
    ("a short series", None, 2),
    ("a long-running show", 5, None),
]


@pytest.mark.parametrize(("message", "low", "high"), SEASONS)
def test_seasons(say: Say, message: str, low: int | None, high: int | None) -> None:
    filters = say(message).filters
    assert (filters.seasons_min, filters.seasons_max) == (low, high)


COUNTS = [
    ("three films", 3),
    ("give me ten", 10),
    ("top 5 thrillers", 5),
    ("just one", 1),
    ("one film please", 1),
    ("a couple of comedies", 2),
    ("name 4 westerns", 4),
    ("5 suggestions", 5),
    ("give me 1000 films", None),
    ("0 films", None),
    ("a film", None),
    ("the second one", None),
    ("two hours", None),
    ("12 angry men", None),
    ("for my two kids", None),
    ("3 seasons", None),
]


@pytest.mark.parametrize(("message", "count"), COUNTS)
def test_counts(say: Say, message: str, count: int | None) -> None:
    assert say(message).count == count
