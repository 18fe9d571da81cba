from matinee.index.merge import other_ids
from matinee.index.sources.known import with_starter
from matinee.index.sources.starter import read_starter
from matinee.index.title import Title


def test_a_title_the_starter_knows_gets_what_was_written_about_it():
    (dark,) = (title for title in read_starter() if title.id == "dark-2017-series")
    row = Title(
        id="x-1",
        name="DARK",
        year=2020,
        kind="series",
        countries=("Germany",),
        cast=(dark.cast[0], "Someone New"),
        genres=("drama",),
        seasons=3,
        logline="As the list has it.",
        facts={"on x": "yes"},
    )
    both = with_starter(row)
    assert (both.id, both.label) == ("x-1", "Dark (2017)")
    assert (both.tone, both.themes, both.logline, both.genres) == (dark.tone, dark.themes, dark.logline, dark.genres)
    assert both.cast == (*dark.cast, "Someone New")
    assert other_ids(both) == ("dark-2017-series",)
    assert both.facts["listed year"] == "2020"
    assert both.facts["description"] == "As the list has it."
    assert both.facts["on x"] == "yes"


def test_a_namesake_stays_what_it_is():
    film = Title(id="x-2", name="Dark", year=2018, kind="film", countries=("Germany",))
    remake = Title(id="x-3", name="Utopia", year=2020, kind="series", cast=("John Cusack", "Rainn Wilson"))
    assert with_starter(film) is film
    assert with_starter(remake) is remake
