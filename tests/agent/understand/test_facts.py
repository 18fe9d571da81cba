""" "Shorter", "older", "hidden gems": numeric wishes without a number."""

from __future__ import annotations

import pytest

from tests.agent.understand.conftest import Say

FACT_SHIFTS = [
    ("like Dark but shorter", [("runtime", -1)]),
    ("like Dark but longer", [("runtime", 1)]),
    ("like Heat but older", [("year", -1)]),
    ("like Heat but newer", [("year", 1)]),
    ("like Heat but more recent", [("year", 1)]),
    ("like Dark but with fewer seasons", [("seasons", -1)]),
    ("better rated", [("rating", 1)]),
    ("the best thrillers", [("rating", 1)]),
    ("less known", [("fame", -1)]),
    ("hidden gems", [("fame", -1)]),
    ("something more famous", [("fame", 1)]),
    ("older than Jaws and Heat", [("year", -1)]),
    ("older than 1980", []),
    ("shorter than two hours", []),
    ("too long", [("runtime", -1)]),
    ("shorter and older", [("runtime", -1), ("year", -1)]),
]


@pytest.mark.parametrize(("message", "expected"), FACT_SHIFTS)
def test_fact_shifts(say: Say, message: str, expected: list[tuple[str, int]]) -> None:
    assert [(s.field, s.direction) for s in say(message).fact_shifts] == expected
