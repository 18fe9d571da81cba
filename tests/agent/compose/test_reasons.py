import pytest

from matinee.agent.compose.reasons import because_of, told


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("like Dark: time loops, missing child", "It shares time loops and a missing child with Dark."),
        ("close to Dark: tense, fantastic", "It has the feel of Dark (tense, fantastical)."),
        ("lighter: .45 against .10", "It is lighter (.45 against .10)."),
        ("with Tilda Swinton", "Tilda Swinton is in it."),
        ("directed by Akira Kurosawa", "Akira Kurosawa directed it."),
        ("22 minutes an episode", "It runs 22 minutes an episode."),
        ("3 seasons", "It has 3 seasons."),
        ("from 1952", "It is from 1952."),
        ("western", "It is a western."),
        ("horror", "It is a horror title."),
        ("scary", "It is scary."),
        ("space", "It is about space."),
        ("rated 13+", "It is rated 13+."),
    ],
)
def test_a_reason_is_a_sentence(reason: str, said: str) -> None:
    assert told(reason) == said


def test_what_a_title_is_comes_in_one_breath() -> None:
    assert because_of(["space", "scary"]) == "it is scary and about space"
