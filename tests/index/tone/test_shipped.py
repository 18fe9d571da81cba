import csv
from pathlib import Path

import numpy as np
import pytest

from matinee.index.embedding import MiniLM
from matinee.index.maturity import maturity_of
from matinee.index.sources.names import genre_names
from matinee.index.sources.starter import read_starter
from matinee.index.text import embedded_text
from matinee.index.title import TONE_AXES
from matinee.index.tone.fill import FOREIGN_TEXT
from matinee.index.tone.finder import Finder
from matinee.index.tone.model import ToneConfig, ToneModel, Tones, lesson_digest, tone_matrix
from matinee.index.tone.report import fits, held_out_report, tone_report
from matinee.index.tone.shipped import WEIGHTS, held_out, predicted_tones, shipped_model

pytestmark = pytest.mark.slow

STREAMING = Path(__file__).resolve().parents[4] / "shared" / "data" / "streaming"


@pytest.fixture(scope="module")
def titles():
    return sorted(read_starter(), key=lambda title: title.id)


def test_the_shipped_weights_are_small_and_not_stale(titles):
    assert WEIGHTS.stat().st_size < 3_000_000
    assert shipped_model().digest == lesson_digest(titles), (
        "the starter has changed: run python -m matinee.index.tone.train"
    )


def test_held_out_predictions_beat_the_mean_on_each_axis(titles):
    places, unseen = held_out(titles)
    assert places == list(range(len(titles)))
    for fit in fits(unseen, tone_matrix(titles)):
        # 0 is what the mean predictor reaches
        assert fit.r2 > 0.4, fit
        assert fit.spearman > 0.6, fit


def test_intervals_are_honest(titles):
    _, unseen = held_out(titles)
    found = fits(unseen, tone_matrix(titles))
    for place, share in enumerate((0.50, 0.80, 0.95)):
        assert np.mean([fit.inside[place] for fit in found]) == pytest.approx(share, abs=0.04)
        assert all(abs(fit.inside[place] - share) < 0.12 for fit in found)


def test_the_report_has_a_line_an_axis_and_the_mean(titles):
    lines = held_out_report(titles).splitlines()
    assert [line.split()[0] for line in lines] == ["axis", *TONE_AXES, "mean"]


def test_a_perfect_prediction_is_reported_as_one():
    true = np.random.default_rng(0).random((40, 12))
    report = fits(Tones(true, np.full_like(true, 0.1)), true)
    assert all(fit.r2 == 1 and fit.spearman == pytest.approx(1) and fit.error == 0 for fit in report)
    assert all(fit.inside == (1.0, 1.0, 1.0) for fit in report)
    assert "mean" in tone_report(Tones(true, true), true)


@pytest.mark.slow
def test_training_on_a_part_predicts_the_rest(starter):
    every = list(starter.titles.values())
    drawn = np.random.default_rng(5).permutation(len(every))
    inside, outside = ([every[i] for i in part] for part in (drawn[:900], drawn[900:1500]))
    model = ToneModel.train(inside, starter.vectors([t.id for t in inside]), ToneConfig(landmarks=500, folds=3))
    tones = model.predict(outside, starter.vectors([t.id for t in outside]))
    found = fits(tones, tone_matrix(outside))
    assert all(fit.r2 > 0.25 for fit in found), [(fit.axis, fit.r2) for fit in found]
    assert np.mean([fit.r2 for fit in found]) > 0.6


@pytest.mark.slow
def test_a_starter_title_is_predicted_as_if_never_seen(starter):
    some = list(starter.titles.values())[:50]
    tones = predicted_tones(some, starter.vectors([t.id for t in some]))
    assert np.array_equal(tones.values, held_out(some)[1].values)
    other = [title.model_copy(update={"id": f"{title.id}-elsewhere"}) for title in some]
    assert not np.array_equal(predicted_tones(other, starter.vectors([t.id for t in some])).values, tones.values)


@pytest.mark.slow
def test_descriptions_by_other_hands_still_place_a_title(titles):
    """Starter titles as streaming catalogues describe them, predicted by a model that was trained without them."""
    if not STREAMING.is_dir():
        pytest.skip(f"no real catalogues at {STREAMING}")
    finder, told = Finder(titles), {}
    for path in sorted(STREAMING.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                film = row["type"] == "Movie"
                title = finder.by_name(row["title"], int(row["release_year"]), "film" if film else "series")
                if title and row["description"].strip():
                    told[title.id] = title.model_copy(
                        update={
                            "themes": (),
                            "logline": row["description"].strip(),
                            "genres": genre_names(g.strip() for g in row["listed_in"].split(",")),
                            "maturity": maturity_of(row["rating"]),
                            "countries": tuple(filter(None, row["country"].split(", "))),
                        }
                    )
    outside = [title for title in told.values() if hash_of(title.id) < 0.35]
    ids = {title.id for title in outside}
    inside = [title for title in titles if title.id not in ids]
    assert len(outside) > 150
    embedder = MiniLM()
    model = ToneModel.train(
        inside, embedder.encode([embedded_text(t) for t in inside]), ToneConfig(landmarks=800, folds=3)
    )
    tones = model.predict(outside, embedder.encode([embedded_text(title) for title in outside]))
    found = fits(Tones(tones.values, tones.spreads * FOREIGN_TEXT), tone_matrix(outside))
    assert np.mean([fit.r2 for fit in found]) > 0.4
    assert all(fit.spearman > 0.3 for fit in found)
    assert np.mean([fit.inside[1] for fit in found]) == pytest.approx(0.8, abs=0.08)


def hash_of(text: str) -> float:
    """0 to 1, the same every time."""
    return sum((i + 1) * byte for i, byte in enumerate(text.encode())) % 1000 / 1000
