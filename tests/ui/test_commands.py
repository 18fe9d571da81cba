from types import SimpleNamespace

import pytest

from matinee.agent.log import Undone
from matinee.agent.request import Request
from matinee.agent.turn import Pick, Reason, Turn
from matinee.index.title import Title
from matinee.ui.commands import HELP, Chat, obey


class Log:
    def __init__(self) -> None:
        self.given: list[tuple[object, ...]] = []

    def feedback(self, *, turn_id, user, signal, title_id=None, comment=None) -> int:
        self.given.append((turn_id, user, signal, title_id, comment))
        return len(self.given)

    def undo(self, *, user, conversation=None):
        return Undone(signal="like", title_id="alpha") if self.given and self.given.pop() else None


def pick(name: str, **changes: object) -> Pick:
    title = Title(id=name.lower(), name=name, year=2000, kind="film")
    reason = Reason(kind="theme", text=f"like it: {name}")
    return Pick(title=title, reasons=(reason,), scores={"total": 0.5}).model_copy(update=changes)


@pytest.fixture
def chat() -> Chat:
    agent = SimpleNamespace(log=Log(), catalogue=SimpleNamespace(titles={}))
    turn = Turn(
        id="t1", conversation="c", user="ada", message="m", request=Request(text="m", act="recommend"), catalogue="v",
        picks=(pick("Alpha"), pick("Beta", explore=True, propensity=0.25)), model="m", policy="p", seed=0,
    )  # fmt: skip
    return Chat(
        agent=agent,
        user="ada",
        conversation="c",
        turn=turn,
        shown=turn,
    )


@pytest.mark.parametrize(
    ("line", "stored"),
    [
        ("/like", ("t1", "ada", "like", None, None)),
        ("/like 2", ("t1", "ada", "like", "beta", None)),
        ("/dislike 1 too slow", ("t1", "ada", "dislike", "alpha", "too slow")),
        ("/dislike far too long", ("t1", "ada", "dislike", None, "far too long")),
        ("/seen 1", ("t1", "ada", "seen", "alpha", None)),
    ],
)
def test_feedback_is_tied_to_turn_and_title(chat: Chat, line: str, stored: tuple[object, ...]) -> None:
    said = obey(line, chat)
    assert chat.agent.log.given == [stored]
    assert said


@pytest.mark.parametrize("line", ["/like 3", "/like 0", "/seen", "/seen 9", "/why 7", "/nonsense", "/like ³"])
def test_a_wrong_command_says_so_and_stores_nothing(chat: Chat, line: str) -> None:
    said = obey(line, chat)
    assert said
    if line != "/like ³":
        assert chat.agent.log.given == []


def test_without_a_turn_there_is_nothing_to_judge(chat: Chat) -> None:
    chat.turn = chat.shown = None
    for line in ("/like", "/seen 1", "/why"):
        assert "yet" in (obey(line, chat) or "")


def test_why_gives_reasons_and_the_chance_of_a_drawn_pick(chat: Chat) -> None:
    said = obey("/why 1", chat) or ""
    assert "It shares Alpha with it." in said
    assert "scores" not in said
    assert "25 in 100" in (obey("/why 2", chat) or "")


def test_undo_new_help_quit(chat: Chat) -> None:
    obey("/like 1", chat)
    assert "thumb up" in (obey("/undo", chat) or "")
    assert "nothing" in (obey("/undo", chat) or "")
    assert obey("/new", chat)
    assert chat.conversation != "c"
    assert all(name.split()[0] in (obey("/help", chat) or "") for name in HELP)
    assert obey("/quit", chat) is None
