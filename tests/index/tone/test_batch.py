import json

import numpy as np
import pytest

from matinee.index.tone.batch import TraitScorer
from matinee.index.tone.traits import parse_trait


@pytest.fixture(scope="module")
def scored(toy, embedder):
    scorer = TraitScorer(toy, embedder)

    def run(*lines, axis="scary"):
        texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
        return scorer.score_lines(parse_trait(axis, embedder), texts)

    return run


def test_a_title_is_found_by_id_and_by_any_spelling_of_its_name(scored):
    lines = [
        {"id": "seven-1995-film"}, {"title": "Seven", "year": 1995}, {"title": "SEVEN", "year": "1996"},
        {"title": "Seven (1995)"}, {"id": "unheard-of", "title": "Seven", "year": 1995, "other": [1]},
    ]  # fmt: skip
    results = scored(*lines)
    assert {tuple(result) for result in results} == {("score",)}
    assert len({result["score"] for result in results}) == 1
    assert 0 < results[0]["score"] <= 1


def test_names_that_stand_twice_are_told_apart(scored):
    series, film, by_kind = scored(
        {"title": "Dark", "year": 2017}, {"title": "Dark", "year": 2015}, {"title": "Dark", "kind": "movie"}
    )
    assert series != film
    assert by_kind == film


def test_what_is_not_there_is_null(scored):
    assert (
        scored({"id": "nope"}, {"title": "Nope", "year": 1999}, {"title": "Seven", "year": 1970})
        == [{"score": None}] * 3
    )


@pytest.mark.parametrize(
    "line",
    ["", "not json", "[]", "3", "null", '"Seven"', "{}", '{"year": 1995}', '{"title": ""}', '{"title": ["Seven"]}',
     '{"title": "Seven", "year": "soon"}', '{"id": {"a": 1}}', "[" * 100_000],
)  # fmt: skip
def test_a_bad_line_is_null_with_one_clear_line_and_loses_no_other(scored, line):
    good, bad, again = scored({"title": "Seven"}, line, {"title": "Seven"})
    assert good == again
    assert bad["score"] is None
    assert bad["error"]
    assert "\n" not in bad["error"]


def test_no_line_no_result(scored):
    assert scored() == []


def test_scores_agree_with_the_tones(scored, toy):
    titles = list(toy.titles.values())
    results = [result["score"] for result in scored(*({"id": t.id} for t in titles), axis="light")]
    assert results == pytest.approx([t.tone["light"] for t in titles], abs=1e-6)


def test_predicted_goes_by_the_model(toy, embedder):
    trait = parse_trait("light", embedder)
    titles = list(toy.titles.values())
    authored = TraitScorer(toy, embedder).scores(trait, titles)
    predicted = TraitScorer(toy, embedder, predicted=True).scores(trait, titles)
    assert not np.allclose(authored, predicted, atol=0.01)
    assert np.corrcoef(authored, predicted)[0, 1] > 0.7
