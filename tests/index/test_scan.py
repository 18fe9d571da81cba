import random

import numpy as np
import pytest

from matinee.errors import InputError
from matinee.index.build import build
from matinee.index.catalogue import open_catalogue
from matinee.index.columns import SCALARS, TONES
from matinee.index.filters import Filters
from matinee.index.scan import Scan
from matinee.index.sources.source import Source
from matinee.index.title import MATURITIES, TONE_AXES, Title
from tests.index.fakes import FakeEmbedding
from tests.index.paths import in_table

pytestmark = pytest.mark.slow

GENRES = ("drama", "Comedy", "horror", "Science-Fiction")
PEOPLE = ("Ann O'Hara", "Bo Ek", "Cléo Fay", "Di Gi")
PLACES = ("France", "Japan", "Peru")


def _some(draw, values, most=3):
    return tuple(draw.sample(values, draw.randint(0, min(most, len(values)))))


def _title(number, draw):
    """A title of which anything may be unknown; every fourth has the same text, and so the same vector."""

    def maybe(value):
        return value if draw.random() < 0.7 else None

    return Title(
        id=f"t{draw.randint(0, 9)}-{number}",
        name=f"Title {number}",
        year=draw.randint(1950, 1960),
        kind=draw.choice(("film", "series")),
        runtime_minutes=maybe(draw.randint(80, 100)),
        seasons=maybe(draw.randint(1, 3)),
        maturity=maybe(draw.choice(MATURITIES)),
        fame=maybe(draw.choice((0.1, 0.5, 0.9))),
        genres=() if number % 4 == 0 else _some(draw, GENRES),
        themes=() if number % 4 == 0 else _some(draw, ("time travel", "heist")),
        directors=_some(draw, PEOPLE, 1),
        cast=_some(draw, PEOPLE),
        countries=_some(draw, PLACES),
        languages=_some(draw, ("French", "English", "Spanish")),
        tone={axis: draw.choice((0.1, 0.2, 0.8)) for axis in TONE_AXES if draw.random() < 0.8},
        logline="The same story." if number % 4 == 0 else f"Story {number}.",
    )


def _filters(draw, ids):
    def maybe(value):
        return value if draw.random() < 0.2 else None

    def few(values):
        return _some(draw, values, 2) if draw.random() < 0.25 else ()

    return Filters(
        kind=maybe("film"),
        year_min=maybe(1953),
        year_max=maybe(1958),
        years_not=((1954, 1956),) if draw.random() < 0.2 else (),
        runtime_max=maybe(90),
        seasons_min=maybe(2),
        series_seasons_max=maybe(1),
        maturity_max=maybe("13+"),
        fame_min=maybe(0.5),
        fame_max=maybe(0.5),
        languages=few(("french", "English")),
        languages_not=few(("English", "Spanish")),
        countries=few(PLACES),
        countries_not=few(PLACES),
        genres=few(GENRES),
        genres_any=few(GENRES),
        genres_not=few(GENRES),
        people=few(PEOPLE),
        people_any=few(PEOPLE),
        people_not=few(PEOPLE),
        themes_not=few(("Time Travel", "heist")),
        tone_min={"light": 0.2} if draw.random() < 0.2 else {},
        tone_max={"scary": 0.2} if draw.random() < 0.2 else {},
        ids=tuple(draw.sample(ids, 100)) if draw.random() < 0.2 else None,
        ids_not=tuple(draw.sample(ids, 20)) if draw.random() < 0.3 else (),
    )


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    draw = random.Random(7)
    folder = tmp_path_factory.mktemp("scan") / "catalogue"
    build([Source("toy", "", [_title(n, draw) for n in range(200)])], folder, FakeEmbedding())
    catalogue = open_catalogue(folder, FakeEmbedding())
    return catalogue, in_table(catalogue)


@pytest.mark.parametrize("seed", range(40))
def test_memory_and_table_answer_alike(both, seed):
    """The same titles, the same scores, ties in the same order, unknown values failing the same filters."""
    draw = random.Random(seed)
    memory, table = both
    ids = list(memory.titles)
    filters = _filters(draw, ids)
    k = draw.choice((1, 5, 500))
    order = (
        draw.choice(("fame", "year", "seasons", "runtime_minutes", "light", "maturity_rank")),
        draw.choice((1, -1)),
    )
    assert memory.matching(filters, k, order) == table.matching(filters, k, order)
    # A tie across the k-th place may be cut either way: all of them are asked for.
    near, far = (each.nearest(memory.vector(ids[seed]), 500, filters) for each in both)
    assert [hit.id for hit in near] == [hit.id for hit in far]
    assert np.allclose([hit.score for hit in near], [hit.score for hit in far], atol=2e-6)


def test_filters_are_not_all_empty_or_full(both):
    """Or the test above would prove nothing."""
    memory, _ = both
    sizes = [len(memory.matching(_filters(random.Random(s), list(memory.titles)), 500)) for s in range(40)]
    assert sum(0 < size < 200 for size in sizes) > 15


def test_equal_vectors_stand_by_id_and_the_first_of_them_are_taken(both):
    for catalogue in both:
        same = [i for i, t in catalogue.titles.items() if t.logline == "The same story."]
        hits = catalogue.nearest(catalogue.vector(same[0]), 500)
        assert [h.id for h in hits[: len(same)]] == same == sorted(same)
        assert len({h.score for h in hits[: len(same)]}) == 1
    memory = both[0]
    assert [h.id for h in memory.nearest(memory.vector(same[0]), 3)] == same[:3]


def test_hybrid_is_both_searches_fused(both):
    memory, table = both
    for filters in (None, Filters(kind="film")):
        assert memory.hybrid("Title 7 heist story", 20, filters) == table.hybrid("Title 7 heist story", 20, filters)


@pytest.mark.parametrize("k", [0, -1])
def test_nothing_asked_for_is_nothing_found(k):
    scan = Scan({"a": Title(id="a", name="A", year=2000, kind="film")}, np.ones((1, 1), dtype=np.float32))
    assert scan.nearest(np.ones(1, dtype=np.float32), k, Filters()) == []
    assert scan.matching(k, Filters(), [("fame", 1)]) == []


def test_every_column_can_be_ordered_by():
    title = Title(id="a", name="A", year=2000, kind="film")
    scan = Scan({"a": title}, np.ones((1, 1), dtype=np.float32))
    for name in (*SCALARS, *TONES):
        assert scan.matching(1, Filters(), [(name, 1)])[0][0] == "a"


def test_a_filter_that_cannot_be_is_refused_in_memory_too():
    scan = Scan({"a": Title(id="a", name="A", year=2000, kind="film")}, np.ones((1, 1), dtype=np.float32))
    for filters in (Filters(tone_min={"spicy": 0.5}), Filters(maturity_max="PG"), Filters(fame_min=float("inf"))):
        with pytest.raises(InputError):
            scan.matching(1, filters, [("fame", 1)])
