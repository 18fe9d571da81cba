import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from matinee.agent.models import choose, weights
from matinee.agent.models.choose import best, choose_chat
from matinee.agent.models.ollama import OllamaModel
from matinee.errors import ModelUnavailable, WeightsMissing
from matinee.settings import Settings
from tests.agent.models.fake_ollama import fake_ollama

pytestmark = pytest.mark.slow

CHAT = ["completion"]
TOOLS = ["completion", "tools"]
EMBEDS = ["embedding"]


@pytest.fixture
def nobody() -> str:
    """A host where nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}"


@pytest.fixture
def no_weights(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(weights, "find_spec", lambda name: None)
    weights.chat_weights.cache_clear()
    yield
    weights.chat_weights.cache_clear()


def _model(name: str, size: int, capabilities: list[str]) -> OllamaModel:
    return OllamaModel(name, size, "", frozenset(capabilities))


@pytest.mark.parametrize(
    ("models", "name"),
    [
        ([], None),
        ([("minilm:latest", 9, EMBEDS)], None),
        ([("huge:120b-cloud", 1, TOOLS)], None),
        ([("small:latest", 1, CHAT), ("large:latest", 2, CHAT)], "large:latest"),
        ([("talker:latest", 9, CHAT), ("worker:latest", 1, TOOLS)], "worker:latest"),
        ([("b:latest", 5, TOOLS), ("a:latest", 5, TOOLS)], "a:latest"),
        ([("minilm:latest", 9, EMBEDS), ("chat:latest", 1, CHAT)], "chat:latest"),
    ],
)
def test_the_best_model_has_tools_then_size_then_name(models, name):
    found = best([_model(*m) for m in models])
    assert (found.name if found else None) == name


def test_auto_takes_the_server_where_one_answers():
    with fake_ollama(models={"talker:latest": (9, CHAT), "worker:8b": (5, TOOLS)}) as fake:
        chosen = choose_chat(Settings(model="auto", ollama_host=fake.host))
    assert (chosen.kind, chosen.name, chosen.tools) == ("ollama", "worker:8b", True)
    assert chosen.model is not None
    assert fake.host in chosen.note


def test_auto_is_embedded_where_nothing_listens(nobody):
    chosen = choose_chat(Settings(model="auto", ollama_host=nobody))
    assert (chosen.kind, chosen.tools) == ("embedded", False)
    assert nobody in chosen.note


@pytest.mark.parametrize("what", [{"models": {}}, {"models": {"minilm:latest": (1, EMBEDS)}}, {"broken": True}])
def test_auto_is_embedded_where_the_server_has_nothing_to_offer(what):
    with fake_ollama(**what) as fake:
        assert choose_chat(Settings(model="auto", ollama_host=fake.host)).kind == "embedded"


def test_auto_is_not_taken_in_by_a_server_that_is_no_ollama():
    with socket.create_server(("127.0.0.1", 0)) as mute:
        chosen = choose_chat(Settings(model="auto", ollama_host=f"127.0.0.1:{mute.getsockname()[1]}"))
    assert chosen.kind == "embedded"


@pytest.mark.usefixtures("no_weights")
def test_auto_without_server_and_weights_composes_and_says_what_is_missing(nobody):
    chosen = choose_chat(Settings(model="auto", ollama_host=nobody))
    assert (chosen.kind, chosen.model, chosen.name) == ("none", None, "none")
    assert nobody in chosen.note
    assert "make chat" in chosen.note


def test_settings_reach_the_embedded_model(nobody, tmp_path):
    chosen = choose_chat(Settings(model="embedded", threads=3, context=1024), adapter=tmp_path / "a.gguf")
    assert (chosen.model.threads, chosen.model.context, chosen.model.adapter) == (3, 1024, tmp_path / "a.gguf")
    assert isinstance(chosen.model.path, Path)
    assert chosen.name == chosen.model.path.stem


@pytest.mark.usefixtures("no_weights")
def test_embedded_by_name_without_weights_names_the_fix():
    with pytest.raises(WeightsMissing, match="make chat"):
        choose_chat(Settings(model="embedded"))


def test_none_asks_nobody(monkeypatch):
    monkeypatch.setattr(choose, "server_version", None)
    assert choose_chat(Settings(model="none")).model is None


@pytest.mark.parametrize("name", ["worker", "worker:latest"])
def test_a_name_without_tag_is_the_latest(name):
    with fake_ollama(models={"worker:latest": (1, TOOLS), "worker:70b": (9, TOOLS)}) as fake:
        assert choose_chat(Settings(model=f"ollama:{name}", ollama_host=fake.host)).name == "worker:latest"


def test_a_wrong_name_lists_the_models_there_are_and_how_to_get_it():
    with (
        fake_ollama(models={"talker:latest": (1, CHAT), "minilm:latest": (1, EMBEDS)}) as fake,
        pytest.raises(ModelUnavailable) as raised,
    ):
        choose_chat(Settings(model="ollama:talkre", ollama_host=fake.host))
    assert "talker:latest" in str(raised.value)
    assert "minilm" not in str(raised.value)
    assert "ollama pull talkre" in str(raised.value)
    assert "\n" not in str(raised.value)


def test_an_embedding_model_cannot_chat():
    with (
        fake_ollama(models={"minilm:latest": (1, EMBEDS)}) as fake,
        pytest.raises(ModelUnavailable, match="only makes embeddings"),
    ):
        choose_chat(Settings(model="ollama:minilm", ollama_host=fake.host))


def test_a_named_model_without_a_server_names_the_fix(nobody):
    with pytest.raises(ModelUnavailable, match="ollama serve"):
        choose_chat(Settings(model="ollama:talker", ollama_host=nobody))


def test_a_proxy_in_the_environment_does_not_see_a_local_server(monkeypatch, nobody):
    monkeypatch.setenv("HTTP_PROXY", nobody)
    monkeypatch.setenv("ALL_PROXY", nobody)
    monkeypatch.delenv("NO_PROXY", raising=False)
    with fake_ollama(models={"worker:latest": (1, TOOLS)}, chat="error") as fake:
        chosen = choose_chat(Settings(model="auto", ollama_host=fake.host))
        assert chosen.kind == "ollama"
        assert next(chosen.model.stream("hello")).text == "two "
