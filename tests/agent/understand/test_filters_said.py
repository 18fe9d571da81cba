"""Hard conditions in messages: years, lengths, kinds, genres, places, people, audience, and what contradicts what."""

from __future__ import annotations

import pytest

from matinee.index.filters import Filters
from tests.agent.understand.conftest import Say

NORDIC = ("Denmark", "Sweden", "Norway", "Finland", "Iceland")

YEARS = [
    ("from the 80s", 1980, 1989),
    ("80s films", 1980, 1989),
    ("films from the '80s", 1980, 1989),
    ("1980s thrillers", 1980, 1989),
    ("the nineties", 1990, 1999),
    ("a film of the seventies", 1970, 1979),
    ("early 90s", 1990, 1993),
    ("late 70s", 1976, 1979),
    ("mid-80s", 1984, 1986),
    ("from the 2000s", 2000, 2009),
    ("from the 00s", 2000, 2009),
    ("before 1970", None, 1969),
    ("pre-1970", None, 1969),
    ("before the 80s", None, 1979),
    ("older than 1980", None, 1979),
    ("up to 1960", None, 1960),
    ("after 2000", 2001, None),
    ("post-2000", 2001, None),
    ("since 2015", 2015, None),
    ("from 2015 on", 2015, None),
    ("from 2015 onwards", 2015, None),
    ("newer than 2010", 2011, None),
    ("not older than 2010", 2010, None),
    ("from 2019", 2019, 2019),
    ("released in 1994", 1994, 1994),
    ("1994 films", 1994, 1994),
    ("between 1990 and 2000", 1990, 2000),
    ("from 1990 to 1995", 1990, 1995),
    ("1990-2000", 1990, 2000),
    ("from the 60s to the 70s", 1960, 1979),
    ("in the last five years", 2021, None),
    ("from the last 10 years", 2016, None),
    ("from the past decade", 2016, None),
    ("this year", 2026, 2026),
    ("last year", 2025, 2025),
    ("this century", 2000, None),
    ("recent horror", 2021, None),
    ("a new series", 2021, None),
    ("something old", None, 1979),
    ("old westerns", None, 1979),
    ("a classic", None, 1979),
    ("a film set in the 1980s", None, None),
    ("set in Tokyo in the 1980s", None, None),
    ("a film about the 60s", None, None),
]


@pytest.mark.parametrize(("message", "low", "high"), YEARS)
def test_years(say: Say, message: str, low: int | None, high: int | None) -> None:
    filters = say(message).filters
    assert (filters.year_min, filters.year_max) == (low, high)


LENGTHS = [
    ("under 90 minutes", None, 89),
    ("at most 90 minutes", None, 90),
    ("90 min max", None, 90),
    ("90 minutes or less", None, 90),
    ("less than two hours", None, 119),
    ("no longer than two hours", None, 120),
    ("shorter than 2 hours", None, 119),
    ("2 hours tops", None, 120),
    ("an hour and a half at most", None, 90),
    ("under an hour and a half", None, 89),
    ("two and a half hours at most", None, 150),
    ("under 2h30", None, 149),
    ("1h45 max", None, 105),
    ("under 1.5 hours", None, 89),
    ("over 3h", 181, None),
    ("at least two hours", 120, None),
    ("longer than three hours", 181, None),
    ("more than 150 minutes", 151, None),
    ("about 100 minutes", 85, 115),
    ("a 90-minute film", 76, 103),
    ("between 90 and 120 minutes", 90, 120),
    ("I only have an hour", None, 60),
    ("we've got two hours", None, 120),
    ("a short film with Tom Hanks", None, 100),
    ("something short", None, 100),
    ("a long film", 150, None),
    ("nothing too long", None, 120),
    ("not too long", None, 120),
    ("series with short episodes", None, 35),
]


@pytest.mark.parametrize(("message", "low", "high"), LENGTHS)
def test_running_times(say: Say, message: str, low: int | None, high: int | None) -> None:
    filters = say(message).filters
    assert (filters.runtime_min, filters.runtime_max) == (low, high)


SEASONS = [
    ("just one season", None, 1),
    ("a one-season series", 1, 1),
    ("no more than three seasons", None, 3),
    ("under 3 seasons", None, 2),
    ("3 seasons or fewer", None, 3),
    ("at least five seasons", 5, None),
    ("more than two seasons", 3, None),
    ("a miniseries", None, 1),
    ("a limited series", None, 1),
    ("a short series", None, 2),
    ("a long-running show", 5, None),
]


@pytest.mark.parametrize(("message", "low", "high"), SEASONS)
def test_seasons(say: Say, message: str, low: int | None, high: int | None) -> None:
    filters = say(message).filters
    assert (filters.seasons_min, filters.seasons_max) == (low, high)


OTHERS = [
    ("a film", {"kind": "film"}),
    ("some movie", {"kind": "film"}),
    ("a good flick", {"kind": "film"}),
    ("a series", {"kind": "series"}),
    ("TV shows", {"kind": "series"}),
    ("a show about nothing", {"kind": "series"}),
    ("show me something French", {"countries": ("France",)}),
    ("not a film", {"kind": "series"}),
    ("no series please", {"kind": "film"}),
    ("a film or a series", {}),
    ("a sitcom", {"kind": "series", "genres": ("comedy",)}),
    ("an anime", {"genres": ("animation",), "countries": ("Japan",)}),
    ("anime films", {"kind": "film", "genres": ("animation",), "countries": ("Japan",)}),
    ("a documentary", {"genres": ("documentary",)}),
    ("docs", {"genres": ("documentary",)}),
    ("sci-fi", {"genres": ("science fiction",)}),
    ("SF films", {"kind": "film", "genres": ("science fiction",)}),
    ("a rom-com", {"genres": ("romance", "comedy")}),
    ("romcoms", {"genres": ("romance", "comedy")}),
    ("a romantic comedy", {"genres": ("romance", "comedy")}),
    ("whodunits", {"genres": ("mystery", "crime")}),
    ("thrillers", {"genres": ("thriller",)}),
    ("comedies", {"genres": ("comedy",)}),
    ("cartoons", {"genres": ("animation",)}),
    ("musicals", {"genres": ("musical",)}),
    ("a biopic", {"genres": ("biography",)}),
    ("period dramas", {"genres": ("history",)}),
    ("kung fu", {"genres": ("martial arts",)}),
    ("horror comedies", {"genres": ("horror", "comedy")}),
    ("a comedy or a thriller", {"genres_any": ("comedy", "thriller")}),
    ("Bollywood", {"countries": ("India",), "languages": ("Hindi",)}),
    ("a K-drama", {"kind": "series", "countries": ("South Korea",)}),
    ("k-dramas", {"kind": "series", "countries": ("South Korea",)}),
    ("Nordic noir", {"genres": ("crime",), "countries": NORDIC}),
    ("spaghetti westerns", {"genres": ("western",), "countries": ("Italy",)}),
    ("J-horror", {"genres": ("horror",), "countries": ("Japan",)}),
    ("no musicals", {"genres_not": ("musical",)}),
    ("no musicals or westerns", {"genres_not": ("musical", "western")}),
    ("no horror, musicals or westerns", {"genres_not": ("horror", "musical", "western")}),
    ("no horror and musicals", {"genres_not": ("horror", "musical")}),
    ("action, comedy", {"genres": ("action", "comedy")}),
    ("anything but horror", {"genres_not": ("horror",)}),
    ("not a comedy", {"genres_not": ("comedy",)}),
    ("I don't want a western", {"genres_not": ("western",)}),
    ("I'm sick of musicals", {"genres_not": ("musical",)}),
    ("a thriller, no horror", {"genres": ("thriller",), "genres_not": ("horror",)}),
    ("thrillers but not horror", {"genres": ("thriller",), "genres_not": ("horror",)}),
    ("French films", {"kind": "film", "countries": ("France",)}),
    ("in French", {"languages": ("French",)}),
    ("French-language films", {"kind": "film", "languages": ("French",)}),
    ("Korean thrillers", {"countries": ("South Korea",), "genres": ("thriller",)}),
    ("something German", {"countries": ("Germany",)}),
    ("films from Japan", {"kind": "film", "countries": ("Japan",)}),
    ("made in Ireland", {"countries": ("Ireland",)}),
    ("a film set in Japan", {"kind": "film"}),
    ("a Soviet film", {"kind": "film", "countries": ("Soviet Union",)}),
    ("US films", {"kind": "film", "countries": ("United States",)}),
    ("give us films", {"kind": "film"}),
    ("polish the plot", {}),
    ("Polish films", {"kind": "film", "countries": ("Poland",)}),
    ("not American", {"countries_not": ("United States",)}),
    ("no American films", {"countries_not": ("United States",)}),
    ("not in English", {"languages_not": ("English",)}),
    ("isn't in English", {"languages_not": ("English",)}),
    ("foreign films", {"kind": "film", "languages_not": ("English",)}),
    ("no subtitles", {"languages": ("English",)}),
    ("nothing with subtitles", {"languages": ("English",)}),
    ("Hong Kong action", {"countries": ("Hong Kong",), "genres": ("action",)}),
    ("with Tilda Swinton", {"people": ("Tilda Swinton",)}),
    ("with tilda swinton and bill murray", {"people": ("Tilda Swinton", "Bill Murray")}),
    ("by Kurosawa", {"people": ("Akira Kurosawa",)}),
    ("Kurosawa films", {"kind": "film", "people": ("Akira Kurosawa",)}),
    ("Kubrick's films", {"kind": "film", "people": ("Stanley Kubrick",)}),
    ("directed by Kubrik", {"people": ("Stanley Kubrick",)}),
    ("starring de niro", {"people": ("Robert De Niro",)}),
    ("with Robert Deniro", {"people": ("Robert De Niro",)}),
    ("films by Kurosawa or Ozu", {"kind": "film", "people_any": ("Akira Kurosawa", "Yasujirō Ozu")}),
    ("with Keanu", {"people": ("Keanu Reeves",)}),
    ("something with Wes Anderson", {"people": ("Wes Anderson",)}),
    ("no Tom Cruise", {"people_not": ("Tom Cruise",)}),
    ("without Tom Cruise please", {"people_not": ("Tom Cruise",)}),
    ("films by the director of Parasite", {"kind": "film", "people": ("Bong Joon-ho",)}),
    ("PG", {"maturity_max": "7+"}),
    ("rated PG-13", {"maturity_max": "13+"}),
    ("nothing R-rated", {"maturity_max": "13+"}),
    ("for my 8-year-old", {"maturity_max": "7+"}),
    ("suitable for a 5 year old", {"maturity_max": "all"}),
    ("for a 14-year-old", {"maturity_max": "13+"}),
    ("for the kids", {"maturity_max": "7+"}),
    ("kid-friendly", {"maturity_max": "7+"}),
    ("for the little ones", {"maturity_max": "all"}),
    ("suitable for a teenager", {"maturity_max": "13+"}),
    ("no zombies", {"themes_not": ("zombie apocalypse", "zombies")}),
    ("no zombie stuff", {"themes_not": ("zombie apocalypse", "zombies")}),
    ("Dark without the time travel", {"themes_not": ("time travel",)}),
    ("black and white", {"year_max": 1968}),
    ("something in colour", {"themes_not": ("black and white",)}),
]


@pytest.mark.parametrize(("message", "expected"), OTHERS)
def test_other_filters(say: Say, message: str, expected: dict[str, object]) -> None:
    assert say(message).filters == Filters.model_validate(expected)


COUNTS = [
    ("three films", 3),
    ("give me ten", 10),
    ("top 5 thrillers", 5),
    ("just one", 1),
    ("one film please", 1),
    ("a couple of comedies", 2),
    ("name 4 westerns", 4),
    ("5 suggestions", 5),
    ("give me 1000 films", None),
    ("0 films", None),
    ("a film", None),
    ("the second one", None),
    ("two hours", None),
    ("12 angry men", None),
    ("for my two kids", None),
    ("3 seasons", None),
]


@pytest.mark.parametrize(("message", "count"), COUNTS)
def test_counts(say: Say, message: str, count: int | None) -> None:
    assert say(message).count == count


FACT_SHIFTS = [
    ("like Dark but shorter", [("runtime", -1)]),
    ("like Dark but longer", [("runtime", 1)]),
    ("like Heat but older", [("year", -1)]),
    ("like Heat but newer", [("year", 1)]),
    ("like Heat but more recent", [("year", 1)]),
    ("like Dark but with fewer seasons", [("seasons", -1)]),
    ("better rated", [("rating", 1)]),
    ("the best thrillers", [("rating", 1)]),
    ("less known", [("fame", -1)]),
    ("hidden gems", [("fame", -1)]),
    ("something more famous", [("fame", 1)]),
    ("older than Jaws and Heat", [("year", -1)]),
    ("older than 1980", []),
    ("shorter than two hours", []),
    ("too long", [("runtime", -1)]),
    ("shorter and older", [("runtime", -1), ("year", -1)]),
]


@pytest.mark.parametrize(("message", "expected"), FACT_SHIFTS)
def test_fact_shifts(say: Say, message: str, expected: list[tuple[str, int]]) -> None:
    assert [(s.field, s.direction) for s in say(message).fact_shifts] == expected


CONFLICTS = [
    ("a short thriller over three hours", "short and over three hours"),
    ("before 1950 and after 2000", "before 1950 and after 2000"),
    ("light but dark", "light and dark"),
    ("funny but not funny", "funny and not funny"),
    ("horror but no horror", "horror and no horror"),
    ("a film with two seasons", "a film and 2 seasons"),
    ("in French but not in French", "French and no French"),
    ("with Tom Hanks but without Tom Hanks", "Tom Hanks and no Tom Hanks"),
]


@pytest.mark.parametrize(("message", "words"), CONFLICTS)
def test_contradictions_are_said(say: Say, message: str, words: str) -> None:
    assert say(message).conflicts == (words,)


def test_of_contradicting_bounds_the_last_stands(say: Say) -> None:
    filters = say("before 1950 and after 2000").filters
    assert (filters.year_min, filters.year_max) == (2001, None)


@pytest.mark.parametrize(
    "message",
    [
        "a silent musical in French from 2020",
        "a funny horror film",
        "scary but not too scary",
        "dark without being depressing",
        "a film or a series",
        "a dark comedy",
        "mind-bending and funny",
        "like Dark but lighter and then darker at the end",
    ],
)
def test_what_can_hold_together_is_no_conflict(say: Say, message: str) -> None:
    assert say(message).conflicts == ()


THEMES = [
    ("something about chess", ("chess",), ""),
    ("a film set in space", ("space",), ""),
    ("with a heist", ("heist",), ""),
    ("time travelling", ("time travel",), ""),
    ("about dream", ("dreams",), ""),
    ("small town secrets", ("small-town secrets",), ""),
    ("zombies but funny", ("zombies",), ""),
    ("a film about whales", (), "whales"),
    ("something about two sisters in Lisbon", (), "Lisbon"),
    ("dark comedies", ("dark comedy",), ""),
    ("could you please find me a really good film about beekeeping tonight", (), "beekeeping"),
    ("like Inception but with volcanoes", (), "volcanoes"),
    ("asdkjh", (), ""),
]


@pytest.mark.parametrize(("message", "themes", "rest"), THEMES)
def test_themes_and_what_is_left(say: Say, message: str, themes: tuple[str, ...], rest: str) -> None:
    request = say(message)
    assert request.themes == themes
    assert request.free_text == ("sisters Lisbon" if "sisters" in message else rest)


def test_a_title_is_no_theme(say: Say) -> None:
    request = say("something like Friends")
    assert request.themes == ()
    assert request.free_text == ""


def test_people_nobody_knows_are_said(say: Say) -> None:
    request = say("a thriller starring Zorb Blaxman")
    assert request.unknown == ("Zorb Blaxman",)
    assert request.near == ()


def test_one_sentence_with_everything(say: Say) -> None:
    request = say("three light-hearted French comedies from the 90s under two hours, like Amélie, no musicals please")
    assert [r.name for r in request.liked] == ["Amélie"]
    assert request.count == 3
    assert [s.axis for s in request.shifts] == ["light"]
    assert request.filters == Filters(
        year_min=1990,
        year_max=1999,
        runtime_max=119,
        genres=("comedy",),
        genres_not=("musical",),
        countries=("France",),
    )
