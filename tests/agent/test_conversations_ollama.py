"""Whole conversations with a real Ollama server."""

from __future__ import annotations

from pathlib import Path

import pytest

from matinee.agent.agent import Agent
from matinee.agent.models.choose import choose_chat
from matinee.agent.turn import Cards, Done, Said
from matinee.errors import ModelUnavailable
from matinee.index.catalogue import Catalogue
from matinee.rlhf.store import Store
from matinee.settings import Settings
from tests.ollama_server import MODEL, OllamaServer

pytestmark = [pytest.mark.ollama, pytest.mark.slow, pytest.mark.timeout(900)]


def settings(server: OllamaServer, model: str = "auto") -> Settings:
    return Settings(model=model, ollama_host=server.host)


def test_a_conversation_is_streamed_grounded_and_stored(
    ollama_server: OllamaServer, toy: Catalogue, tmp_path: Path
) -> None:
    chosen = choose_chat(settings(ollama_server))
    assert chosen.kind == "ollama"
    store = Store(f"sqlite:///{tmp_path / 'turns.db'}")
    agent = Agent(toy, chosen, log=store)
    for message in ("something like Dark but lighter", "a film instead", "who's in the first one?"):
        events = list(agent.reply(message, conversation="c", user="ada"))
        assert any(isinstance(e, Said) for e in events)
        assert isinstance(events[-1], Done)
    turns = list(store.turns(conversation="c"))
    assert len(turns) == 3
    assert turns[0].completion
    assert turns[0].prompt
    assert turns[0].model.startswith(MODEL)
    assert all(p.title.id in toy.titles for turn in turns for p in turn.picks)
    assert all(s.by != "model" or s.text in turns[0].completion for s in turns[0].sentences)


def test_a_wrong_model_name_is_one_line_with_the_fix(ollama_server: OllamaServer) -> None:
    with pytest.raises(ModelUnavailable, match="ollama pull") as caught:
        choose_chat(settings(ollama_server, "ollama:no-such-model"))
    assert MODEL in str(caught.value)


def test_a_server_killed_in_mid_reply_leaves_it_to_the_composer(
    own_ollama_server: OllamaServer, toy: Catalogue
) -> None:
    agent = Agent(toy, choose_chat(settings(own_ollama_server)))
    turn = None
    for event in agent.reply("something like Dark but lighter", conversation="c", user="ada"):
        if isinstance(event, Cards):
            own_ollama_server.kill()
        if isinstance(event, Done):
            turn = event.turn
    assert turn is not None
    assert turn.picks
    assert len(turn.sentences) >= 3
    assert agent.ask("a musical", conversation="c").reply
