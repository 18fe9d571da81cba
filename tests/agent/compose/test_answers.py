import pytest

from matinee.agent.compose.answers import Scene, answer
from matinee.agent.memory import Memory
from matinee.agent.request import Request
from tests.toy import TOY, toy_title

TITLES = {t.id: t for t in TOY}
DARK = toy_title("Dark", "series")
LIST = toy_title("Schindler's List")


def said(memory: Memory | None = None, **request: object) -> str:
    scene = Scene(Request(text="", **request), memory or Memory(), TITLES, seed=1)
    return " ".join(answer(scene))


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        ("cast", "Louis Hofmann"),
        ("director", "created by Baran bo Odar"),
        ("runtime", "3 seasons, about 53 minutes an episode"),
        ("seasons", "3 seasons"),
        ("year", "2017 to 2020"),
        ("country", "Germany"),
        ("language", "German"),
        ("genre", "mystery"),
        ("maturity", "16+"),
        ("plot", DARK.logline),
        ("themes", "time travel"),
        ("kind", "series"),
    ],
)
def test_a_fact_is_the_catalogues(fact: str, words: str) -> None:
    answered = said(act="fact", about=(DARK.id,), fact=fact)
    assert words in answered
    assert "Dark" in answered


def test_an_unknown_fact_is_said_to_be_unknown() -> None:
    assert "does not say" in said(act="fact", about=(DARK.id,), fact="rating")


def test_a_tone_question_gives_word_and_number() -> None:
    answered = said(act="fact", about=(DARK.id,), axis="complex")
    assert "very intricate" in answered
    assert "0.93" in answered


def test_comparing_names_the_right_one() -> None:
    both = (DARK.id, LIST.id)
    assert said(act="compare", about=both, axis="complex").startswith("Dark (2017)")
    assert said(act="compare", about=both, fact="year").startswith("Schindler's List (1993) is the oldest")


def test_why_answers_with_the_reasons_of_the_pick() -> None:
    memory = Memory(picks=(LIST.id,), reasons={LIST.id: ("like Dark: grief", "lighter: .30 against .10")})
    answered = said(memory, act="why", about=(LIST.id,))
    assert "like Dark (grief)" in answered
    assert "lighter (.30 against .10)" in answered
    assert "did not suggest" in said(memory, act="why", about=(DARK.id,))


def test_a_question_about_nothing_asks_which() -> None:
    assert said(act="fact", fact="cast").endswith("it up.")
    assert "first" in said(Memory(picks=(DARK.id,)), act="why")
