import pytest

from matinee.index.sources.starter import read_starter
from matinee.index.title import TONE_AXES
from matinee.index.tone.survey import BINS, contradictions, distribution
from tests.toy import TOY

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def titles():
    return list(read_starter())


def test_no_tone_of_the_starter_contradicts_genre_or_maturity(titles):
    faults = {t.label: found for t in titles if (found := contradictions(t))}
    assert faults == {}, "\n".join(f"{label}: {', '.join(found)}" for label, found in faults.items())


def test_the_distribution_has_a_line_an_axis(titles):
    lines = distribution(titles).splitlines()
    assert [line.split()[0] for line in lines] == ["axis", *TONE_AXES]
    assert all(len(line.split("  ", 1)[1].rstrip()) for line in lines)


def test_each_axis_of_the_starter_is_used_from_end_to_end(titles):
    for axis in TONE_AXES:
        bins = {min(BINS - 1, int(t.tone[axis] * BINS)) for t in titles}
        assert len(bins) == BINS, f"{axis}: nobody stands in {sorted(set(range(BINS)) - bins)} of {BINS}"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"genres": ("comedy",), "tone": {"funny": 0.0}}, "a comedy without laughs"),
        ({"maturity": "18+", "tone": {"family": 0.9}}, "for the whole family, yet rated 16+ or more"),
        ({"maturity": "all", "tone": {"violent": 0.9}}, "violent, yet rated for children"),
        ({"genres": ("documentary",), "tone": {"fantastic": 0.9}}, "a documentary of an imagined world"),
        ({"genres": ("romance",), "tone": {"romantic": 0.1}}, "a romance without love"),
    ],
)
def test_a_contradiction_is_named(changes, words):
    title = TOY[0]
    spoilt = title.model_copy(update={**changes, "tone": {**title.tone, **changes["tone"]}})
    assert words in contradictions(spoilt)


def test_the_toy_catalogue_has_none():
    assert [contradictions(t) for t in TOY if t.tone] == [[] for t in TOY if t.tone]
