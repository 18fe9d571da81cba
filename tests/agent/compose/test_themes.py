import pytest

from matinee.agent.compose.themes import about, named


@pytest.mark.parametrize(
    ("theme", "said"),
    [
        ("serial killer", "a serial killer"),
        ("road trip", "a road trip"),
        ("island", "an island"),
        ("true story", "a true story"),
        ("police", "the police"),
        ("1970s", "the 1970s"),
        ("Cold War", "the Cold War"),
        ("friendship", "friendship"),
        ("fathers and sons", "fathers and sons"),
        ("Paris", "Paris"),
        ("missing child", "a missing child"),
        ("becoming a better person", "becoming a better person"),
        ("marriage in trouble", "a marriage in trouble"),
        ("fish out of water", "a fish out of water"),
    ],
)
def test_a_theme_has_the_article_its_noun_wants(theme: str, said: str) -> None:
    assert named(theme) == said


def test_manners_of_telling_are_not_what_a_story_is_about() -> None:
    assert about(["satire", "grief"]) == "about grief"
    assert about(["slapstick", "farce"]) == "marked by slapstick and farce"
    assert about(["black and white"]) == "in black and white"
    assert about([]) == ""
