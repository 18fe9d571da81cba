import pytest

from matinee.agent.models.choose import choose_chat
from matinee.agent.models.ollama import OllamaModel, list_models, server_version
from matinee.agent.models.stream import stream_text
from matinee.errors import ModelInterrupted, ModelUnavailable
from matinee.settings import Settings
from tests.agent.models.fake_ollama import fake_ollama
from tests.ollama_server import MODEL

LONG = {"max_tokens": 1500, "seed": 1, "temperature": 0.0}


@pytest.mark.parametrize(("name", "local"), [("qwen3:8b", True), ("gpt-oss:120b-cloud", False), ("glm:cloud", False)])
def test_cloud_models_are_not_local(name, local):
    assert OllamaModel(name, 1, "", frozenset()).local is local


@pytest.mark.parametrize("form", ["{host}", "{host}/", "{bare}"])
def test_the_host_may_be_written_in_any_usual_form(form):
    with fake_ollama(models={"b:latest": (2, ["completion"]), "a:latest": (1, ["embedding"])}) as fake:
        host = form.format(host=fake.host, bare=fake.host.removeprefix("http://"))
        assert server_version(host) == "0.0.fake"
        assert [(m.name, m.size, m.chats) for m in list_models(host)] == [("a:latest", 1, False), ("b:latest", 2, True)]


@pytest.mark.parametrize(
    "host", ["http://127.0.0.1:1", "http://[::1", "nonsense:port", "", "http://no.such.host.invalid"]
)
def test_a_host_that_cannot_be_reached_has_no_version_and_one_clear_line(host):
    assert server_version(host) is None
    with pytest.raises(ModelUnavailable, match="MATINEE_OLLAMA_HOST") as raised:
        list_models(host)
    assert "\n" not in str(raised.value)


def test_a_damaged_model_hides_no_other_and_an_old_server_is_taken_to_chat():
    with fake_ollama(models={"a:latest": (1, ["damaged"]), "b:latest": (2, None)}) as fake:
        assert [(m.name, m.chats) for m in list_models(fake.host)] == [("a:latest", False), ("b:latest", True)]


@pytest.mark.ollama
def test_a_real_server_says_its_version_and_models(ollama_server):
    assert server_version(ollama_server.host)[0].isdigit()
    model = next(m for m in list_models(ollama_server.host) if m.name == f"{MODEL}:latest")
    assert model.chats
    assert "tools" not in model.capabilities
    assert model.size > 50_000_000


@pytest.mark.ollama
def test_auto_takes_the_real_server(ollama_server):
    chosen = choose_chat(Settings(model="auto", ollama_host=ollama_server.host))
    assert (chosen.kind, chosen.name, chosen.tools) == ("ollama", f"{MODEL}:latest", False)


@pytest.mark.ollama
def test_a_wrong_name_on_a_real_server_names_the_models_there_are(ollama_server):
    with pytest.raises(ModelUnavailable, match=rf"ollama pull nobody.*{MODEL}:latest"):
        choose_chat(Settings(model="ollama:nobody", ollama_host=ollama_server.host))


@pytest.mark.ollama
@pytest.mark.slow
def test_a_killed_server_interrupts_the_reply_and_auto_goes_on_embedded(own_ollama_server):
    settings = Settings(model="auto", ollama_host=own_ollama_server.host)
    chosen = choose_chat(settings)
    assert chosen.kind == "ollama"
    pieces = stream_text(chosen.model, "Tell a very long story.", **LONG)
    heard = [next(pieces), next(pieces)]
    own_ollama_server.kill()
    with pytest.raises(ModelInterrupted):
        heard.extend(pieces)
    assert all(heard)
    with pytest.raises(ModelUnavailable):
        list(stream_text(chosen.model, "hello", **LONG))
    assert choose_chat(settings).kind == "embedded"
    own_ollama_server.start()
    assert list(stream_text(chosen.model, "hello", max_tokens=4, seed=1, temperature=0.0))
