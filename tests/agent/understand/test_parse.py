"""Any string whatever is understood, and always the same way."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from matinee.agent.memory import Memory
from matinee.agent.request import Request
from matinee.agent.understand.linker import Linker
from matinee.agent.understand.parse import understand
from tests.agent.understand.conftest import PICKS, TODAY, Say


def test_of_a_long_message_both_ends_are_read(say: Say) -> None:
    message = f"something like Dark {'blah ' * 4000} but funnier please"
    request = say(message)
    assert [r.name for r in request.liked] == ["Dark"]
    assert [s.axis for s in request.shifts] == ["funny"]
    assert request.text == message


def test_text_that_cannot_be_stored_is_mended(say: Say) -> None:
    assert say("like Dark \ud800").text == "like Dark ?"


def test_the_same_message_is_always_read_the_same(say: Say) -> None:
    message = "three light-hearted French comedies like Amelie meets Sevrance, no musicals"
    assert say(message) == say(message)


_ODD = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.characters(categories=("Cs", "Cc", "Cf", "Co")),
        st.sampled_from("\u202e\u200b\u0000§¤|“”'\"(),.?!-—#0123456789"),
    ),
    max_size=200,
)


_PIECES = """
    like Dark It the second one not no but funnier less without scary and or 1990 (2017) It's “Her” Heat seen loved hate
    who directed how long is it 90 minutes under seasons French films with Tom Cruise never again ? , . more
    """


_WORDS = st.lists(st.sampled_from(sorted(set(_PIECES.split()))), max_size=25).map(" ".join)


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(message=st.one_of(_ODD, _WORDS), shown=st.booleans())
@example(message="§ or ¤?", shown=True)
@example(message="((((((((", shown=True)
@example(message="ﬁlms ½ ² ０１２ İstanbul ß", shown=False)
@example(message="a" * 20_000, shown=False)
@example(message="Zorblax Quux like " * 1200, shown=True)
@example(message="not " * 5000, shown=True)
@example(message="‏עברית‎ مرحبا like Dark", shown=False)
def test_any_string_is_understood(names: Linker, message: str, shown: bool) -> None:
    memory = (
        Memory(picks=PICKS, shown=PICKS, wish=Request(text="", act="recommend", themes=("chess",)))
        if shown
        else Memory()
    )
    request = understand(message, memory, names, TODAY)
    known = {r.id for r in (*request.liked, *request.avoided, *request.near)} | set(request.about) | set(request.seen)
    assert known <= set(names.titles)
    assert Request.model_validate_json(request.model_dump_json()) == request
