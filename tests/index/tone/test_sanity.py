"""Traits over the whole starter catalogue: a table that any viewer would agree with."""

import pytest

from matinee.index.tone.batch import TraitScorer
from matinee.index.tone.finder import split_label
from matinee.index.tone.traits import parse_trait
from tests.index.tone.sanity import ROWS

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("predicted", [False, True], ids=["authored", "predicted"])
def test_what_any_viewer_would_say(starter, embedder, predicted):
    scorer = TraitScorer(starter, embedder, predicted=predicted)
    wrong = []
    for trait, more, less in ROWS:
        titles = [scorer.find(*split_label(label)) for label in (more, less)]
        assert None not in titles, (more, less)
        high, low = scorer.scores(parse_trait(trait, embedder), titles)
        if high <= low:
            wrong.append(f"{trait}: {more} {high:.2f}, {less} {low:.2f}")
    assert len(ROWS) >= 60
    assert wrong == []
