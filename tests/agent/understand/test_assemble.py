"""Kinds, genres, places, people and audience as filters, and what contradicts what."""

from __future__ import annotations

import pytest

from matinee.index.filters import Filters
from tests.agent.understand.conftest import Say

NORDIC = ("Denmark", "Sweden", "Norway", "Finland", "Iceland")


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
    (
        "films by the director of Parasite",
        {"kind": "film", "people": ("Bong Joon-ho",), "ids_not": ("parasite-2019-film",)},
    ),
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


CONFLICTS = [
    ("a short thriller over three hours", ("short", "over three hours", "over three hours")),
    ("a thriller over three hours, but short", ("over three hours", "short", "over three hours")),
    ("a new film from the 1950s", ("new", "from the 1950s", "from the 1950s")),
    ("before 1950 and after 2000", ("before 1950", "after 2000", "after 2000")),
    ("light but dark", ("light", "dark", "dark")),
    ("a happy sad film", ("happy", "sad", "sad")),
    ("funny but not funny", ("funny", "not funny", "not funny")),
    ("horror but no horror", ("horror", "no horror", "horror")),
    ("a silent musical", ("silent", "musical", "musical")),
    ("a film with two seasons", ("film", "2 seasons", "film")),
    ("in French but not in French", ("French", "no French", "French")),
    ("with Tom Hanks but without Tom Hanks", ("Tom Hanks", "no Tom Hanks", "Tom Hanks")),
]


@pytest.mark.parametrize(("message", "words"), CONFLICTS)
def test_contradictions_are_said(say: Say, message: str, words: tuple[str, str, str]) -> None:
    assert [(c.one, c.other, c.kept) for c in say(message).conflicts] == [words]


def test_of_contradicting_bounds_the_last_stands(say: Say) -> None:
    filters = say("before 1950 and after 2000").filters
    assert (filters.year_min, filters.year_max) == (2001, None)


@pytest.mark.parametrize(
    "message",
    [
        "a musical in French from 2020",
        "a film from the 80s, after 1985",
        "from the 80s or the 90s",
        "a modern classic",
        "a funny horror film",
        "scary but not too scary",
        "dark without being depressing",
        "a film or a series",
        "a dark comedy",
        "mind-bending and funny",
    ],
)
def test_what_can_hold_together_is_no_conflict(say: Say, message: str) -> None:
    assert say(message).conflicts == ()


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
