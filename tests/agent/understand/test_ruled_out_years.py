import pytest

from tests.agent.understand.conftest import Say


@pytest.mark.parametrize(
    ("message", "years"),
    [
        ("a comedy, not from the nineties", ((1990, 1999),)),
        ("a thriller but nothing from the 80s", ((1980, 1989),)),
        ("not from the 1990s and not from the 2000s, a comedy", ((1990, 1999), (2000, 2009))),
        ("a comedy from the nineties", ()),
        ("a comedy from the nineties, not too long", ()),
    ],
)
def test_a_decade_may_be_ruled_out(say: Say, message: str, years: tuple) -> None:
    filters = say(message).filters
    assert filters.years_not == years
    assert (filters.year_min is None) == bool(years)


def test_it_stays_ruled_out_in_the_conversation_until_it_is_lifted(say: Say, after) -> None:
    memory = after("a comedy")
    wish = say("not from the nineties", memory)
    assert wish.refines
    assert wish.filters.years_not == ((1990, 1999),)
    assert wish.filters.genres == ("comedy",)
    lifted = say("any year is fine", memory.model_copy(update={"wish": wish}))
    assert lifted.filters.years_not == ()
