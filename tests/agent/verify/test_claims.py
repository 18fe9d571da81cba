import pytest

from matinee.agent.verify.claims import Checker, Evidence
from matinee.index.title import Title

DARK = Title(
    id="dark",
    name="Dark",
    year=2017,
    kind="series",
    creators=("Baran bo Odar", "Jantje Friese"),
    cast=("Louis Hofmann", "Lisa Vicari"),
    countries=("Germany",),
    languages=("German",),
    seasons=3,
    runtime_minutes=55,
    genres=("mystery", "science fiction"),
    themes=("time loops", "small-town secrets"),
    logline="When children vanish in a small town, four families find that time runs in circles there.",
)
ARRIVAL = Title(id="arrival", name="Arrival", year=2016, kind="film", directors=("Denis Villeneuve",))


@pytest.fixture(scope="module")
def check() -> Checker:
    return Checker(Evidence((DARK,), named=(ARRIVAL,)))


@pytest.mark.parametrize(
    "sentence",
    [
        "Dark is a German series about time loops and small-town secrets.",
        "When children vanish, four families find that time runs in circles.",
        "A great mystery, created by Baran bo Odar.",
        "Dark (2017) has 3 seasons of science fiction.",
        "If you loved Arrival, you will enjoy the time loops here.",
        "It has three seasons, and they are wonderful.",
    ],
)
def test_backed_sentences_pass(check: Checker, sentence: str) -> None:
    assert check(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "fault"),
    [
        ("You should also watch Inception, it is great.", "Inception"),
        ("Zorblax Returns is a wonderful series too.", "Zorblax"),
        ("A series like “The Leftovers” with time loops.", "Leftovers"),
        ("It stars Tom Cruise and it is a great series.", "Tom Cruise"),
        ("It was made in 2019, in Germany.", "2019"),
        ("The story has 9 seasons of mystery.", "9"),
        ("It is a series created by Louis Hofmann.", "another part"),
        ("A grieving mother finds a town of time loops.", "grieving"),
        ("It is not about time loops at all, really.", "negation"),
        ("See <b>Dark</b> for the time loops and secrets.", "markup"),
        ("Great series, great series, great series, great series, great series.", "repeats"),
        ("Dark.", "short"),
    ],
)
def test_unbacked_sentences_fail_and_say_why(check: Checker, sentence: str, fault: str) -> None:
    why = check(sentence)
    assert why is not None
    assert fault in why


def test_people_of_another_pick_are_not_this_ones() -> None:
    both = Checker(Evidence((DARK, ARRIVAL)))
    assert both("Arrival is a film directed by Denis Villeneuve.") is None
    assert both("Dark is a series directed by Denis Villeneuve.") is not None


def test_a_sentence_that_reads_the_card_aloud_is_turned_away(check: Checker) -> None:
    assert "card" in (check(DARK.logline) or "")
    assert check("When children vanish, four families find that time runs in circles there.") is None
