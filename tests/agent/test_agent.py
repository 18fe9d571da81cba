"""Whole turns over the toy catalogue, with code alone as the voice."""

from __future__ import annotations

import uuid

import pytest

from matinee.agent.agent import Agent
from matinee.agent.models.choose import ChosenModel
from matinee.agent.turn import Cards, Done, Said, Turn, Understood
from matinee.index.catalogue import Catalogue

NOBODY = ChosenModel(model=None, name="none", kind="none", tools=False, note="")


@pytest.fixture(scope="module")
def agent(toy: Catalogue) -> Agent:
    return Agent(toy, NOBODY)


def names(turn: Turn) -> list[str]:
    return [p.title.name for p in turn.picks]


def hold(agent: Agent, *messages: str) -> list[Turn]:
    conversation = uuid.uuid4().hex
    return [agent.ask(message, conversation=conversation) for message in messages]


def test_like_dark_but_lighter(agent: Agent) -> None:
    turn = agent.ask("something like Dark but lighter")
    dark = agent.catalogue.titles["dark-2017-series"]
    assert turn.request.liked[0].id == dark.id
    assert names(turn)[0] in {"Russian Doll", "Back to the Future"}
    assert all(p.title.tone["light"] > dark.tone["light"] for p in turn.picks)
    assert "Dark" not in names(turn)
    assert "Seven" not in names(turn)
    assert "lighter: " in turn.picks[0].reasons[1].text
    assert turn.picks[0].title.label in turn.reply


def test_the_same_words_give_the_same_answer(toy: Catalogue) -> None:
    turns = [Agent(toy, NOBODY).ask("something like Dark but lighter") for _ in range(3)]
    assert len({turn.reply for turn in turns}) == 1
    assert len({tuple(names(turn)) for turn in turns}) == 1


def test_events_come_in_order(agent: Agent) -> None:
    kinds = [type(e) for e in agent.reply("a musical", conversation=uuid.uuid4().hex, user="ada")]
    assert kinds[:2] == [Understood, Cards]
    assert kinds[-1] is Done
    assert set(kinds[2:-1]) == {Said}


@pytest.mark.parametrize(
    ("message", "first"),
    [
        ("a musical", "Singin' in the Rain"),
        ("something in Korean", "Memories of Murder"),
        ("a documentary", "Free Solo"),
        ("a film with Liam Neeson", "Schindler's List"),
        ("something like Schindler's List", None),
    ],
)
def test_what_only_one_title_is(agent: Agent, message: str, first: str | None) -> None:
    turn = agent.ask(message)
    assert turn.picks
    if first:
        assert names(turn)[0] == first


def test_a_refinement_keeps_the_anchor(agent: Agent) -> None:
    first, second = hold(agent, "something like Dark but lighter", "a film instead")
    assert second.request.liked == first.request.liked
    assert all(p.title.kind == "film" for p in second.picks)


def test_what_was_rejected_or_seen_does_not_come_back(agent: Agent) -> None:
    turns = hold(agent, "something like Dark but lighter", "not the first one", "I've seen the second one")
    gone = {turns[0].picks[0].title.id, turns[1].picks[1].title.id}
    assert not gone & {p.title.id for p in turns[2].picks}
    assert turns[1].picks[0].title.id == turns[0].picks[1].title.id
    assert "off the list" in turns[1].reply
    assert "seen" in turns[2].reply


def test_never_musicals_holds_for_the_whole_conversation(agent: Agent) -> None:
    turns = hold(agent, "I can't stand musicals", "something light and hopeful", "something from the fifties")
    for turn in turns[1:]:
        assert not any("musical" in p.title.genres for p in turn.picks)


def test_questions_about_a_pick(agent: Agent) -> None:
    turns = hold(
        agent, "something like Dark but lighter", "who's in the second one?", "how long is it?", "why this one?"
    )
    second = turns[0].picks[1].title
    assert all(name in turns[1].reply for name in second.cast)
    assert second.label in turns[2].reply
    assert turns[0].picks[1].reasons[0].value[0] in turns[3].reply
    assert not any(turn.picks for turn in turns[1:])


@pytest.mark.parametrize(
    ("message", "act"),
    [
        ("thanks!", "thanks"),
        ("what's the weather?", "off_topic"),
        ("", "empty"),
        ("🎬", "empty"),
        ("\x00\x07", "empty"),
        ("recommend me something", "unclear"),
        ("quelque chose de drôle pour ce soir s'il vous plaît", "foreign"),
    ],
)
def test_every_other_message_has_its_answer(agent: Agent, message: str, act: str) -> None:
    turn = agent.ask(message)
    assert turn.request.act == act
    assert turn.reply
    assert not turn.picks


def test_an_unknown_title_is_said_and_not_guessed(agent: Agent) -> None:
    turn = agent.ask("something like Zorblax Returns but funnier")
    assert "Zorblax Returns" in turn.reply
    assert "not in this catalogue" in turn.reply


def test_twenty_thousand_characters(agent: Agent) -> None:
    turn = agent.ask("something like Dark but lighter " * 700)
    assert turn.reply


def test_a_contradiction_is_named(agent: Agent) -> None:
    turn = agent.ask("a short film over three hours")
    assert turn.request.conflicts
    assert "cannot both hold" in turn.reply


def test_closing_the_reply_stops_it_and_the_next_turn_works(agent: Agent) -> None:
    conversation = uuid.uuid4().hex
    events = agent.reply("something like Dark", conversation=conversation, user="ada")
    next(events)
    events.close()
    assert agent.ask("a musical", conversation=conversation).picks


def test_the_exploring_place_has_a_propensity(agent: Agent) -> None:
    turn = agent.ask("something like Dark")
    assert [p.explore for p in turn.picks] == [False] * (len(turn.picks) - 1) + [True]
    assert 0 < turn.picks[-1].propensity <= 1
    assert all(p.propensity == 1 for p in turn.picks[:-1])


def test_the_public_object_has_the_shape_of_the_contract(agent: Agent) -> None:
    public = agent.ask("something like Dark but lighter").public()
    assert list(public) == ["reply", "picks", "request", "model", "policy", "turn_id", "timings_ms"]
    assert list(public["picks"][0]) == ["id", "title", "year", "kind", "reasons", "scores", "tone"]
