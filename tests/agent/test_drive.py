"""A model that can call tools drives the turn; a scripted one stands in, since no such weights fit a test machine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from langchain_core.language_models.chat_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, ToolMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult

from matinee.agent.agent import Agent
from matinee.agent.models.choose import ChosenModel
from matinee.index.catalogue import Catalogue


class Scripted(BaseChatModel):
    """Makes the calls it is given, one a turn, then stops; writes ``prose`` where it is streamed."""

    calls: tuple[tuple[str, dict[str, Any]], ...] = ()
    prose: str = ""
    fails: bool = False

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def bind_tools(self, tools: Any, **kwargs: Any) -> Any:
        return self

    def _generate(self, messages: list[Any], stop: Any = None, run_manager: Any = None, **_: Any) -> ChatResult:
        if self.fails:
            raise ConnectionError("the server went away")
        made = sum(isinstance(m, ToolMessage) for m in messages)
        if made < len(self.calls):
            name, args = self.calls[made]
            message = AIMessage(content="", tool_calls=[{"name": name, "args": args, "id": f"call{made}"}])
        else:
            message = AIMessage(content="Inception II (2031) is what you want.")
        return ChatResult(generations=[ChatGeneration(message=message)])

    def _stream(
        self, messages: list[Any], stop: Any = None, run_manager: Any = None, **_: Any
    ) -> Iterator[ChatGenerationChunk]:
        if self.prose:
            yield ChatGenerationChunk(message=AIMessageChunk(content=self.prose))
        else:
            result = self._generate(messages)
            message = result.generations[0].message
            yield ChatGenerationChunk(
                message=AIMessageChunk(content=message.content, tool_calls=getattr(message, "tool_calls", []))
            )


def agent(toy: Catalogue, **script: Any) -> Agent:
    model = Scripted(**script)
    return Agent(toy, ChosenModel(model=model, name="scripted", kind="ollama", tools=True, note=""))


def test_the_models_search_becomes_the_picks(toy: Catalogue) -> None:
    turn = agent(toy, calls=(("search", {"wish": "a musical"}),)).ask("sing me to sleep with a film")
    assert turn.picks[0].title.name == "Singin' in the Rain"
    assert "Inception II" not in turn.reply


def test_what_the_user_ruled_out_stays_out(toy: Catalogue) -> None:
    turn = agent(toy, calls=(("search", {"wish": "a musical"}),)).ask("something light, but no musicals")
    assert not any("musical" in p.title.genres for p in turn.picks)


def test_ask_back_asks(toy: Catalogue) -> None:
    turn = agent(toy, calls=(("ask_back", {"topic": "mood"}),)).ask("recommend me something")
    assert turn.request.act == "unclear"
    assert turn.reply.endswith("?")


def test_remember_is_kept(toy: Catalogue) -> None:
    talker = agent(toy, calls=(("remember", {"statement": "I can't stand musicals"}), ("search", {"wish": "light"})))
    talker.ask("something light", conversation="c")
    assert any(s.value == "musical" and not s.likes for s in talker.memory("c").taste)


@pytest.mark.parametrize("script", [{}, {"fails": True}, {"calls": (("nonsense", {}),)}])
def test_a_model_that_calls_nothing_or_fails_leaves_it_to_the_rules(toy: Catalogue, script: dict[str, Any]) -> None:
    turn = agent(toy, **script).ask("something like Dark but lighter")
    assert turn.picks
    assert "Inception II" not in turn.reply
    assert turn.request.liked[0].id == "dark-2017-series"


def test_an_endless_caller_is_bounded(toy: Catalogue) -> None:
    calls = tuple(("facts", {"title": "Dark", "fact": "cast"}) for _ in range(50))
    assert agent(toy, calls=calls).ask("something like Dark but lighter").picks
