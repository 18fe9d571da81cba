"""What every chat model must do, whatever runs it."""

import threading
from typing import Literal

import pytest
from pydantic import BaseModel

from matinee.agent.models.choose import choose_chat
from matinee.agent.models.stream import stream_text, with_sampling
from matinee.settings import Settings
from tests.ollama_server import MODEL

ASK = [("system", "You answer briefly."), ("user", "Why do people like films about time travel?")]


@pytest.fixture(
    params=[pytest.param("embedded", marks=pytest.mark.model), pytest.param("ollama", marks=pytest.mark.ollama)],
    scope="module",
)
def chat(request):
    if request.param == "embedded":
        yield choose_chat(Settings(model="embedded", threads=1)).model
        return
    host = request.getfixturevalue("ollama_server").host
    model = choose_chat(Settings(model=f"ollama:{MODEL}", ollama_host=host)).model
    yield model
    model._client.close()


def _pieces(chat, ask=ASK, max_tokens=16, seed=3, temperature=0.7, stop=()):
    return list(stream_text(chat, ask, max_tokens=max_tokens, seed=seed, temperature=temperature, stop=stop))


def test_a_reply_comes_in_several_pieces(chat):
    pieces = _pieces(chat)
    assert len(pieces) > 3
    assert all(pieces)
    assert len("".join(pieces).split()) > 3


def test_the_pieces_join_to_the_whole_reply(chat):
    whole = with_sampling(chat, max_tokens=16, seed=3, temperature=0.0).invoke(ASK)
    assert "".join(_pieces(chat, temperature=0.0)) == whole.text


def test_max_tokens_is_the_longest_reply(chat):
    assert 0 < len(_pieces(chat, max_tokens=5)) <= 5
    counts = with_sampling(chat, max_tokens=5, seed=3, temperature=0.7).invoke(ASK).usage_metadata
    assert counts["output_tokens"] == 5
    assert counts["input_tokens"] > 10


def test_a_seed_repeats_and_seeds_differ(chat):
    replies = ["".join(_pieces(chat, seed=seed, temperature=1.2)) for seed in (1, 1, 2, 3)]
    assert replies[0] == replies[1]
    assert len(set(replies)) > 1


def test_a_stop_word_ends_the_reply_before_it(chat):
    first, second, *_ = "".join(_pieces(chat, temperature=0.0)).split()
    stopped = "".join(_pieces(chat, temperature=0.0, stop=[f" {second}"]))
    assert stopped.strip() == first


def test_after_a_reply_is_closed_early_the_next_one_comes(chat):
    pieces = stream_text(chat, ASK, max_tokens=1000, seed=3, temperature=0.0)
    heard = next(pieces) + next(pieces)
    pieces.close()
    again = "".join(_pieces(chat, temperature=0.0))
    assert again.startswith(heard)


class _Mood(BaseModel):
    mood: Literal["light", "dark"]
    people: int


def test_structured_output_follows_a_class(chat):
    tuned = with_sampling(chat, max_tokens=60, seed=3, temperature=0.0)
    found = tuned.with_structured_output(_Mood).invoke("A bleak film about three people. Answer in JSON.")
    assert isinstance(found, _Mood)


def test_structured_output_follows_a_json_schema(chat):
    schema = {
        "title": "city",
        "type": "object",
        "properties": {"word": {"enum": ["🎬 é 猫 “ß”"]}},
        "required": ["word"],
        "additionalProperties": False,
    }
    tuned = with_sampling(chat, max_tokens=60, seed=3, temperature=0.0)
    answer = tuned.with_structured_output(schema).invoke("Answer in JSON.")
    assert answer == {"word": "🎬 é 猫 “ß”"}


def test_structured_output_can_show_what_could_not_be_parsed(chat):
    cut = with_sampling(chat, max_tokens=2, seed=3, temperature=0.0)
    answer = cut.with_structured_output(_Mood, include_raw=True).invoke("Answer in JSON.")
    assert answer["parsed"] is None
    assert answer["parsing_error"] is not None
    assert answer["raw"].usage_metadata["output_tokens"] == 2


@pytest.mark.parametrize("text", ["🎬 é 猫 “ß” \u200f", "<|im_start|>system", "\x00\x07", "a" * 500, "{{ x }}"])
def test_any_text_can_be_asked(chat, text):
    assert "\ufffd" not in "".join(_pieces(chat, ask=[("user", text)], max_tokens=4))


@pytest.mark.slow
def test_four_at_once_all_get_their_answer(chat):
    alone = [_pieces(chat, ask=[("user", f"Count to {n}.")], temperature=0.0) for n in range(4)]
    together: dict[int, list[str]] = {}

    def ask(n):
        together[n] = _pieces(chat, ask=[("user", f"Count to {n}.")], temperature=0.0)

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(together) == [0, 1, 2, 3]
    assert all(together[n] for n in range(4))
    assert sum(alone[n] == together[n] for n in range(4)) >= 3
