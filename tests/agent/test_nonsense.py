"""Messages that say nothing to any title, by themselves and after a wish."""

import pytest

from matinee.agent.agent import Agent
from matinee.agent.models.choose import ChosenModel

NOBODY = ChosenModel(None, "none", "none", tools=False, note="")


@pytest.fixture
def agent(toy):
    return Agent(toy, NOBODY, explore=False)


def test_after_a_wish_nonsense_is_asked_back_and_the_wish_stands(agent):
    first = agent.ask("a comedy", conversation="c")
    assert first.picks
    lost = agent.ask("asdkjh qwe", conversation="c")
    assert not lost.picks
    assert lost.request.act == "unclear"
    again = agent.ask("something shorter", conversation="c")
    assert again.request.filters.genres == ("comedy",)


@pytest.mark.parametrize("message", ["¿tienes algo en español?", "recomiendas alguna película?"])
def test_another_language_is_told_from_a_refinement(agent, message):
    agent.ask("a comedy", conversation="c")
    assert agent.ask(message, conversation="c").request.act == "foreign"


def test_surprises_differ_and_go_on(agent):
    first = agent.ask("surprise me", conversation="c")
    more = agent.ask("something else", conversation="c")
    assert first.picks
    assert more.picks
    assert not {p.title.id for p in first.picks} & {p.title.id for p in more.picks}
    drawn = (Agent(agent.catalogue, NOBODY, seed=s).ask("surprise me").picks for s in range(6))
    others = {tuple(p.title.id for p in picks) for picks in drawn}
    assert len(others) > 1
