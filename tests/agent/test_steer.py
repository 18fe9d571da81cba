import pytest

from matinee.agent.request import Request, Shift
from matinee.agent.steer import closeness, goals, kept_axes, mean_tone
from matinee.index.title import TONE_AXES, Title


def wish(*shifts: Shift) -> Request:
    return Request(text="", act="recommend", shifts=shifts)


def tone(**values: float) -> dict[str, float]:
    return dict.fromkeys(TONE_AXES, 0.5) | values


LIGHTER = Shift(axis="light", direction=1, word="lighter")


def test_a_relative_goal_starts_at_the_anchor() -> None:
    (goal,) = goals(wish(LIGHTER), tone(light=0.1))
    assert goal.start == 0.1
    assert not goal.obeyed(0.1)
    assert not goal.obeyed(0.12)
    assert goal.obeyed(0.2)
    assert goal.utility(0.5) > goal.utility(0.25) > goal.utility(0.16)


def test_far_beyond_the_goal_is_worse_than_at_it() -> None:
    (goal,) = goals(wish(LIGHTER), tone(light=0.1))
    assert goal.utility(0.52) > goal.utility(1.0) > 0


@pytest.mark.parametrize(("degree", "low", "high"), [(0.5, 0.2, 0.4), (1.0, 0.4, 0.6), (1.5, 0.6, 0.8)])
def test_the_degree_sets_the_step(degree: float, low: float, high: float) -> None:
    (goal,) = goals(wish(LIGHTER.model_copy(update={"degree": degree})), tone(light=0.1))
    assert low < goal.best < high


def test_downwards() -> None:
    (goal,) = goals(wish(Shift(axis="violent", direction=-1, word="less violent")), tone(violent=0.8))
    assert goal.obeyed(0.5)
    assert not goal.obeyed(0.8)
    assert goal.utility(0.4) > goal.utility(0.7)


def test_an_anchor_at_the_end_of_the_axis_asks_for_what_comes_close() -> None:
    (goal,) = goals(wish(LIGHTER), tone(light=0.98))
    assert goal.full
    assert goal.obeyed(0.9)
    assert not goal.obeyed(0.8)
    assert goal.utility(0.97) > goal.utility(0.88)


def test_an_absolute_goal_ignores_the_anchor() -> None:
    (goal,) = goals(wish(Shift(axis="funny", direction=1, word="funny", relative=False)), tone(funny=0.9))
    assert goal.start is None
    assert goal.obeyed(0.6)
    assert not goal.obeyed(0.3)


def test_what_moves_along_is_not_held() -> None:
    weights = kept_axes([LIGHTER])
    assert weights["light"] == 0
    assert weights["hopeful"] < weights["complex"] == 1


def test_closeness_counts_only_the_weighted_axes() -> None:
    weights = kept_axes([LIGHTER])
    assert closeness(tone(light=0.9), tone(light=0.1), weights) == 1
    assert closeness(tone(complex=0.9), tone(complex=0.1), weights) < 1
    assert closeness({}, tone(), weights) == 0


def test_mean_tone_skips_titles_without_one() -> None:
    one = Title(id="a", name="A", year=2000, kind="film", tone=tone(light=0.2))
    two = Title(id="b", name="B", year=2000, kind="film")
    assert mean_tone([one, two])["light"] == 0.2
    assert mean_tone([two]) == {}
