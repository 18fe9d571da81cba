from __future__ import annotations

import numpy as np
import pytest

from matinee.agent.request import Request, Shift, TitleRef
from matinee.agent.scale import Scale
from matinee.agent.steer import ABOUT, Goal, closeness, goals, halfway, kept_axes, mean_tone, widened
from matinee.index.title import TONE_AXES, Title

ANCHOR = Title(id="a", name="A", year=2000, kind="film")
OTHER = Title(id="b", name="B", year=2001, kind="film")
LIGHTER = Shift(axis="light", direction=1, word="lighter")


def scale(name: str, at: float, other: float = 0.5, **pull: float) -> Scale:
    """A scale on which A stands at ``at``, B at ``other``, and a hundred others from 0 to 1."""
    values = np.array([at, other, *np.linspace(0, 1, 101)])
    return Scale(name, values, {"a": 0, "b": 1}, pull or {name: 1.0})


def goal(shift: Shift, at: float, other: float = 0.5, *, liked: bool = True) -> Goal:
    ref = TitleRef(id="a", name="A", year=2000, surface="A")
    request = Request(text="", act="recommend", liked=(ref,) if liked else (), shifts=(shift,))
    (found,) = goals(request, [ANCHOR] if liked else [], {"a": ANCHOR, "b": OTHER}, lambda n: scale(n, at, other))
    return found


def test_a_relative_goal_starts_at_the_anchor() -> None:
    found = goal(LIGHTER, 0.1)
    assert found.start == 0.1
    assert not found.obeyed(0.1)
    assert not found.obeyed(0.15)
    assert found.obeyed(0.22)
    assert found.utility(0.5) > found.utility(0.3) > found.utility(0.21)


def test_far_beyond_the_goal_is_worse_than_at_it() -> None:
    found = goal(LIGHTER, 0.1)
    assert found.utility(0.52) > found.utility(1.0) > 0


@pytest.mark.parametrize(("degree", "low", "high"), [(0.5, 0.2, 0.4), (1.0, 0.4, 0.6), (1.5, 0.6, 0.8)])
def test_the_degree_sets_the_step(degree: float, low: float, high: float) -> None:
    assert low < goal(LIGHTER.model_copy(update={"degree": degree}), 0.1).best < high


def test_a_little_may_be_less_than_a_plain_movement() -> None:
    assert goal(LIGHTER.model_copy(update={"degree": 0.5}), 0.1).obeyed(0.16)
    assert not goal(LIGHTER, 0.1).obeyed(0.16)


def test_downwards() -> None:
    found = goal(Shift(axis="violent", direction=-1, word="less violent"), 0.8)
    assert found.obeyed(0.5)
    assert not found.obeyed(0.8)
    assert found.utility(0.4) > found.utility(0.65)


def test_an_anchor_at_the_end_of_the_axis_asks_for_what_comes_close() -> None:
    found = goal(LIGHTER, 0.98)
    assert found.full
    assert found.obeyed(0.9)
    assert not found.obeyed(0.8)
    assert found.utility(0.97) > found.utility(0.88)


def test_an_absolute_goal_ignores_where_the_anchor_stands() -> None:
    found = goal(Shift(axis="funny", direction=1, word="funny", relative=False), 0.9)
    assert found.start is None
    assert found.obeyed(0.6)
    assert not found.obeyed(0.3)


def test_an_absolute_goal_binds_where_there_is_an_anchor() -> None:
    funny = Shift(axis="funny", direction=1, word="funny", relative=False)
    assert goal(funny, 0.1).binding
    assert not goal(funny, 0.1, liked=False).binding


def test_a_trait_without_anchor_is_measured_by_the_other_titles() -> None:
    found = goal(Shift(axis="claustrophobic", direction=1, word="claustrophobic", relative=False), 0.5, liked=False)
    assert found.floor == pytest.approx(0.8, abs=0.02)
    assert found.best > 0.95
    low = goal(Shift(axis="claustrophobic", direction=-1, word="airy", relative=False), 0.5, liked=False)
    assert low.floor == pytest.approx(0.2, abs=0.02)


def test_as_scary_as_another_title() -> None:
    shift = Shift(axis="scary", direction=1, word="as scary as B", relative=False, level="reach", than=("b",))
    found = goal(shift, 0.1, 0.7)
    assert found.obeyed(0.65)
    assert found.obeyed(1.0)
    assert not found.obeyed(0.5)
    assert found.utility(0.65) > 0.5, "a level is kept, not moved along"


def test_scary_but_not_as_scary_as_another_title() -> None:
    shift = Shift(axis="scary", direction=1, word="scary", relative=False, level="under", than=("b",))
    found = goal(shift, 0.1, 0.9)
    assert found.obeyed(0.7)
    assert not found.obeyed(0.9)
    assert not found.obeyed(0.3)


def test_what_is_to_be_under_a_low_level_still_leaves_room() -> None:
    shift = Shift(axis="scary", direction=1, word="scary", relative=False, level="under", than=("b",))
    found = goal(shift, 0.1, 0.5)
    assert found.obeyed(0.3)
    assert not found.obeyed(0.5)


def test_the_pace_of_another_title_lies_on_both_sides_of_it() -> None:
    shift = Shift(axis="fast", direction=1, word="the pace of B", relative=False, level="match", than=("b",))
    found = goal(shift, 0.1, 0.6)
    assert found.obeyed(0.6 + ABOUT - 0.01)
    assert found.obeyed(0.6 - ABOUT + 0.01)
    assert not found.obeyed(0.9)
    assert found.utility(0.6) == 1 > found.utility(0.68) == pytest.approx(found.utility(0.52))


def test_a_goal_that_nothing_reaches_is_let_out() -> None:
    found = goal(LIGHTER, 0.1)
    assert widened(found, 0.15).obeyed(0.1)
    assert not found.obeyed(0.1)


def test_unknown_values_obey_nothing() -> None:
    found = goal(LIGHTER, 0.1)
    assert not found.obeyed(float("nan"))
    assert found.utility(float("nan")) == 0


def test_what_moves_along_is_not_held() -> None:
    weights = kept_axes([goal(LIGHTER, 0.1)])
    assert weights["light"] == 0
    assert weights["hopeful"] < weights["complex"] == 1


def test_a_trait_lets_its_axes_go_by_their_part_in_it() -> None:
    shift = Shift(axis="gory", direction=1, word="gorier")
    request = Request(text="", act="recommend", shifts=(shift,))
    wanted = goals(request, [ANCHOR], {}, lambda n: scale(n, 0.4, violent=1.0, scary=0.5, light=-0.1))
    weights = kept_axes(wanted)
    assert weights["violent"] == 0
    assert weights["scary"] == 0.5
    assert weights["light"] == pytest.approx(0.9)
    assert weights["complex"] == 1


def test_closeness_counts_only_the_weighted_axes() -> None:
    def tone(**values: float) -> dict[str, float]:
        return dict.fromkeys(TONE_AXES, 0.5) | values

    def row(**values: float) -> np.ndarray:
        return np.array([list(tone(**values).values())])

    weights = kept_axes([goal(LIGHTER, 0.1)])
    assert closeness(row(light=0.9), tone(light=0.1), weights)[0] == 1
    assert closeness(row(complex=0.9), tone(complex=0.1), weights)[0] < 1
    assert np.isnan(closeness(np.full((1, 12), np.nan), tone(), weights)[0])


def test_halfway_is_neither_end() -> None:
    def title(light: float) -> Title:
        return Title(
            id=f"{light}", name="T", year=2000, kind="film", tone=dict.fromkeys(TONE_AXES, 0.5) | {"light": light}
        )

    tones = np.array([[light, *[0.5] * 11] for light in (0.0, 0.5, 1.0, np.nan)])
    middle = halfway(tones, title(0.0), title(1.0))
    assert middle is not None
    assert middle[:3].tolist() == [0.0, 1.0, 0.0]
    assert np.isnan(middle[3])
    assert halfway(tones, title(0.4), title(0.5)) is None


def test_mean_tone_skips_titles_without_one() -> None:
    one = Title(id="c", name="C", year=2000, kind="film", tone=dict.fromkeys(TONE_AXES, 0.2))
    assert mean_tone([one, OTHER])["light"] == pytest.approx(0.2)
    assert mean_tone([OTHER]) == {}
