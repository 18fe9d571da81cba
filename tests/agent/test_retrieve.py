"""What is fixed before the search: lengths, and what the user never wants."""

from __future__ import annotations

import pytest

from matinee.agent.log import Standing
from matinee.agent.memory import Memory
from matinee.agent.request import FactShift, Request, Shift, TasteStatement, TitleRef
from matinee.agent.retrieve import retrieve, situate
from matinee.index.catalogue import Catalogue
from matinee.index.filters import Filters
from matinee.index.title import Title
from tests.toy import toy_title

SHORTER = (FactShift(field="runtime", direction=-1, word="shorter"),)
LONGER = (FactShift(field="runtime", direction=1, word="longer"),)


def _wish(title: Title | None = None, **fields: object) -> Request:
    liked = () if title is None else (TitleRef(id=title.id, name=title.name, year=title.year, surface=title.name),)
    return Request.model_validate({"text": "", "act": "recommend", "liked": liked, **fields})


def _filters(catalogue: Catalogue, request: Request, *taste: TasteStatement) -> Filters:
    return situate(request, Memory(taste=taste), Standing(), catalogue).filters


def test_shorter_than_a_series_has_fewer_seasons_and_no_longer_episodes(toy: Catalogue) -> None:
    dark = toy_title("Dark", "series")
    assert dark.seasons is not None
    assert dark.runtime_minutes is not None
    found = retrieve(_wish(dark, fact_shifts=SHORTER), Memory(), Standing(), toy)
    titles = [toy.titles[i] for i in found.scores]
    assert titles
    for title in titles:
        assert title.kind == "series"
        assert (title.seasons or 99) < dark.seasons
        assert (title.runtime_minutes or 99) <= 1.1 * dark.runtime_minutes


def test_shorter_than_one_season(toy: Catalogue) -> None:
    it = toy_title("It", "series")
    assert it.seasons == 1
    assert it.runtime_minutes is not None
    assert _filters(toy, _wish(it, fact_shifts=SHORTER)).kind == "film"
    filters = _filters(toy, _wish(it, fact_shifts=SHORTER, filters=Filters(kind="series")))
    assert (filters.kind, filters.seasons_max, filters.runtime_max) == ("series", 1, it.runtime_minutes - 1)


def test_longer_than_a_series_has_more_seasons(toy: Catalogue) -> None:
    filters = _filters(toy, _wish(toy_title("Russian Doll", "series"), fact_shifts=LONGER))
    assert (filters.kind, filters.seasons_min) == ("series", 3)


def _never(what: str, value: str, *, lower: bool = False) -> TasteStatement:
    return TasteStatement.model_validate(
        {"likes": False, "what": what, "value": value, "words": value, "lower": lower, "lasting": True}
    )


def test_what_is_never_wanted_is_out(toy: Catalogue) -> None:
    filters = _filters(
        toy, _wish(), _never("genre", "horror"), _never("axis", "scary"), _never("axis", "fast", lower=True)
    )
    assert filters.genres_not == ("horror",)
    assert (filters.tone_max, filters.tone_min) == ({"scary": 0.3}, {"fast": 0.3})
    assert _filters(toy, _wish(), _never("kind", "series")).kind == "film"


@pytest.mark.parametrize(
    ("asked", "statement"),
    [
        ({"filters": Filters(genres=("horror",))}, _never("genre", "horror")),
        ({"filters": Filters(genres_any=("horror", "war"))}, _never("genre", "horror")),
        ({"filters": Filters(people_any=("Bong Joon-ho",))}, _never("person", "Bong Joon-ho")),
        ({"themes": ("time travel",)}, _never("theme", "time travel")),
        ({"filters": Filters(kind="series")}, _never("kind", "series")),
        ({"shifts": (Shift(axis="scary", direction=1, word="scary", relative=False),)}, _never("axis", "scary")),
        ({"shifts": (Shift(axis="fast", direction=-1, word="slow"),)}, _never("axis", "fast", lower=True)),
    ],
)
def test_what_is_asked_for_all_the_same_is_allowed(
    toy: Catalogue, asked: dict[str, object], statement: TasteStatement
) -> None:
    with_taste, without = _filters(toy, _wish(**asked), statement), _filters(toy, _wish(**asked))
    assert with_taste == without
    assert _wish(**asked).wants(statement)
    assert not _wish().wants(statement)
