import json

import numpy as np
import pytest

from matinee.index.build import build
from matinee.index.catalogue import open_catalogue
from matinee.index.sources.source import open_sources
from matinee.index.text import embedded_text
from matinee.index.title import TONE_AXES, Title
from matinee.index.tone.fill import FillTones, fill_tones
from matinee.index.tone.shipped import shipped_model
from tests.index.fakes import FakeEmbedding
from tests.toy import TOY

pytestmark = pytest.mark.slow

HORROR = Title(
    id="h", name="The Cellar of Mrs Quist", year=2019, kind="film", genres=("horror",), maturity="18+",
    logline="A masked killer drags five students into a cellar and hunts them one by one with a butcher's knife.",
)  # fmt: skip
CUDDLY = Title(
    id="c", name="Bartholomew the Hedgehog", year=2015, kind="film", genres=("Animation", "Kids"), maturity="all",
    logline="A little hedgehog and his forest friends plan a birthday picnic with songs, cakes and a very silly goose.",
)  # fmt: skip


@pytest.fixture(scope="module")
def filled(embedder):
    titles = [HORROR, CUDDLY]
    vectors = np.array(embedder.get_text_embedding_batch([embedded_text(t) for t in titles]), dtype=np.float32)
    return fill_tones(titles, vectors)


def test_titles_without_tone_are_placed_where_they_belong(filled):
    horror, cuddly = filled
    assert set(horror.tone) == set(cuddly.tone) == set(TONE_AXES)
    assert all(0 <= value <= 1 for title in filled for value in title.tone.values())
    assert horror.tone["scary"] > 0.6 > 0.2 > cuddly.tone["scary"]
    assert horror.tone["violent"] > 0.5 > 0.25 > cuddly.tone["violent"]
    assert cuddly.tone["light"] > 0.7 > 0.3 > horror.tone["light"]
    assert cuddly.tone["family"] > 0.7 > 0.2 > horror.tone["family"]


def test_predicted_axes_are_marked_with_their_spread(filled):
    for title in filled:
        assert set(title.tone_spread) == set(TONE_AXES)
        assert all(0 < spread < 0.5 for spread in title.tone_spread.values())


def test_an_authored_tone_stays(embedder):
    vectors = np.zeros((len(TOY), 384), dtype=np.float32)
    assert fill_tones(TOY, vectors) == TOY


def test_a_partial_tone_is_completed():
    title = HORROR.model_copy(update={"tone": {"scary": 0.1, "light": 0.9}})
    (full,) = fill_tones([title], np.zeros((1, 384), dtype=np.float32))
    assert (full.tone["scary"], full.tone["light"]) == (0.1, 0.9)
    assert set(full.tone) == set(TONE_AXES)
    assert set(full.tone_spread) == set(TONE_AXES) - {"scary", "light"}


def test_a_title_that_the_starter_knows_gets_its_authored_tone():
    theirs = Title(id="s1", name="Matrix, The", year=1999, kind="film", genres=("Action",))
    unlike = theirs.model_copy(update={"id": "s2", "year": 1985})
    known, unknown = fill_tones([theirs, unlike], np.zeros((2, 384), dtype=np.float32))
    assert known.tone_spread == {}
    assert known.tone["fantastic"] > 0.6
    assert unknown.tone_spread


def test_nothing_in_nothing_out():
    assert fill_tones([], np.zeros((0, 384), dtype=np.float32)) == []
    assert FillTones(embedder=FakeEmbedding())([]) == []


def test_a_built_catalogue_has_tones(tmp_path, embedder):
    rows = [
        {"id": t.id, "title": t.name, "year": t.year, "kind": "movie", "genres": list(t.genres),
         "overview": t.logline, "maturity": t.maturity}
        for t in (HORROR, CUDDLY)
    ]  # fmt: skip
    source = tmp_path / "two.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows))
    build(open_sources("jsonl", [source]), tmp_path / "c", embedder)
    titles = open_catalogue(tmp_path / "c", embedder).titles
    assert titles["h"].tone["scary"] > titles["c"].tone["scary"] + 0.4
    assert set(titles["c"].tone_spread) == set(TONE_AXES)


def test_with_another_embedder_the_model_reads_its_own_vectors(tmp_path, embedder):
    titles = []
    for name, used in (("ours", embedder), ("theirs", FakeEmbedding())):
        source = tmp_path / "one.jsonl"
        source.write_text(
            json.dumps({"id": "h", "title": HORROR.name, "year": 2019, "overview": HORROR.logline}) + "\n"
        )
        build(open_sources("jsonl", [source]), tmp_path / name, used)
        titles.append(open_catalogue(tmp_path / name, used).titles["h"])
    assert titles[0].tone == titles[1].tone


def test_the_shipped_model_is_for_the_shipped_embedder(embedder):
    (vector,) = embedder.get_text_embedding_batch(["x"])
    model = shipped_model()
    assert model.landmarks.shape[1] == len(vector) + len(model.centre)
