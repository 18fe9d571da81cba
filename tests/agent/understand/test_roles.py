"""Picks turned down and seen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from matinee.agent.memory import Memory
from tests.agent.understand.conftest import PICKS, Say

After = Callable[[str], Memory]
DOLL, SEVERANCE, GROUNDHOG, PARASITE, AMELIE = PICKS


MARKED = [
    ("not that one", "reject", (), ()),
    ("not the second one", "reject", (SEVERANCE,), ()),
    ("not the first two", "reject", (DOLL, SEVERANCE), ()),
    ("no, not Parasite", "reject", (PARASITE,), ()),
    ("I don't want the last one", "reject", (AMELIE,), ()),
    ("seen it", "seen", (), ()),
    ("I've seen the third", "seen", (), (GROUNDHOG,)),
    ("already seen the first two", "seen", (), (DOLL, SEVERANCE)),
    ("I have seen all of those", "seen", (), PICKS),
    ("seen Parasite", "seen", (), (PARASITE,)),
    ("seen", "seen", (), ()),
]


@pytest.mark.parametrize(("message", "act", "rejected", "seen"), MARKED)
def test_picks_turned_down_and_seen(
    say: Say, after: After, message: str, act: str, rejected: tuple[str, ...], seen: tuple[str, ...]
) -> None:
    request = say(message, after("something like Dark"))
    assert (request.act, request.rejected, request.seen) == (act, rejected, seen)


def test_seen_it_with_a_focus(say: Say, after: After) -> None:
    memory = after("something like Dark").model_copy(update={"focus": SEVERANCE})
    assert say("seen it", memory).seen == (SEVERANCE,)
    assert say("not that one", memory).rejected == (SEVERANCE,)
