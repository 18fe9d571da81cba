"""The reply around picks: what must be said first, and that a conversation does not hear the same words again."""

from __future__ import annotations

from dataclasses import replace

from matinee.agent.compose.recommend import notices, recommend, replacement
from matinee.agent.compose.scene import Scene
from matinee.agent.memory import Memory, Message
from matinee.agent.request import Request, TitleRef
from matinee.agent.retrieve import Situation
from matinee.agent.turn import Pick, Ranking, Reason
from matinee.index.filters import Filters
from tests.toy import TOY, toy_title

TITLES = {t.id: t for t in TOY}
DARK = toy_title("Dark", "series")
SITUATION = Situation(anchors=(), avoided=(), anchor_tone={}, goals=(), filters=Filters())
WISH = Request(text="", act="recommend", themes=("time loops",))


def _picks(*names: str) -> tuple[Pick, ...]:
    reason = Reason(kind="theme", text="time loops", value=("time loops",))
    return tuple(Pick(title=toy_title(n), reasons=(reason,), scores={"total": 0.5}) for n in names)


def _said(wish: Request, ranking: Ranking, memory: Memory, seed: int = 1, count: int = 5) -> str:
    scene = Scene(wish, memory, TITLES, seed)
    plan = recommend(wish, ranking, SITUATION, scene, count=count, voice="none")
    return " ".join(line for slot in plan.slots for line in slot.lines)


def test_fewer_picks_than_asked_for_are_accounted_for() -> None:
    two = Ranking(picks=_picks("Russian Doll", "Groundhog Day"))
    assert "Only two titles here fit all of it." in notices(WISH, two, count=5)
    assert "Only two titles are left here that fit all of it." in notices(
        WISH.model_copy(update={"refines": True}), two, count=5
    )
    assert notices(WISH, two, count=2) == []


def test_what_gave_way_is_said_instead() -> None:
    relaxed = Ranking(picks=_picks("Russian Doll"), relaxed=("the years",))
    said = notices(WISH, relaxed, count=5)
    assert any("loosened the years" in line for line in said)
    assert not any(line.startswith("Only") for line in said)


def test_a_list_that_lost_a_title_says_what_is_new_and_what_gave_way() -> None:
    scene = Scene(WISH, Memory(picks=(toy_title("Russian Doll").id,)), TITLES, 1)
    ranking = Ranking(picks=_picks("Russian Doll", "Groundhog Day"), relaxed=("the length",))
    plan = replacement(ranking, SITUATION, scene, count=2)
    said = " ".join(line for slot in plan.slots for line in slot.lines)
    assert "Groundhog Day (1993)" in said
    assert "Russian Doll" not in said
    assert "loosen the length" in said


def test_openings_do_not_repeat_within_a_conversation() -> None:
    ranking = Ranking(picks=_picks("Russian Doll", "Groundhog Day", "Run Lola Run"))
    memory, openings = Memory(wish=WISH), set()
    for turn in range(4):
        said = _said(WISH, ranking, memory, seed=turn)
        openings.add(said.split("Russian Doll")[0][-25:])
        memory = memory.model_copy(update={"messages": (*memory.messages, Message(role="assistant", content=said))})
    assert len(openings) == 4


def test_the_theme_said_back_is_not_said_again_as_a_reason() -> None:
    said = _said(WISH, Ranking(picks=_picks("Russian Doll")), Memory(), count=1)
    assert said.count("time loops") == 1


def test_an_anchor_is_shared_with_in_words() -> None:
    wish = Request(text="", act="recommend", liked=(TitleRef(id=DARK.id, name="Dark", year=2017, surface="Dark"),))
    reason = Reason(kind="theme", text="like Dark: time loops", value=("time loops",))
    pick = Pick(title=toy_title("Russian Doll"), reasons=(reason,), scores={})
    situation = replace(SITUATION, anchors=(DARK,))
    plan = recommend(wish, Ranking(picks=(pick,)), situation, Scene(wish, Memory(), TITLES, 1), count=1, voice="none")
    said = " ".join(line for slot in plan.slots for line in slot.lines)
    assert "time loops" in said
    assert "Russian Doll (2019)" in said
