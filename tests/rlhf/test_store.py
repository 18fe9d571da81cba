import multiprocessing
import sqlite3
from pathlib import Path

import pytest

from matinee.agent.log import Undone
from matinee.agent.request import Request
from matinee.agent.turn import Sentence, Turn
from matinee.errors import StoreError
from matinee.rlhf.store import Store


def turn(**changes: object) -> Turn:
    base = Turn(
        conversation="c",
        user="ada",
        message="hi",
        request=Request(text="hi", act="greeting"),
        catalogue="v",
        sentences=(Sentence(text="Hello.", by="composer"),),
        model="m",
        policy="p",
        seed=1,
    )
    return base.model_copy(update=changes)


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'deep' / 'turns.db'}"


@pytest.fixture
def store(url: str) -> Store:
    return Store(url)


def test_a_turn_comes_back_as_it_was(store: Store) -> None:
    one = turn()
    store.record(one)
    store.record(one)
    assert list(store.turns(conversation="c")) == [one]
    assert list(store.turns(user="bob")) == []


def test_a_thumb_is_there_after_reopening(store: Store, url: str) -> None:
    one = turn()
    store.record(one)
    store.feedback(turn_id=one.id, user="ada", signal="like", title_id="dark")
    store.close()
    assert Store(url).standing("ada").liked == ("dark",)


def test_users_are_separate(store: Store) -> None:
    one = turn()
    store.record(one)
    store.feedback(turn_id=one.id, user="ada", signal="seen", title_id="dark")
    assert store.standing("bob").seen == ()


def test_an_opposite_thumb_replaces_and_undo_brings_the_first_back(store: Store) -> None:
    one = turn()
    store.record(one)
    store.feedback(turn_id=one.id, user="ada", signal="like", title_id="dark")
    store.feedback(turn_id=one.id, user="ada", signal="dislike", title_id="dark")
    assert store.standing("ada").disliked == ("dark",)
    assert store.undo(user="ada") == Undone(signal="dislike", title_id="dark")
    assert store.standing("ada").liked == ("dark",)
    assert store.undo(user="ada") == Undone(signal="like", title_id="dark")
    assert store.undo(user="ada") is None
    assert len(store.given(standing=False)) == 2


def test_feedback_needs_its_turn(store: Store) -> None:
    with pytest.raises(StoreError, match="no turn"):
        store.feedback(turn_id="nowhere", user="ada", signal="like")


def test_hostile_text_is_stored_or_mended(store: Store) -> None:
    one = turn(message="nul \x00 and \udc80 and 'quotes\"; DROP TABLE turns;--")
    store.record(one.model_copy(update={"message": one.message.encode("utf-8", "replace").decode()}))
    store.feedback(turn_id=one.id, user="ada", signal="comment", comment="a\x00b")
    assert len(list(store.turns())) == 1
    assert store.given()[0]["comment"] == "ab"


def test_wal_is_on(store: Store, url: str) -> None:
    path = url.removeprefix("sqlite:///")
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


@pytest.mark.parametrize("bad", ["nonsense", "nodialect://x", "sqlite:////proc/nowhere/turns.db"])
def test_an_unusable_database_is_one_line(bad: str) -> None:
    with pytest.raises(StoreError) as caught:
        Store(bad)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_no_database_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "turns.db"
    path.write_bytes(b"this is not a database" * 100)
    with pytest.raises(StoreError, match="cannot be used"):
        Store(f"sqlite:///{path}")
    assert path.read_bytes().startswith(b"this is not")


def _write(url: str, start: int) -> None:
    store = Store(url)
    for number in range(20):
        store.record(turn(id=f"{start}-{number}"))


@pytest.mark.slow
def test_two_processes_write_at_once(store: Store, url: str) -> None:
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_write, args=(url, n)) for n in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert len(list(store.turns())) == 40
