import math

import pytest

from matinee.errors import InputError
from matinee.index.build import build
from matinee.index.catalogue import open_catalogue
from matinee.index.filters import Filters
from matinee.index.sources.source import Source
from matinee.index.store import TitleVectorStore, node_of
from matinee.index.title import Title
from matinee.index.where import where
from tests.index.fakes import FakeEmbedding
from tests.toy import TOY, toy_title

pytestmark = pytest.mark.slow

DARK, DARK_FILM = toy_title("Dark", "series"), toy_title("Dark", "film")
IT, IT_FILM = toy_title("It", "series"), toy_title("It", "film")


def _names(catalogue, filters):
    return {catalogue.titles[hit.id].name for hit in catalogue.matching(filters, 100)}


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({"kind": "series"}, {"Dark", "Russian Doll", "Severance", "It", "Fawlty Towers"}),
        ({"year_max": 1960}, {"Singin' in the Rain", "Seven Samurai"}),
        ({"year_min": 2018}, {"Russian Doll", "Severance", "Free Solo"}),
        ({"year_min": 1998, "year_max": 1998}, {"Run Lola Run"}),
        ({"runtime_max": 90, "kind": "film"}, {"Run Lola Run", "My Neighbor Totoro"}),
        ({"runtime_min": 180}, {"Schindler's List", "Seven Samurai"}),
        ({"seasons_min": 3}, {"Dark"}),
        ({"seasons_max": 1}, {"It"}),
        ({"series_seasons_max": 1, "kind": "series"}, {"It"}),
        ({"series_seasons_max": 1, "year_max": 1960}, {"Singin' in the Rain", "Seven Samurai"}),
        ({"maturity_max": "all"}, {"Singin' in the Rain", "My Neighbor Totoro"}),
        (
            {"maturity_max": "7+"},
            {"Singin' in the Rain", "My Neighbor Totoro", "Back to the Future", "Groundhog Day", "Fawlty Towers"},
        ),
        ({"languages": ("korean",)}, {"Memories of Murder"}),
        ({"languages": ("French", "KOREAN")}, {"Memories of Murder", "Amélie"}),
        ({"languages": ("Polish",)}, {"Schindler's List"}),
        (
            {"languages_not": ("English",)},
            {"Dark", "Run Lola Run", "Memories of Murder", "Seven Samurai", "My Neighbor Totoro", "Amélie"},
        ),
        ({"countries": ("south korea", "France")}, {"Memories of Murder", "Amélie"}),
        (
            {"countries_not": ("United States",)},
            {"Dark", "Run Lola Run", "Memories of Murder", "Seven Samurai", "My Neighbor Totoro", "Amélie"}
            | {"Fawlty Towers"},
        ),
        ({"genres": ("Comedy", "Romance")}, {"Groundhog Day", "Singin' in the Rain", "Amélie"}),
        ({"genres_any": ("documentary", "Musical")}, {"Free Solo", "Singin' in the Rain"}),
        ({"genres": ("science-fiction",), "genres_not": ("comedy",)}, {"Dark", "Severance"}),
        ({"people": ("John Cleese", "Connie Booth")}, {"Fawlty Towers"}),
        ({"people": ("bill skarsgard",)}, {"It"}),
        ({"people": ("Toshiro Mifune",)}, {"Seven Samurai"}),
        ({"people": ("Annette O'Toole",)}, {"It"}),
        ({"people": ("Gene Kelly", "Brad Pitt")}, set()),
        ({"people_any": ("Gene Kelly", "Brad Pitt")}, {"Singin' in the Rain", "Seven"}),
        ({"genres": ("comedy",), "people_not": ("Bill Murray", "Natasha Lyonne")}, None),
        ({"genres": ("horror",), "themes_not": ("Killer Clown",)}, {"Dark"}),
        ({"fame_min": 0.93}, {"Back to the Future", "Schindler's List"}),
        ({"fame_max": 0.5}, {"Dark", "It"}),
        ({"tone_min": {"light": 0.9}}, {"Singin' in the Rain", "My Neighbor Totoro"}),
        ({"tone_min": {"light": 0.97}, "tone_max": {"funny": 0.42}}, {"My Neighbor Totoro"}),
        ({"tone_max": {"light": 0.05, "hopeful": 0.06}}, {"Seven"}),
        ({"ids": (DARK.id, IT.id)}, {"Dark", "It"}),
        ({"ids": (DARK.id, IT.id), "ids_not": (IT.id,)}, {"Dark"}),
        ({"ids": ()}, set()),
        ({"kind": "film", "languages": ("French",), "year_min": 2000, "tone_min": {"romantic": 0.7}}, {"Amélie"}),
    ],
)
def test_each_field(toy, filters, names):
    found = _names(toy, Filters(**filters))
    if names is None:
        assert found == {"Back to the Future", "Singin' in the Rain", "Amélie", "Fawlty Towers"}
    else:
        assert found == names


def test_nothing_asked_is_no_condition():
    assert where(Filters()) is None


def test_every_filter_holds_in_every_search(toy):
    filters = Filters(kind="film", genres_not=("horror",), ids_not=(toy_title("Seven").id,))
    for hits in (
        toy.nearest(toy.vector(DARK.id), 50, filters),
        toy.keyword("dark city time serial killer clown town", 50, filters),
        toy.matching(filters, 50),
    ):
        found = [toy.titles[hit.id] for hit in hits]
        assert found
        assert all(t.kind == "film" and "horror" not in t.genres and t.name != "Seven" for t in found)


HOSTILE = [
    "Schindler's List",
    "'; DROP TABLE titles; --",
    "a\\' OR true --",
    '"quoted"',
    "100% _wild_",
    "日本語 ✓ é",
    "nul\x00byte",
    "`back`tick",
    "line\nbreak",
    "' OR '1'='1",
    "{brace} [bracket] $1 ?",
]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile") / "catalogue"
    titles = [
        Title(id=f"{text}#{n}", name=text, year=2000, kind="film", genres=(text,), cast=(text,), themes=(text,))
        for n, text in enumerate(HOSTILE)
    ]
    build([Source("toy", "", titles)], folder, FakeEmbedding())
    return open_catalogue(folder, FakeEmbedding())


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_any_value_is_a_value_and_never_sql(hostile, number):
    text = HOSTILE[number]
    ident = f"{text}#{number}"
    everything = set(hostile.titles)
    assert len(everything) == len(HOSTILE)
    assert {h.id for h in hostile.matching(Filters(ids=(ident,)), 100)} == {ident}
    assert {h.id for h in hostile.matching(Filters(ids_not=(ident,)), 100)} == everything - {ident}
    for field in ("genres", "people"):
        assert {h.id for h in hostile.matching(Filters(**{field: (text,)}), 100)} == {ident}
    assert {h.id for h in hostile.matching(Filters(themes_not=(text,)), 100)} == everything - {ident}


def test_unknown_values_fail_a_filter_but_people_and_themes_are_struck_only_where_known(tmp_path):
    bare = Title(id="bare", name="Lost Reel", year=1999, kind="film")
    store = TitleVectorStore.create(tmp_path / "table", 16)
    store.add(FakeEmbedding()([node_of(bare)]))

    def found(**filters):
        return bool(store.search.matching(5, where(Filters(**filters)), [("fame", 1)]))

    assert found()
    assert found(kind="film", year_min=1999)
    for filters in (
        {"runtime_max": 900},
        {"runtime_min": 1},
        {"seasons_max": 99},
        {"maturity_max": "18+"},
        {"languages": ("English",)},
        {"languages_not": ("English",)},
        {"countries": ("Japan",)},
        {"countries_not": ("Japan",)},
        {"genres": ("drama",)},
        {"genres_not": ("horror",)},
        {"people": ("Brad Pitt",)},
        {"fame_min": 0.0},
        {"fame_max": 1.0},
        {"tone_min": {"light": 0.0}},
        {"tone_max": {"light": 1.0}},
    ):
        assert not found(**filters), filters
    for filters in ({"people_not": ("Brad Pitt",)}, {"themes_not": ("heist",)}):
        assert found(**filters), filters


@pytest.mark.parametrize(
    "filters",
    [
        Filters(tone_min={"spicy": 0.5}),
        Filters(tone_max={"light) OR (true": 0.5}),
        Filters(tone_min={"light": math.nan}),
        Filters(fame_min=math.inf),
        Filters(maturity_max="PG"),
    ],
)
def test_what_cannot_be_filtered_by_is_one_clear_line(filters):
    with pytest.raises(InputError) as caught:
        where(filters)
    assert "\n" not in str(caught.value)


def test_an_empty_name_matches_nothing_and_excludes_nothing(toy):
    assert _names(toy, Filters(people=("!!!",))) == set()
    assert len(toy.matching(Filters(people_not=("!!!",), genres_not=("",)), 100)) == len(TOY)
