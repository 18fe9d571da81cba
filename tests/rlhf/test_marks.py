from datetime import date

import pytest

from matinee.rlhf.store import Marked, Store

SEEN = Marked("jaws", "seen", "Jaws", day=date(2024, 1, 1))
LOVED = Marked("alien", "rated", "Alien", 0.9)
HATED = Marked("cats", "rated", "Cats", 0.1)
WISH = Marked("heat", "wanted", "Heat")


@pytest.fixture
def store(tmp_path):
    return Store(f"sqlite:///{tmp_path / 'turns.db'}")


def test_an_import_counts_in_what_stands(store):
    assert store.import_marks(user="ada", service="imdb", file="r.csv", marks=[SEEN, LOVED, HATED, WISH]) == 4
    stands = store.standing("ada")
    assert set(stands.seen) == {"jaws", "alien", "cats"}
    assert (stands.liked, stands.disliked, stands.wanted) == (("alien",), ("cats",), ("heat",))
    assert store.standing("bob").seen == ()


def test_the_same_import_again_adds_nothing(store):
    store.import_marks(user="ada", service="imdb", file="r.csv", marks=[SEEN, LOVED])
    assert store.import_marks(user="ada", service="imdb", file="r.csv", marks=[SEEN, LOVED]) == 0
    assert len(store.marks("ada")) == 2


def test_a_later_import_has_the_last_word_and_undo_takes_it_back(store):
    store.import_marks(user="ada", service="imdb", file="r.csv", marks=[WISH])
    watched = Marked("heat", "seen", "Heat", day=date(2024, 5, 5))
    assert store.import_marks(user="ada", service="netflix", file="h.csv", marks=[watched]) == 1
    assert store.standing("ada").wanted == ()
    assert store.undo_import(user="ada") == ("netflix", "h.csv", 1)
    assert store.standing("ada").wanted == ("heat",)
    assert store.undo_import(user="ada") == ("imdb", "r.csv", 1)
    assert store.undo_import(user="ada") is None
    assert store.marks("ada") == []


def test_a_database_of_the_first_version_is_brought_up(tmp_path):
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine

    url = f"sqlite:///{tmp_path / 'old.db'}"
    config = Config()
    config.set_main_option("script_location", "rlhf/migrations")
    engine = create_engine(url)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    assert Store(url).import_marks(user="ada", service="imdb", file="r", marks=[SEEN]) == 1
