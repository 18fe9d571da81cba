import pytest

from matinee.agent.evaluate.cases import Case, Move
from matinee.agent.evaluate.judge import Judge, related, way
from matinee.index.title import Title
from tests.toy import TOY

BY_ID = {title.id: title for title in TOY}
DARK = next(title for title in TOY if title.name == "Dark" and title.kind == "series")


@pytest.fixture(scope="module")
def judge(toy, embedder):
    return Judge(toy, embedder)


def case(*moves, like=(DARK.id,), **more):
    return Case(say="…", form="axis", like=like, moves=moves, **more)


def toned(ident="t", **tone):
    return DARK.model_copy(update={"id": ident, "tone": {**DARK.tone, **tone}})


def fault(judge, move, pick, anchor=DARK):
    (verdict,) = judge.judge(case(move), [anchor], [pick])
    return not verdict.marks["direction"]


def test_a_pick_exists_only_as_the_catalogue_has_it(judge):
    pick = next(title for title in TOY if title.id != DARK.id)
    real, invented, altered = judge.judge(
        case(), [DARK], [pick, toned("invented"), pick.model_copy(update={"year": pick.year + 1})]
    )
    assert [v.marks["exists"] for v in (real, invented, altered)] == [True, False, False]
    assert invented.faults[0] == "exists fails"


def test_the_anchor_is_not_to_be_shown(judge):
    (shown,) = judge.judge(case(), [DARK], [DARK])
    assert not shown.marks["hidden"]
    assert "hidden fails" in shown.faults


@pytest.mark.parametrize(
    ("move", "value", "wrong"),
    [
        (Move(on="light", by="more"), 0.01, False),
        (Move(on="light", by="more"), 0.0, True),
        (Move(on="light", by="more"), -0.05, True),
        (Move(on="light", by="less"), -0.05, False),
        (Move(on="light", by="more", least=0.15), 0.1, True),
        (Move(on="light", by="more", most=0.6), 0.7, True),
        (Move(on="light", by="as"), -0.05, False),
        (Move(on="tense", by="as"), -0.2, True),
        (Move(on="tense", by="as_little"), 0.1, False),
        (Move(on="light", by="as_little"), 0.2, True),
        (Move(on="light", at_least=0.5), 0.0, True),
        (Move(on="light", by="more", at_least=0.4), 0.5, False),
    ],
)
def test_axes_are_judged_by_the_catalogues_own_values(judge, move, value, wrong):
    assert fault(judge, move, toned(**{move.on: round(DARK.tone[move.on] + value, 4)})) == wrong


def test_facts(judge):
    film = Title(id="f", name="F", year=1990, kind="film", runtime_minutes=100, fame=0.4)
    long = film.model_copy(update={"id": "g", "year": 2000, "runtime_minutes": 130, "fame": 0.6})
    assert not fault(judge, Move(on="year", by="less"), film, long)
    assert fault(judge, Move(on="year", by="less"), film, film)
    assert not fault(judge, Move(on="length", by="more"), long, film)
    assert fault(judge, Move(on="length", by="more"), film, long)
    assert not fault(judge, Move(on="fame", by="less"), film, long)
    show = Title(id="s", name="S", year=1990, kind="series", seasons=4, runtime_minutes=50)
    assert not fault(judge, Move(on="length", by="less"), film, show)
    assert not fault(judge, Move(on="length", by="less"), show.model_copy(update={"seasons": 2}), show)
    assert not fault(judge, Move(on="length", by="less"), show.model_copy(update={"runtime_minutes": 25}), show)
    assert fault(judge, Move(on="length", by="less"), show, show)


def test_traits_are_judged_by_their_own_score(judge):
    gory = max(TOY, key=lambda title: title.tone["violent"] + title.tone["scary"])
    mild = min(TOY, key=lambda title: title.tone["violent"] + title.tone["scary"])
    assert not fault(judge, Move(on="gory", by="less"), mild, gory)
    assert fault(judge, Move(on="gory", by="less"), gory, mild)


def test_between_two_tones(judge):
    one, other = toned("a", light=0.0, funny=0.0), toned("b", light=1.0, funny=1.0)
    middle = toned("c", light=0.5, funny=0.4)
    assert (way(one, one, other), way(other, one, other)) == (0.0, 1.0)
    assert way(middle, one, other) == pytest.approx(0.45)
    both = case(like=(DARK.id, TOY[0].id), between=True)
    verdicts = judge.judge(both, [one, other], [middle, one, other])
    assert [v.marks["direction"] for v in verdicts] == [True, False, False]
    assert verdicts[1].faults[0] == "lies at 0.00 of the way"


def test_themes_and_main_genres_relate():
    one = Title(id="1", name="A", year=2000, kind="film", genres=("drama", "crime"), themes=("time loops", "grief"))
    assert related(Title(id="2", name="B", year=2000, kind="film", themes=("time travel",)), one)
    assert related(Title(id="3", name="C", year=2000, kind="film", genres=("comedy", "drama")), one)
    assert related(Title(id="4", name="D", year=2000, kind="film", genres=("crime",)), one)
    assert not related(Title(id="5", name="E", year=2000, kind="film", genres=("comedy",), themes=("cooking",)), one)


def test_a_case_whose_anchor_is_missing(judge):
    assert judge.anchors(case()) == [DARK]
    assert judge.anchors(case(like=(DARK.id, "none"))) is None
    (verdict,) = judge.judge(case(theme=False), [DARK], [toned("x")])
    assert verdict.marks["theme"]


def test_what_the_catalogue_can_answer(judge):
    lighter = case(Move(on="light", by="more"), theme=False)
    there = sum(title.tone["light"] > DARK.tone["light"] for title in TOY)
    assert judge.within_reach(lighter, [DARK], there)
    assert not judge.within_reach(lighter, [DARK], there + 1)
