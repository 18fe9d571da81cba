import socket

import httpx
import pytest
from langchain_core.language_models import GenericFakeChatModel

from matinee.agent.models.choose import choose_chat
from matinee.agent.models.stream import stream_text, with_sampling
from matinee.errors import ModelInterrupted, ModelUnavailable
from matinee.settings import Settings
from tests.agent.models.fake_ollama import fake_ollama

pytestmark = pytest.mark.slow

SAMPLING = {"max_tokens": 40, "seed": 1, "temperature": 0.0}


def _chat(host):
    return choose_chat(Settings(model="auto", ollama_host=host)).model


def _fake(chat):
    return fake_ollama(models={"worker:latest": (1, ["completion"])}, chat=chat)


def test_the_server_is_asked_for_what_the_caller_wants():
    with _fake("error") as fake, pytest.raises(ModelInterrupted):
        list(stream_text(_chat(fake.host), "hello", max_tokens=7, seed=11, temperature=0.5, stop=["\n"]))
    (asked,) = fake.asked
    assert asked["options"] == {"num_predict": 7, "seed": 11, "temperature": 0.5, "stop": ["\n"]}
    assert asked["stream"] is True


@pytest.mark.parametrize("breaks", ["cut", "error"])
def test_a_reply_that_breaks_in_the_middle_is_interrupted_after_its_words(breaks):
    heard = []
    with _fake(breaks) as fake, pytest.raises(ModelInterrupted) as raised:
        heard.extend(stream_text(_chat(fake.host), "hello", **SAMPLING))
    assert heard[0] == "two "
    assert "\n" not in str(raised.value)


def test_closing_the_stream_closes_the_connection():
    with _fake("endless") as fake:
        pieces = stream_text(_chat(fake.host), "hello", **SAMPLING)
        assert [next(pieces) for _ in range(3)] == ["on "] * 3
        assert not fake.hung_up.is_set()
        pieces.close()
        assert fake.hung_up.wait(30)


def test_a_server_that_closes_without_a_word_is_interrupted():
    with _fake("silent") as fake, pytest.raises(ModelInterrupted):
        list(stream_text(_chat(fake.host), "hello", **SAMPLING))


def test_a_server_that_is_gone_is_unavailable():
    with _fake("endless") as fake:
        chat = _chat(fake.host)
    with pytest.raises(ModelUnavailable, match="MATINEE_MODEL=embedded"):
        list(stream_text(chat, "hello", **SAMPLING))


def test_a_server_that_falls_silent_times_out_as_interrupted():
    with socket.create_server(("127.0.0.1", 0)) as mute:
        with _fake("endless") as fake:
            chat = _chat(fake.host)
        chat = type(chat)(
            model="worker",
            base_url=f"http://127.0.0.1:{mute.getsockname()[1]}",
            client_kwargs={"timeout": httpx.Timeout(5, read=0.05), "trust_env": False},
        )
        with pytest.raises(ModelInterrupted, match="timed out"):
            list(stream_text(chat, "hello", **SAMPLING))


def test_sampling_leaves_the_model_as_it_was():
    with _fake("endless") as fake:
        chat = _chat(fake.host)
    tuned = with_sampling(chat, max_tokens=3, seed=5, temperature=0.25)
    assert (tuned.num_predict, tuned.seed, tuned.temperature) == (3, 5, 0.25)
    assert (chat.num_predict, chat.seed, chat.temperature) == (None, None, None)


def test_any_other_langchain_model_streams_too():
    model = GenericFakeChatModel(messages=iter(["one two three"]))
    assert "".join(stream_text(model, [("user", "count")], **SAMPLING)) == "one two three"


def test_a_thinking_model_is_told_to_answer_at_once():
    with fake_ollama(models={"thinker:latest": (1, ["completion", "thinking"])}, chat="error") as fake:
        with pytest.raises(ModelInterrupted):
            list(stream_text(_chat(fake.host), "hello", **SAMPLING))
        assert fake.asked[0]["think"] is False
