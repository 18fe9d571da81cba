"""Years and decades in messages."""

from __future__ import annotations

import pytest

from tests.agent.understand.conftest import Say

YEARS = [
    ("from the 80s", 1980, 1989),
    ("80s films", 1980, 1989),
    ("films from the '80s", 1980, 1989),
    ("1980s thrillers", 1980, 1989),
    ("the nineties", 1990, 1999),
    ("a film of the seventies", 1970, 1979),
    ("early 90s", 1990, 1993),
    ("late 70s", 1976, 1979),
    ("mid-80s", 1984, 1986),
    ("from the 2000s", 2000, 2009),
    ("from the 00s", 2000, 2009),
    ("before 1970", None, 1969),
    ("pre-1970", None, 1969),
    ("before the 80s", None, 1979),
    ("older than 1980", None, 1979),
    ("up to 1960", None, 1960),
    ("after 2000", 2001, None),
    ("post-2000", 2001, None),
    ("since 2015", 2015, None),
    ("from 2015 on", 2015, None),
    ("from 2015 onwards", 2015, None),
    ("newer than 2010", 2011, None),
    ("not older than 2010", 2010, None),
    ("from 2019", 2019, 2019),
    ("released in 1994", 1994, 1994),
    ("1994 films", 1994, 1994),
    ("between 1990 and 2000", 1990, 2000),
    ("from 1990 to 1995", 1990, 1995),
    ("1990-2000", 1990, 2000),
    ("from the 60s to the 70s", 1960, 1979),
    ("in the last five years", 2021, None),
    ("from the last 10 years", 2016, None),
    ("from the past decade", 2016, None),
    ("this year", 2026, 2026),
    ("last year", 2025, 2025),
    ("this century", 2000, None),
    ("recent horror", 2021, None),
    ("a new series", 2021, None),
    ("something old", None, 1979),
    ("old westerns", None, 1979),
    ("a classic", None, 1979),
    ("a film set in the 1980s", None, None),
    ("set in Tokyo in the 1980s", None, None),
    ("a film about the 60s", None, None),
]


@pytest.mark.parametrize(("message", "low", "high"), YEARS)
def test_years(say: Say, message: str, low: int | None, high: int | None) -> None:
    filters = say(message).filters
    assert (filters.year_min, filters.year_max) == (low, high)
