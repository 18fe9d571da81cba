import json
import shutil

import numpy as np
import pytest

from matinee.errors import CatalogueDamaged, CatalogueMismatch, CatalogueMissing, InputError
from matinee.index.build import build
from matinee.index.catalogue import open_catalogue
from matinee.index.filters import Filters
from matinee.index.manifest import read_manifest
from matinee.index.sources.source import Source, open_sources
from matinee.index.store import TitleVectorStore
from matinee.index.title import fold
from tests.index.fakes import FakeEmbedding
from tests.index.paths import plain
from tests.toy import TOY, toy_title

pytestmark = pytest.mark.slow

DARK = toy_title("Dark", "series")


def _built(folder, embedder=None):
    path = folder.parent / "my titles.jsonl"
    path.write_text("".join(json.dumps({"id": t.id, "title": t.name, "year": t.year}) + "\n" for t in TOY[:3]))
    build(open_sources("jsonl", [path]), folder, embedder or FakeEmbedding())
    return folder


def _fails(folder, error, *words):
    with pytest.raises(error) as caught:
        open_catalogue(folder, FakeEmbedding())
    text = str(caught.value)
    assert "\n" not in text
    for word in (*words, str(folder)):
        assert word in text


def test_titles_are_all_there(toy):
    assert {i: plain(t) for i, t in toy.titles.items()} == {t.id: plain(t) for t in TOY}
    with pytest.raises(TypeError):
        toy.titles["x"] = DARK
    assert toy.info.titles == len(TOY)


def test_something_like_dark(toy):
    nearest = toy.nearest(toy.vector(DARK.id), 5, Filters(ids_not=(DARK.id,)))
    assert nearest[0].score > nearest[-1].score
    assert {"Russian Doll", "Back to the Future"} & {toy.titles[h.id].name for h in nearest[:3]}
    lighter = toy.nearest(toy.vector(DARK.id), 3, Filters(ids_not=(DARK.id,), tone_min={"light": 0.5}))
    assert toy.titles[lighter[0].id].name in {"Russian Doll", "Back to the Future"}


def test_the_nearest_to_a_title_is_itself(toy):
    for ident in toy.titles:
        first, second = toy.nearest(toy.vector(ident), 2)
        assert first.id == ident
        assert first.score == pytest.approx(1, abs=1e-5)
        assert second.score < 0.99


def test_scores_are_cosines(toy):
    query = toy.embed("a comedy about hotels")
    for hit in toy.nearest(query, 10):
        assert hit.score == pytest.approx(max(0, float(query @ toy.vector(hit.id))), abs=1e-5)


def test_k_bounds_every_search(toy):
    assert len(toy.nearest(toy.vector(DARK.id), 4)) == 4
    assert len(toy.keyword("the", 4)) == 4
    assert len(toy.matching(Filters(), 4)) == 4
    assert len(toy.nearest(toy.vector(DARK.id), 1_000)) == len(TOY)


def test_vectors_in_the_order_asked(toy):
    ids = [DARK.id, toy_title("Seven").id, DARK.id]
    rows = toy.vectors(ids)
    assert rows.shape == (3, 384)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert np.array_equal(rows[0], rows[2])
    assert np.array_equal(rows[1], toy.vector(ids[1]))
    assert toy.vectors([]).shape == (0, 384)
    with pytest.raises(KeyError):
        toy.vector("nothing")


@pytest.mark.parametrize(
    ("order", "first", "score"),
    [
        (("light", 1), "Singin' in the Rain", 0.98),
        (("light", -1), "Schindler's List", 0.96),
        (("fame", 1), "Back to the Future", 0.97),
        (("fame", -1), "Dark", 0.95),
        (("year", 1), "Severance", 1.0),
        (("year", -1), "Singin' in the Rain", 1.0),
        (("runtime_minutes", 1), "Seven Samurai", 1.0),
        (("seasons", 1), "Dark", 1.0),
    ],
)
def test_facts_alone_in_order(toy, order, first, score):
    hits = toy.matching(Filters(), 100, order)
    assert toy.titles[hits[0].id].name == first
    assert hits[0].score == pytest.approx(score)
    assert len(hits) == len(TOY)


def test_unknown_values_come_last(toy):
    hits = toy.matching(Filters(), 100, ("seasons", -1))
    assert [toy.titles[h.id].kind for h in hits[:5]] == ["series"] * 5
    assert toy.titles[hits[0].id].seasons == 1


@pytest.mark.parametrize("name", ["charm", "id", "light) --", "tone_light; --"])
def test_an_order_that_is_no_column(toy, name):
    with pytest.raises(InputError, match="cannot be ordered"):
        toy.matching(Filters(), 3, (name, 1))


def test_vocabularies(toy):
    assert toy.themes["small-town secrets"] == 4
    assert next(iter(toy.themes)) in {"small-town secrets", "time loops"}
    assert toy.people[fold("toshiro mifune")] == "Toshirō Mifune"
    assert toy.people["natasha lyonne"] == "Natasha Lyonne"
    assert toy.genres["science fiction"] == "science fiction"
    assert toy.languages["korean"] == "Korean"
    assert toy.countries["south korea"] == "South Korea"


def test_no_catalogue(tmp_path):
    _fails(tmp_path / "none", CatalogueMissing, "matinee index build --source KIND PATH --to")
    (tmp_path / "empty").mkdir()
    _fails(tmp_path / "empty", CatalogueMissing)
    (tmp_path / "file").write_text("x")
    _fails(tmp_path / "file", CatalogueMissing, "is a file")


def test_a_folder_of_something_else(tmp_path):
    (tmp_path / "holiday.jpg").write_bytes(b"x")
    _fails(tmp_path, CatalogueDamaged, "holds other files")


def test_another_embedder(tmp_path):
    folder = _built(tmp_path / "my catalogue")

    class Other(FakeEmbedding):
        model_name: str = "other"

    with pytest.raises(CatalogueMismatch) as caught:
        open_catalogue(folder, Other())
    text = str(caught.value)
    assert "ollama:fake" in text
    assert "ollama:other" in text
    source = folder.parent / "my titles.jsonl"
    assert f"matinee index build --source jsonl '{source}' --to '{folder}'" in text


def test_the_starter_is_rebuilt_without_a_path(tmp_path):
    build([Source("starter", "", TOY)], tmp_path / "c", FakeEmbedding())
    command = read_manifest(tmp_path / "c").rebuild(tmp_path / "c")
    assert command == f"matinee index build --source starter --to {tmp_path / 'c'}"


def test_another_schema(tmp_path):
    folder = _built(tmp_path / "c")
    manifest = json.loads((folder / "manifest.json").read_text())
    (folder / "manifest.json").write_text(json.dumps({**manifest, "schema": 99}))
    _fails(folder, CatalogueMismatch, "schema 99", "matinee index build --source jsonl")


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"titles": "many"}', "\x00"])
def test_a_damaged_manifest(tmp_path, content):
    folder = _built(tmp_path / "c")
    (folder / "manifest.json").write_text(content)
    _fails(folder, CatalogueDamaged, "matinee index build")


def test_a_manifest_of_bytes(tmp_path):
    folder = _built(tmp_path / "c")
    (folder / "manifest.json").write_bytes(b"\xff\xfe\x00")
    _fails(folder, CatalogueDamaged)


def test_a_missing_table(tmp_path):
    folder = _built(tmp_path / "c")
    shutil.rmtree(folder / read_manifest(folder).data)
    _fails(folder, CatalogueDamaged, "matinee index build --source jsonl")


@pytest.mark.parametrize("garbage", [None, b"", b"garbage"])
def test_missing_or_broken_table_files(tmp_path, garbage):
    folder = _built(tmp_path / "c")
    for file in (folder / read_manifest(folder).data).rglob("data/*"):
        if garbage is None:
            file.unlink()
        else:
            file.write_bytes(garbage)
    _fails(folder, CatalogueDamaged, "matinee index build --source jsonl")


def test_titles_that_went_missing(tmp_path):
    folder = _built(tmp_path / "c")
    catalogue = open_catalogue(folder, FakeEmbedding())
    TitleVectorStore.open(folder / catalogue.info.data).delete(TOY[0].id)
    _fails(folder, CatalogueDamaged, "2 of 3 titles")


def test_a_table_that_goes_away_is_one_clear_line(tmp_path):
    folder = _built(tmp_path / "c")
    catalogue = open_catalogue(folder, FakeEmbedding())
    shutil.rmtree(folder / catalogue.info.data)
    with pytest.raises(CatalogueDamaged, match="can no longer be read") as caught:
        catalogue.keyword("dark", 5)
    assert "\n" not in str(caught.value)
    assert len(catalogue.nearest(catalogue.vector(TOY[0].id), 3)) == 3
