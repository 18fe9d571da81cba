"""Ranking and retrieval over the toy catalogue, from requests written by hand."""

from __future__ import annotations

import pytest

from matinee.agent.explain import kin
from matinee.agent.log import Standing
from matinee.agent.memory import Memory
from matinee.agent.rank import RankConfig, rank
from matinee.agent.request import FactShift, Request, Shift, TasteStatement, TitleRef
from matinee.agent.retrieve import retrieve
from matinee.agent.scale import scale_of
from matinee.agent.turn import Ranking
from matinee.index.catalogue import Catalogue
from matinee.index.filters import Filters
from matinee.index.title import Title
from tests.toy import toy_title


def ref(title: Title) -> TitleRef:
    return TitleRef(id=title.id, name=title.name, year=title.year, surface=title.name)


def ranked(
    toy: Catalogue,
    *,
    memory: Memory | None = None,
    standing: Standing | None = None,
    count: int = 5,
    config: RankConfig | None = None,
    **wish: object,
) -> Ranking:
    request = Request(text="", act="recommend", **wish)
    found = retrieve(request, memory or Memory(), standing or Standing(), toy)
    return rank(request, found, toy, count=count, seed=7, explore=False, config=config)


ANYBODY = RankConfig(kin=False)
DARK = ref(toy_title("Dark", "series"))
LESS_VIOLENT = Shift(axis="violent", direction=-1, word="less violent")


def test_a_relative_wish_is_a_bound_inside_the_search(toy: Catalogue) -> None:
    ranking = ranked(toy, liked=(DARK,), shifts=(LESS_VIOLENT,))
    start = toy.titles[DARK.id].tone["violent"]
    assert ranking.picks
    assert all(p.title.tone["violent"] < start for p in ranking.picks)
    assert not ranking.relaxed


def test_two_goals_are_both_met(toy: Catalogue) -> None:
    lighter = Shift(axis="light", direction=1, word="lighter")
    for pick in ranked(toy, liked=(DARK,), shifts=(LESS_VIOLENT, lighter)).picks:
        assert pick.title.tone["light"] > 0.1
        assert pick.title.tone["violent"] < 0.38


def test_seen_disliked_and_rejected_are_out(toy: Catalogue) -> None:
    best = [p.title.id for p in ranked(toy, liked=(DARK,)).picks]
    standing = Standing(seen=(best[0],), disliked=(best[1],))
    left = [p.title.id for p in ranked(toy, liked=(DARK,), standing=standing, rejected=(best[2],)).picks]
    assert not set(best[:3]) & set(left)
    again = [p.title.id for p in ranked(toy, liked=(DARK,), standing=standing, rewatch=True).picks]
    assert best[0] in again
    assert best[1] not in again


def test_never_musicals(toy: Catalogue) -> None:
    hates = TasteStatement(likes=False, what="genre", value="musical", words="musicals")
    light = (Shift(axis="light", direction=1, word="light", relative=False),)
    assert any("musical" in p.title.genres for p in ranked(toy, shifts=light).picks)
    kept = ranked(toy, shifts=light, memory=Memory(taste=(hates,))).picks
    assert kept
    assert not any("musical" in p.title.genres for p in kept)


def test_shorter_than_a_film_is_a_film_of_fewer_minutes(toy: Catalogue) -> None:
    anchor = toy_title("Schindler's List")
    shorter = (FactShift(field="runtime", direction=-1, word="shorter"),)
    for pick in ranked(toy, liked=(ref(anchor),), fact_shifts=shorter).picks:
        assert pick.title.kind == "film"
        assert (pick.title.runtime_minutes or 0) < (anchor.runtime_minutes or 0)


def test_what_cannot_be_met_is_loosened_and_said(toy: Catalogue) -> None:
    ranking = ranked(toy, filters=Filters(languages=("Korean",), runtime_max=60))
    assert ranking.picks
    assert ranking.relaxed == ("the length",)


def test_what_was_ruled_out_is_never_loosened(toy: Catalogue) -> None:
    every = tuple(toy.genres.values())
    assert not ranked(toy, filters=Filters(genres_not=every)).picks


def test_an_anchor_at_the_end_of_its_axis_is_said(toy: Catalogue) -> None:
    mildest = min(toy.titles.values(), key=lambda t: t.tone["violent"])
    assert mildest.tone["violent"] < 0.06
    ranking = ranked(toy, liked=(ref(mildest),), shifts=(LESS_VIOLENT,))
    assert ranking.picks
    assert ranking.limits == (f"less violent than {mildest.name}",)
    assert all(p.title.tone["violent"] < 0.2 for p in ranking.picks)


def test_avoided_titles_push_their_like_away(toy: Catalogue) -> None:
    seven = toy_title("Seven")
    before = [p.title.id for p in ranked(toy, count=15, config=ANYBODY, liked=(DARK,)).picks]
    after = [p.title.id for p in ranked(toy, count=15, config=ANYBODY, liked=(DARK,), avoided=(ref(seven),)).picks]
    assert seven.id in before
    assert seven.id not in after


def test_only_titles_that_have_to_do_with_the_anchor_are_picked(toy: Catalogue) -> None:
    dark = toy.titles[DARK.id]
    picks = ranked(toy, count=15, liked=(DARK,)).picks
    assert 3 < len(picks) < 15
    assert all(kin(p.title, dark) for p in picks)
    assert toy_title("Singin' in the Rain").id not in {p.title.id for p in picks}


def test_where_nothing_has_to_do_with_the_anchor_the_nearest_come_all_the_same(toy: Catalogue) -> None:
    lonely = toy_title("Free Solo")
    others = {t.id for t in toy.titles.values() if kin(t, lonely)} - {lonely.id}
    filters = Filters(ids_not=tuple(others))
    assert ranked(toy, liked=(ref(lonely),), filters=filters).picks


@pytest.mark.parametrize("count", [1, 3, 15])
def test_scores_fall_and_lie_between_0_and_1(toy: Catalogue, count: int) -> None:
    picks = ranked(toy, count=count, config=ANYBODY, liked=(DARK,)).picks
    totals = [p.scores["total"] for p in picks]
    assert totals == sorted(totals, reverse=True)
    assert all(0 <= t <= 1 for t in totals)
    assert len(picks) == count


# --- along traits, and measured by other titles --------------------------------------------------------------------

GORIER = Shift(axis="gory", direction=1, word="gorier")


def test_a_trait_moves_from_the_anchors_own_place(toy: Catalogue) -> None:
    anchor = toy_title("Dark", "film")
    ranking = ranked(toy, liked=(ref(anchor),), shifts=(GORIER,))
    gory = scale_of(toy, "gory")
    start = gory.at(anchor)
    assert start is not None
    assert ranking.picks
    assert all((gory.at(p.title) or 0) > start + 0.05 for p in ranking.picks)
    assert any(r.text.startswith("gorier: ") and " against " in r.text for r in ranking.picks[0].reasons)
    assert all(0 < p.scores["steer"] <= 1 for p in ranking.picks)


def test_nothing_gorier_is_said_and_the_nearest_shown(toy: Catalogue) -> None:
    gory = scale_of(toy, "gory")
    goriest = max(toy.titles.values(), key=lambda t: gory.at(t) or 0)
    ranking = ranked(toy, liked=(ref(goriest),), shifts=(GORIER,))
    assert ranking.limits == (f"gorier than {goriest.name}",)
    assert ranking.picks


def test_an_unknown_trait_is_guessed_and_named(toy: Catalogue) -> None:
    shift = Shift(axis="chthonic", direction=1, word="more chthonic")
    (guess,) = ranked(toy, liked=(DARK,), shifts=(shift,)).guesses
    assert guess.word == "chthonic"
    assert guess.nearest
    assert not ranked(toy, liked=(DARK,), shifts=(GORIER,)).guesses


def test_as_scary_as_a_title_but_funnier(toy: Catalogue) -> None:
    it = toy_title("It", "series")
    level = Shift(axis="scary", direction=1, word="as scary as It", relative=False, level="reach", than=(it.id,))
    funnier = Shift(axis="funny", direction=1, word="funnier")
    ranking = ranked(toy, liked=(ref(it),), shifts=(level, funnier))
    assert ranking.picks[0].title == toy_title("It", "film")
    assert it.id not in {p.title.id for p in ranking.picks}


def test_scary_but_not_as_scary_as_a_title(toy: Catalogue) -> None:
    it = toy_title("It", "film")
    under = Shift(axis="scary", direction=1, word="scary", relative=False, level="under", than=(it.id,))
    ranking = ranked(toy, shifts=(under,))
    assert ranking.picks
    assert all(0.3 < p.title.tone["scary"] < it.tone["scary"] for p in ranking.picks)


def test_levels_from_two_titles(toy: Catalogue) -> None:
    fawlty, run = toy_title("Fawlty Towers"), toy_title("Run Lola Run")
    shifts = (
        Shift(axis="funny", direction=1, word="the humour", relative=False, level="match", than=(fawlty.id,)),
        Shift(axis="fast", direction=1, word="the pace", relative=False, level="match", than=(run.id,)),
    )
    best = ranked(toy, shifts=shifts).picks[0].title
    assert best == toy_title("Back to the Future")


def test_halfway_between_two_titles(toy: Catalogue) -> None:
    ends = (DARK, ref(toy_title("Back to the Future")))
    assert ranked(toy, liked=ends, between=True).picks[0].title == toy_title("Russian Doll")


def test_an_absolute_wish_beside_an_anchor_is_kept(toy: Catalogue) -> None:
    funny = Shift(axis="funny", direction=1, word="funny", relative=False)
    picks = ranked(toy, liked=(DARK,), shifts=(funny,)).picks
    assert picks
    assert all(p.title.tone["funny"] >= 0.5 for p in picks)


def test_better_rated_without_ratings_is_left_aside_and_said(toy: Catalogue) -> None:
    better = (FactShift(field="rating", direction=1, word="better rated"),)
    ranking = ranked(toy, liked=(DARK,), fact_shifts=better)
    assert ranking.ignored == ("better rated",)
    assert [p.title.id for p in ranking.picks] == [p.title.id for p in ranked(toy, liked=(DARK,)).picks]
    assert "rating" not in ranking.picks[0].scores
