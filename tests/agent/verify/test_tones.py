import pytest

from matinee.agent.verify.claims import Checker, Evidence
from tests.toy import TOY

BY = {(t.name, t.year): t for t in TOY}
DARK, DOLL = BY["Dark", 2017], BY["Russian Doll", 2019]


@pytest.mark.parametrize(
    "sentence",
    [
        "Russian Doll is funnier than Dark.",
        "It is a lighter series about time loops.",
        "Russian Doll (2019) is a strange, funny series.",
        "It is less scary than Dark, and more hopeful.",
    ],
)
def test_a_tone_that_the_title_has_passes(sentence: str) -> None:
    assert Checker(Evidence((DOLL,), named=(DARK,)))(sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Russian Doll is darker than Dark.",
        "It is a scary series about time loops.",
        "Russian Doll (2019) is a bleak, violent series.",
        "It is more tense than Dark, by far.",
    ],
)
def test_a_tone_that_it_has_not_fails(sentence: str) -> None:
    assert Checker(Evidence((DOLL,), named=(DARK,)))(sentence) is not None


def test_a_comparison_with_nothing_fails() -> None:
    assert "nothing" in (Checker(Evidence((DOLL,)))("It is a funnier series about time loops.") or "")


def test_of_two_picks_each_is_what_it_is_called() -> None:
    both = Checker(Evidence((DARK, DOLL)))
    assert both("Dark is tense and dark, while Russian Doll is funny.") is None
    assert both("Dark is funny, while Russian Doll is tense and dark.") is not None
    assert both("Both Dark and Russian Doll have time loops.") is None
    assert both("Both Dark and Russian Doll have missing children.") is not None


def test_it_is_the_title_named_last() -> None:
    of_dark = Checker(Evidence((DARK, DOLL)), subject=DARK)
    assert of_dark("It is about missing children and time loops.") is None
    assert Checker(Evidence((DARK, DOLL)), subject=DOLL)("It is about missing children and time loops.") is not None
