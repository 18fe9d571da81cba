from __future__ import annotations

import pytest

from matinee.agent.shelf import Shelf, shelf_of
from matinee.index.catalogue import Catalogue
from tests.toy import toy_title


@pytest.fixture
def shelf(toy: Catalogue) -> Shelf:
    return shelf_of(toy)


def row(shelf: Shelf, name: str) -> int:
    return shelf.row[toy_title(name).id]


def test_a_title_shares_all_with_itself(shelf: Shelf) -> None:
    seven = toy_title("Seven")
    assert shelf.shared_themes(seven)[row(shelf, "Seven")] == pytest.approx(1.0)
    assert shelf.shared_genres([seven])[row(shelf, "Seven")] == pytest.approx(1.0)


def test_shared_themes_are_a_share_of_the_other_title(shelf: Shelf) -> None:
    shares = shelf.shared_themes(toy_title("Seven"))
    assert shares[row(shelf, "Memories of Murder")] > 0.3
    assert shares[row(shelf, "My Neighbor Totoro")] == 0


def test_a_rare_genre_ties_more_than_a_common_one(shelf: Shelf) -> None:
    shares = shelf.shared_genres([toy_title("Singin' in the Rain")])
    assert 0 < shares[row(shelf, "Fawlty Towers")] < shares[row(shelf, "Amélie")] < 1


def test_a_wanted_theme_counts_in_full_only_as_it_is(shelf: Shelf) -> None:
    wanted = shelf.wanted_theme("time loops")
    assert wanted[row(shelf, "Groundhog Day")] == 1.0
    assert 0 < wanted[row(shelf, "Back to the Future")] < 0.7
    assert wanted[row(shelf, "Seven")] == 0


def test_no_ratings_are_said_to_be_none(shelf: Shelf) -> None:
    assert not shelf.rated
