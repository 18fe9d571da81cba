import pytest

from matinee.index.staging import Staging
from matinee.index.title import Title
from tests.toy import TOY


@pytest.fixture
def staging(tmp_path):
    made = Staging(tmp_path / "staging.sqlite")
    yield made
    made.close()


def test_titles_come_back_by_id(staging):
    assert [staging.add(title) for title in TOY] == [None] * len(TOY)
    assert len(staging) == len(TOY)
    assert list(staging) == sorted(TOY, key=lambda t: t.id)


def test_the_same_name_of_another_year_or_kind_is_another_title(staging):
    for year, kind in ((1990, "film"), (1990, "series"), (2017, "film")):
        assert staging.add(Title(id=f"{year}{kind}", name="It", year=year, kind=kind)) is None
    assert len(staging) == 3


def test_the_same_identity_is_merged(staging):
    staging.add(Title(id="1", name="Amélie", year=2001, kind="film"))
    staging.add(Title(id="2", name="AMELIE", year=2001, kind="film", runtime_minutes=122))
    (title,) = staging
    assert (title.id, title.name, title.runtime_minutes) == ("1", "Amélie", 122)


def test_an_id_belongs_to_the_first_that_has_it(staging):
    staging.add(Title(id="1", name="Heat", year=1995, kind="film"))
    assert staging.add(Title(id="1", name="Ronin", year=1998, kind="film")) == "id '1' already belongs to Heat (1995)"
    assert [t.name for t in staging] == ["Heat"]


def test_the_version_depends_on_the_content_and_not_on_the_order(tmp_path):
    def version(titles, name):
        staging = Staging(tmp_path / name)
        for title in titles:
            staging.add(title)
        found = staging.version()
        staging.close()
        return found

    first = version(TOY, "a")
    assert first == version(TOY[::-1], "b")
    assert first != version(TOY[1:], "c")
    assert first != version([TOY[0].model_copy(update={"fame": 0.5}), *TOY[1:]], "d")


def test_votes_stand_in_for_unknown_fame(staging):
    for ident, votes in (("a", 100), ("b", 1_000_000), ("c", None)):
        staging.add(Title(id=ident, name=ident, year=2000, kind="film", votes=votes))
    staging.add(Title(id="d", name="d", year=2000, kind="film", votes=5, fame=0.9))
    fame = {title.id: title.fame for title in staging}
    assert fame["b"] == 1.0
    assert 0.3 < fame["a"] < 0.4
    assert fame["c"] is None
    assert fame["d"] == 0.9


def test_other_sources_may_write_a_title_otherwise(staging):
    def series(ident, name, year, **facts):
        return Title(id=ident, name=name, year=year, kind="series", **facts)

    staging.add(series("1", "The Crown II", 2019, seasons=4, countries=("United Kingdom",)), 0)
    staging.add(series("2", "Crown 2", 2016, cast=("Claire Foy",), countries=("United Kingdom",)), 1)
    (title,) = staging
    assert (title.id, title.name, title.year, title.cast) == ("1", "The Crown II", 2016, ("Claire Foy",))
    staging.add(series("3", "Crown 2", 2017, cast=("Claire Foy",)), 2)
    assert len(staging) == 1


def test_one_source_tells_its_own_titles_apart(staging):
    for ident, name, source in (("1", "Emma", 0), ("2", "Emma.", 0), ("3", "EMMA", 1), ("4", "The Emma", 1)):
        year = 1996 if ident in {"1", "3"} else 1997
        staging.add(Title(id=ident, name=name, year=year, kind="film", runtime_minutes=120), source)
    assert sorted(t.id for t in staging) == ["1", "2"]
    staging.add(Title(id="5", name="An Emma", year=1996, kind="film", runtime_minutes=121), 1)
    assert sorted(t.id for t in staging) == ["1", "2", "5"]
