from collections import Counter

import pytest

from matinee.agent.evaluate.cases import CASES, FACTS, read_cases
from matinee.errors import InputError
from matinee.index.sources.starter import read_starter
from matinee.index.title import TONE_AXES

GOOD = (
    '{"say": "Dark but lighter", "form": "axis", "like": ["dark-2017-series"], '
    '"moves": [{"on": "light", "by": "more"}]}'
)


def test_a_case_file(tmp_path):
    path = tmp_path / "cases.jsonl"
    path.write_text(f"{GOOD}\n\n{GOOD}\n", encoding="utf-8")
    first, second = read_cases(path)
    assert first == second
    assert (first.say, first.moves[0].on, first.moves[0].by, first.theme) == ("Dark but lighter", "light", "more", True)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "there are no cases in"),
        (GOOD + "\n{}", r"cases.jsonl:2 is no case \(say: Field required\)"),
        ("not json", "cases.jsonl:1 is no case"),
        (GOOD.replace('"more"', '"up"'), r"is no case \(moves.0.by: "),
        (GOOD.replace('["dark-2017-series"]', "[]"), r"is no case \(like: "),
    ],
)
def test_what_is_no_case_file(tmp_path, text, told):
    path = tmp_path / "cases.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=told):
        read_cases(path)


def test_no_file(tmp_path):
    with pytest.raises(InputError, match=r"cannot be read \(No such file.*name a file with --cases"):
        read_cases(tmp_path / "none.jsonl")


def test_our_own_cases_name_titles_that_leave_room():
    cases = read_cases(CASES)
    titles = {title.id: title for title in read_starter()}
    assert len(cases) >= 150
    assert len({case.say for case in cases}) == len(cases)
    for case in cases:
        anchors = [titles[ident] for ident in case.like]
        assert not case.between or len(anchors) == 2
        assert case.moves or case.between or len(anchors) == 2 or not case.theme, case.say
        for move in case.moves:
            if move.on in TONE_AXES and move.by in {"more", "less"}:
                start = sum(anchor.tone[move.on] for anchor in anchors) / len(anchors)
                assert (1 - start if move.by == "more" else start) >= 0.2, case.say


def test_our_own_cases_are_varied():
    cases = read_cases(CASES)
    titles = {title.id: title for title in read_starter()}
    anchors = [titles[ident] for case in cases for ident in case.like]
    moved = Counter(move.on for case in cases for move in case.moves)
    assert set(TONE_AXES) <= set(moved)
    assert set(FACTS) <= set(moved)
    assert len(set(moved) - set(TONE_AXES) - set(FACTS)) >= 25
    assert len({country for anchor in anchors for country in anchor.countries[:1]}) >= 12
    assert sum(anchor.kind == "series" for anchor in anchors) >= 40
    assert min(Counter(case.form for case in cases).values()) >= 3
