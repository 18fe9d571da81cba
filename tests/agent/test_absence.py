"""Why a title is not among the picks, over the toy catalogue."""

from __future__ import annotations

import pytest

from matinee.agent.absence import why_absent
from matinee.agent.log import Standing
from matinee.agent.memory import Memory
from matinee.agent.request import Request, Shift, TasteStatement, TitleRef
from matinee.index.filters import Filters
from tests.toy import toy_title

DARK = toy_title("Dark", "series")
SEVEN = toy_title("Seven")
DOLL = toy_title("Russian Doll")
SINGIN = toy_title("Singin' in the Rain")
LIKE_DARK = TitleRef(id=DARK.id, name="Dark", year=2017, surface="Dark")
LIGHTER = Shift(axis="light", direction=1, word="lighter")
WISH = Request(text="like Dark but lighter", act="recommend", liked=(LIKE_DARK,), shifts=(LIGHTER,))
MEMORY = Memory(wish=WISH, picks=(DOLL.id,), shown=(DOLL.id,))


def test_a_pick_is_on_the_list(toy) -> None:
    assert "is the first" in why_absent(DOLL, MEMORY, Standing(), toy)


def test_the_anchor_is_the_yardstick(toy) -> None:
    assert "yardstick" in why_absent(DARK, MEMORY, Standing(), toy)


@pytest.mark.parametrize(
    ("standing", "changes", "words"),
    [
        (Standing(seen=(SEVEN.id,)), {}, "seen"),
        (Standing(disliked=(SEVEN.id,)), {}, "thumb"),
        (Standing(), {"seen": (SEVEN.id,)}, "seen"),
        (Standing(), {"rejected": (SEVEN.id,)}, "turned"),
        (
            Standing(),
            {"taste": (TasteStatement(likes=False, what="genre", value="crime", words="crime films"),)},
            "no crime",
        ),
    ],
)
def test_what_was_said_against_it_comes_first(toy, standing: Standing, changes: dict[str, object], words: str) -> None:
    assert words in why_absent(SEVEN, MEMORY.model_copy(update=changes), standing, toy)


def test_a_movement_it_does_not_make(toy) -> None:
    said = why_absent(SEVEN, MEMORY, Standing(), toy)
    assert "not lighter" in said
    assert ".05 against .10" in said


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        (Filters(kind="series"), "it is a film and you asked for a series"),
        (Filters(runtime_max=90), "it runs 1 h 43 min"),
        (Filters(languages=("Korean",)), "it is in English"),
        (Filters(genres=("western",)), "it is no western film"),
        (Filters(genres_not=("musical",)), "musical, which you ruled out"),
        (Filters(year_min=1990), "it is from 1952"),
        (Filters(people=("Bill Murray",)), "Bill Murray had no part in it"),
    ],
)
def test_a_condition_it_fails(toy, filters: Filters, words: str) -> None:
    memory = Memory(wish=Request(text="", act="recommend", filters=filters), picks=(DOLL.id,), shown=(DOLL.id,))
    assert words in why_absent(SINGIN, memory, Standing(), toy)


def test_one_that_fits_is_told_where_it_stands(toy) -> None:
    memory = Memory(wish=Request(text="", act="recommend", liked=(LIKE_DARK,)), picks=(DOLL.id,), shown=(DOLL.id,))
    said = why_absent(SINGIN, memory, Standing(), toy)
    assert "come closer" in said or "too far" in said
