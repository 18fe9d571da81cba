import csv
import io
import json
from pathlib import Path

import pytest

from matinee.agent.agent import Agent
from matinee.agent.evaluate.cases import CASES, Case, Move, read_cases
from matinee.agent.evaluate.judge import Verdict
from matinee.agent.evaluate.steer import Outcome, SteerReport, evaluate_steer, steer_table
from matinee.agent.models.choose import ChosenModel
from matinee.index.build import build
from matinee.index.catalogue import open_catalogue
from matinee.index.sources.source import open_sources
from matinee.index.sources.starter import read_starter
from tests.conftest import ROOT
from tests.toy import TOY

LISTS = ROOT.parent / "shared" / "data" / "streaming"
NOBODY = ChosenModel(None, "none", "none", tools=False, note="code composes")


def report_of(agent, embedder):
    report = evaluate_steer(read_cases(CASES), agent, embedder)
    print(steer_table(report))
    return report


def test_what_the_report_counts():
    case = Case(say="a", form="axis", like=("x",), moves=(Move(on="light", by="more"),))
    right = Verdict(TOY[0], dict.fromkeys(("exists", "hidden", "direction", "theme"), True), {"light": True})
    wrong = Verdict(TOY[1], {**right.marks, "direction": False}, {"light": False}, ("light .1 against .2",))
    other = case.model_copy(update={"say": "b", "form": "meets"})
    outcomes = (Outcome(case, (right, wrong), within_reach=False), Outcome(other, (right,)), Outcome(other, ()))
    report = SteerReport(outcomes, (case,))
    assert report.picks_within_reach.share("direction") == 1.0
    assert [outcome.faulty for outcome in outcomes] == [True, False, True]
    assert report.picks.share("direction") == pytest.approx(2 / 3)
    assert report.cases.share("direction") == pytest.approx(1 / 3)
    assert report.cases.share("exists") == pytest.approx(2 / 3)
    assert {form: shares.total for form, shares in report.by_form.items()} == {"axis": 2, "meets": 1}
    assert report.by_scale["light"].share("direction") == pytest.approx(2 / 3)
    told = report.public()
    assert (told["cases"], told["left_out"], told["picks"]) == (3, 1, 3)
    assert [each["fault"] for each in told["failures"]] == [f"{TOY[1].label}: light .1 against .2", "no picks"]
    assert json.loads(json.dumps(told)) == told
    assert f"[axis] a  →  {TOY[1].label}: light .1 against .2  (out of reach" in steer_table(report)


def test_asked_of_the_toy_catalogue(toy, embedder):
    cases = [
        Case(say="Dark but lighter", form="axis", like=("dark-2017-series",), moves=(Move(on="light", by="more"),)),
        Case(say="like a film that is not here", form="axis", like=("none",)),
    ]
    report = evaluate_steer(cases, Agent(toy, NOBODY), embedder)
    assert [case.say for case in report.left_out] == ["like a film that is not here"]
    (outcome,) = report.outcomes
    assert outcome.verdicts
    assert outcome.obeys("exists")
    assert outcome.obeys("hidden")
    assert outcome.obeys("direction")


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_every_case_asked_of_the_starter(starter, embedder):
    report = report_of(Agent(starter, NOBODY), embedder)
    assert not report.left_out
    assert report.picks.share("exists") == 1.0
    assert report.picks.share("hidden") == 1.0
    assert report.picks.share("theme") == 1.0
    assert report.picks.share("direction") >= 0.95
    assert all(outcome.verdicts for outcome in report.outcomes)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_every_case_that_a_streaming_catalogue_can_answer(lists, embedder):
    report = report_of(Agent(lists, NOBODY), embedder)
    assert len(report.outcomes) >= 60
    assert report.picks.share("exists") == 1.0
    assert report.picks.share("hidden") == 1.0
    # So small a sample cannot answer every case.
    assert sum(outcome.within_reach for outcome in report.outcomes) >= 50
    assert report.picks_within_reach.share("theme") == 1.0
    assert report.picks_within_reach.share("direction") >= 0.95


@pytest.fixture(scope="module")
def lists(embedder):
    """A catalogue of some 600 rows of the real lists: those that name an anchor, and every fiftieth of the others."""
    files = sorted(LISTS.glob("*.csv"))
    if not files:
        pytest.skip(f"no real lists at {LISTS}")
    folder = ROOT / ".cache" / "streaming-sample"
    sample = [_sample(file, folder / "lists") for file in files]
    build(open_sources("streaming-csv", sample), folder / "catalogue", embedder)
    return open_catalogue(folder / "catalogue", embedder)


def _sample(file: Path, to: Path) -> Path:
    wanted = {ident for case in read_cases(CASES) for ident in case.like}
    names = {name.casefold() for title in read_starter() if title.id in wanted for name in (title.name, *title.aka)}
    with file.open(encoding="utf-8-sig", newline="") as source:
        rows = csv.DictReader(source)
        kept = [row for number, row in enumerate(rows) if number % 50 == 0 or row["title"].casefold() in names]
    text = io.StringIO()
    writer = csv.DictWriter(text, kept[0])
    writer.writeheader()
    writer.writerows(kept)
    to.mkdir(parents=True, exist_ok=True)
    (to / file.name).write_text(text.getvalue(), encoding="utf-8", newline="")
    return to / file.name
