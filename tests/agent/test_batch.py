"""Batch ranking: lines in, ranked lists out."""

from __future__ import annotations

import json
from typing import Any

import pytest

from matinee.agent.batch import BatchRanker
from matinee.errors import InputError
from matinee.index.catalogue import Catalogue
from tests.toy import toy_title

DARK = toy_title("Dark", "series")
SEVEN = toy_title("Seven")


def ids(toy: Catalogue, k: int = 5, **line: object) -> list[str]:
    answer: dict[str, Any] = BatchRanker(toy, seed=0).rank_line(json.dumps({"id": 1, **line}), k)
    return [title["id"] for title in answer["titles"]]


def test_liked_titles_are_ranked_by_and_left_out(toy: Catalogue) -> None:
    found = ids(toy, liked=[DARK.id])
    assert len(found) == 5
    assert DARK.id not in found


def test_a_dialogue_steers(toy: Catalogue) -> None:
    said = [{"role": "user", "content": "something like Dark but lighter"}]
    assert all(toy.titles[i].tone["light"] > DARK.tone["light"] for i in ids(toy, messages=said))


@pytest.mark.parametrize("field", ["disliked", "exclude"])
def test_what_is_out_stays_out(toy: Catalogue, field: str) -> None:
    assert SEVEN.id in ids(toy, 20, liked=[DARK.id])
    assert SEVEN.id not in ids(toy, 20, liked=[DARK.id], **{field: [SEVEN.id]})


def test_ids_of_merged_records_are_known(toy: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(toy.__dict__, "aliases", {"other-dark": DARK.id, "77": SEVEN.id})
    assert ids(toy, liked=["other-dark"]) == ids(toy, liked=[DARK.id])
    for field in ("disliked", "exclude"):
        assert SEVEN.id not in ids(toy, 20, liked=[DARK.id], **{field: [77]})


@pytest.mark.parametrize("line", ["{}", '{"id": 1}', "[1]", "nonsense", '{"id": 1, "liked": "dark"}'])
def test_a_bad_line_is_named(toy: Catalogue, line: str) -> None:
    with pytest.raises(InputError):
        BatchRanker(toy, seed=0).rank_line(line, 5)
