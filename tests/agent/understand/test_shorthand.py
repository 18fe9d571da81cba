import pytest

from matinee.agent.understand.shorthand import spelt_out
from tests.agent.understand.conftest import Say


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("gimme smth w/ dragons", "give me something with dragons"),
        ("smth w/o violence pls", "something without violence please"),
        ("Something like M", "Something like M"),
        ("www.example.com/w/1", "www.example.com/w/1"),
        ("bcc", "bcc"),
    ],
)
def test_shorthand_is_spelt_out(typed, meant):
    assert spelt_out(typed) == meant


def test_the_message_is_kept_as_typed(say: Say) -> None:
    assert say("gimme smth funny pls").text == "gimme smth funny pls"
    assert [s.axis for s in say("gimme smth funny pls").shifts] == ["funny"]
