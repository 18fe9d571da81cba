"""What is said of a wish before its picks."""

from __future__ import annotations

from matinee.agent.compose.asides import asides
from matinee.agent.request import Conflict, Request, TasteStatement


def _said(**fields: object) -> list[str]:
    return asides(Request.model_validate({"text": "", "act": "recommend", **fields}))


def test_a_contradiction_says_which_side_was_gone_by() -> None:
    (line,) = _said(conflicts=(Conflict(one="short", other="over three hours", kept="over three hours"),))
    assert line.startswith("“Short” and “over three hours” cannot both hold")
    assert line.endswith("“over three hours”.")


def test_a_taste_set_aside_is_said_with_its_words() -> None:
    hated = TasteStatement(likes=False, what="genre", value="horror", words="horror")
    assert _said(set_aside=(hated,)) == ["You said no horror earlier; for this once I set that aside."]
    other = TasteStatement(likes=False, what="axis", value="scary", words="scary films")
    assert "horror or scary films" in _said(set_aside=(hated, other))[0]


def test_what_was_dropped() -> None:
    assert _said(dropped=("the years", "French")) == ["I no longer insist on the years and French."]
    assert _said() == []
