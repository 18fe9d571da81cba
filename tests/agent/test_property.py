"""What must hold for any utterance whatever: a property test over generated conversations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from langchain_core.language_models.chat_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult

from matinee.agent.agent import Agent
from matinee.agent.models.choose import ChosenModel
from matinee.agent.turn import Turn
from matinee.index.catalogue import Catalogue
from matinee.index.title import fold
from tests.agent.utterances import utterances

UTTERANCES = 2000


class Liar(BaseChatModel):
    """A model that names titles, people and plots it was never given."""

    lies: tuple[str, ...] = (
        "You should watch Inception II (2031) with Tom Hanksworth. ",
        "It is just like The Godfather and Casablanca. ",
        "A grieving astronaut discovers a hidden murder in Paris. ",
        "It is not violent at all. ",
        "It came out in 1876 and has 43 seasons.",
    )

    @property
    def _llm_type(self) -> str:
        return "liar"

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: Any = None,
        run_manager: Any = None,
        **_: Any,
    ) -> ChatResult:
        return ChatResult(generations=[ChatGeneration(message=AIMessage(content="".join(self.lies)))])

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: Any = None,
        run_manager: Any = None,
        **_: Any,
    ) -> Iterator[ChatGenerationChunk]:
        for lie in self.lies:
            yield ChatGenerationChunk(message=AIMessageChunk(content=lie))


NOBODY = ChosenModel(model=None, name="none", kind="none", tools=False, note="")


def check(turn: Turn, before: Sequence[str], catalogue: Catalogue) -> None:
    """Every promise about one turn; ``before`` are ids named or ruled out earlier in the conversation."""
    request, titles = turn.request, catalogue.titles
    ids = [p.title.id for p in turn.picks]
    assert all(titles[i] == p.title for i, p in zip(ids, turn.picks, strict=True))
    assert len(set(ids)) == len(ids)
    ruled_out = {r.id for r in (*request.liked, *request.avoided)} | set(request.rejected)
    ruled_out |= set() if request.rewatch else set(request.seen)
    assert not ruled_out & set(ids)
    filters = request.filters
    for pick in turn.picks:
        folded = {fold(g) for g in pick.title.genres}
        assert not folded & {fold(g) for g in filters.genres_not}
        assert pick.title.id not in filters.ids_not
        assert 0 < pick.propensity <= 1
        assert pick.reasons
    assert turn.reply.strip()
    assert "  " not in turn.reply
    spoken = {*ids, *request.about, *before, *(r.id for r in (*request.liked, *request.avoided, *request.near))}
    spoken |= {*request.seen, *request.rejected}
    labels = {titles[i].label for i in spoken if i in titles}
    quoted = re.sub(r"“[^”]*”", "", turn.reply)
    # the signs that stand for titles and pronouns while a message is read
    assert "§" not in quoted
    assert "¤" not in quoted
    by_label = {t.label: t.id for t in titles.values()}
    for year in re.finditer(r"\(\d{4}\)", quoted):
        text = quoted[: year.end()]
        found = max((label for label in by_label if text.endswith(label)), key=len, default=None)
        assert found is not None, f"{text!r} ends in no title"
        assert any(text.endswith(label) for label in labels), f"{found!r} is no pick in {turn.reply!r}"


def converse(agent: Agent, catalogue: Catalogue, count: int, seed: int) -> None:
    done = 0
    for number, messages in enumerate(utterances(sorted(catalogue.titles.values(), key=lambda t: t.id), seed=seed)):
        before: list[str] = []
        for message in messages:
            turn = agent.ask(message, conversation=f"c{seed}-{number}")
            check(turn, before, catalogue)
            before += [p.title.id for p in turn.picks] + [r.id for r in turn.request.liked] + list(turn.request.about)
            done += 1
        if done >= count:
            return


@pytest.mark.slow
@pytest.mark.timeout(1500)
def test_any_utterance_composer_alone(starter: Catalogue) -> None:
    converse(Agent(starter, NOBODY), starter, UTTERANCES, seed=1)


@pytest.mark.slow
@pytest.mark.timeout(1500)
@pytest.mark.parametrize("tools", [False, True], ids=["small", "large"])
def test_any_utterance_with_a_lying_model(starter: Catalogue, tools: bool) -> None:
    liar = ChosenModel(model=Liar(), name="liar", kind="ollama", tools=tools, note="")
    converse(Agent(starter, liar), starter, 300, seed=2)


def test_a_lie_never_reaches_the_screen(toy: Catalogue) -> None:
    for tools in (False, True):
        liar = ChosenModel(model=Liar(), name="liar", kind="ollama", tools=tools, note="")
        turn = Agent(toy, liar).ask("something like Dark but lighter")
        assert turn.completion
        assert not any(lie.strip() in turn.reply for lie in Liar().lies)
        assert any(s.rejected and s.why for s in turn.sentences)
