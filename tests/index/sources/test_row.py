import pytest

from matinee.index.sources.row import title_from
from matinee.index.title import Title

FULL = {
    "id": 4711,
    "title": "Heat &amp; Dust",
    "year": "1983-01-20",
    "kind": "Movie",
    "genres": "Drama, Sci-Fi|Romantic",
    "directors": ["James Ivory"],
    "cast": [{"name": "Julie Christie"}, {"name": "Greta Scacchi"}],
    "countries": ["GB", "India"],
    "languages": ["en", "Hindi"],
    "runtime_minutes": "2h 13m",
    "seasons": None,
    "maturity": "PG-13",
    "overview": "<i>Two</i> stories.",
    "keywords": ["Colonial India", "affair"],
    "rating": "6.5/10",
    "votes": "3,456",
    "budget": 100,
    "studios": ["Merchant Ivory"],
    "empty": None,
}


def test_every_key_has_its_field():
    assert title_from(FULL) == Title(
        id="4711",
        name="Heat & Dust",
        year=1983,
        kind="film",
        genres=("drama", "science fiction", "romance"),
        directors=("James Ivory",),
        cast=("Julie Christie", "Greta Scacchi"),
        countries=("United Kingdom", "India"),
        languages=("English", "Hindi"),
        runtime_minutes=133,
        maturity="13+",
        logline="Two stories.",
        themes=("colonial india", "affair"),
        rating=6.5,
        votes=3456,
        facts={"maturity": "PG-13", "budget": "100", "studios": "Merchant Ivory"},
    )


def test_the_least_a_row_needs():
    assert title_from({"title": "Heat", "year": 1995}) == Title(
        id="heat-1995-film", name="Heat", year=1995, kind="film"
    )
    assert title_from({"title": "Dark", "year": 2017, "seasons": 3}).kind == "series"


def test_what_matinee_writes_it_reads():
    own = title_from(
        {
            "title": "Dark",
            "year": 2017,
            "kind": "series",
            "end_year": 2020,
            "aka": ["Finsternis"],
            "creators": ["Jantje Friese"],
            "themes": ["time loops"],
            "logline": "A boy is lost.",
            "overview": "Something else.",
            "fame": 0.8,
            "tone": {"light": 0.1, "funny": 2, "spicy": 0.5, "scary": "x"},
        }
    )
    assert (own.end_year, own.aka, own.creators, own.themes) == (
        2020,
        ("Finsternis",),
        ("Jantje Friese",),
        ("time loops",),
    )
    assert (own.logline, own.fame, own.tone) == ("A boy is lost.", 0.8, {"light": 0.1})


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("movie", "film"),
        ("MOVIES", "film"),
        ("Feature Film", "film"),
        ("tvMovie", "film"),
        ("TV Show", "series"),
        ("tv-series", "series"),
        ("tvMiniSeries", "series"),
        ("TV", "series"),
        ("Shows", "series"),
        ("series", "series"),
    ],
)
def test_kinds(written, kind):
    assert title_from({"title": "x", "year": 2000, "kind": written}).kind == kind


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({}, "no title"),
        ({"title": " <b></b> ", "year": 2000}, "no title"),
        ({"title": ["x"], "year": 2000}, "no title"),
        ({"title": "x"}, "no year"),
        ({"title": "x", "year": "soon"}, r"no year from 1870 to 2100 \('soon'\)"),
        ({"title": "x", "year": 99999}, "no year from 1870"),
        ({"title": "x", "year": 2000, "kind": "podcast"}, "kind 'podcast' is neither film nor series"),
    ],
)
def test_bad_rows(row, reason):
    with pytest.raises(ValueError, match=reason):
        title_from(row)


def test_what_no_field_can_hold_is_kept_as_a_fact():
    title = title_from({"title": "x", "year": 2000, "runtime_minutes": "long", "maturity": "NR", "rating": "n/a"})
    assert (title.runtime_minutes, title.maturity, title.rating) == (None, None, None)
    assert title.facts == {"runtime_minutes": "long", "maturity": "NR", "rating": "n/a"}
