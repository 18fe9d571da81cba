"""The ways to write a name."""

from __future__ import annotations

import pytest

from matinee.agent.understand.names import ARTICLE, EXACT, NUMERAL, OTHER, ways
from matinee.index.title import Title


def _ways(name: str, *aka: str) -> dict[str, float]:
    title = Title(id="x", name=name, year=2000, kind="film", aka=aka)
    best: dict[str, float] = {}
    for key, quality in ways(title):
        best[key] = max(quality, best.get(key, 0.0))
    return best


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("The Matrix", "matrix"),
        ("L'Atalante", "atalante"),
        ("Rocky IV", "rocky 4"),
        ("Rocky V", "rocky 5"),
        ("The Godfather Part II", "godfather 2"),
        ("Kill Bill: Vol. 1", "kill bill 1"),
        ("Mission: Impossible", "mission impossible"),
        ("Star Wars: The Empire Strikes Back", "the empire strikes back"),
        ("Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb", "dr strangelove"),
        ("Eternal Sunshine of the Spotless Mind", "eternal sunshine"),
        ("M*A*S*H", "mash"),
        ("WALL-E", "walle"),
        ("Spider-Man", "spiderman"),
        ("Twelve Monkeys", "12 monkeys"),
        ("Thelma & Louise", "thelma and louise"),
        ("My Neighbour Totoro", "my neighbor totoro"),
        ("Doctor Who", "dr who"),
        ("The Office (US)", "office"),
    ],
)
def test_shorter_and_other_spellings(name: str, key: str) -> None:
    assert key in _ways(name)


def test_the_name_itself_is_certain_and_the_others_less_so() -> None:
    found = _ways("The Godfather Part II", "El Padrino II")
    assert found["the godfather part 2"] == EXACT
    assert found["godfather part 2"] == ARTICLE
    assert found["godfather 2"] == NUMERAL
    assert found["el padrino 2"] == OTHER
    assert EXACT > ARTICLE > OTHER > NUMERAL


def test_no_name_is_cut_down_to_nothing() -> None:
    assert _ways("The") == {"the": EXACT}
    assert _ways("A.I.") == {"a i": EXACT}
    assert "the" not in _ways("The Lord of the Rings: The Two Towers")
    assert _ways("…") == {}
