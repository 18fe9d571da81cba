import json
from pathlib import Path

import pytest

from matinee.errors import InputError
from matinee.index.tone.evaluate import (
    Judgement,
    agreement_table,
    measure,
    rater_agreement,
    read_judgements,
    score_judged,
)

JUDGEMENTS = Path(__file__).resolve().parents[4] / "shared" / "data" / "soft-attributes" / "dev.csv"
HEADER = "rater_id,reference_title,soft_attribute,less_than,about_as,more_than\n"


def _row(attribute, less, about, more, rater=1):
    cells = [json.dumps(films).replace('"', '""') for films in (less, about, more)]
    return f"{rater},Ref (1990),{attribute}," + ",".join(f'"{cell}"' for cell in cells) + "\n"


def test_strict_pairs(tmp_path):
    file = tmp_path / "j.csv"
    file.write_text(HEADER + _row("scary", ["A (1)"], ["B (2)", "C (3)"], ["D (4)"]), encoding="utf-8-sig")
    found = {(j.less, j.more) for j in read_judgements(file)}
    assert found == {
        ("A (1)", "B (2)"), ("A (1)", "C (3)"), ("B (2)", "D (4)"), ("C (3)", "D (4)"), ("A (1)", "D (4)")
    }  # fmt: skip


def test_known_accuracy():
    judgements = [Judgement("scary", "a", "b"), Judgement("scary", "b", "c"), Judgement("scary", "a", "x"),
                  Judgement("long", "a", "b")]  # fmt: skip
    found = measure(judgements, {"scary": {"a": 0.1, "b": 0.9, "c": 0.9}, "long": {"a": 0.5, "b": 0.4}})
    scary, long = found.by_attribute["scary"], found.by_attribute["long"]
    assert (scary.right, scary.judged, scary.asked) == (1.5, 2, 3)
    assert (long.share, long.covered) == (0.0, 1.0)
    assert found.overall.share == pytest.approx(1.5 / 3)
    assert found.overall.covered == pytest.approx(3 / 4)
    assert "all pairs" in agreement_table({"authored": found})


def test_rater_agreement():
    judgements = [Judgement("scary", "a", "b")] * 3 + [Judgement("scary", "b", "a"), Judgement("odd", "a", "b")]
    # of the six pairs of raters, three agree; nobody else judged "odd"
    assert rater_agreement(judgements) == {"scary": 0.5, "odd": 0.5}


@pytest.mark.parametrize(
    "content",
    [b"", b"a,b\n1,2\n", b"\xff\xfe\x00", HEADER.encode() + b"1,R,scary,[,[],[]\n", HEADER.encode() + b"1,R,scary\n"],
)
def test_a_file_of_another_kind_is_refused_in_one_line(tmp_path, content):
    file = tmp_path / "j.csv"
    file.write_bytes(content)
    with pytest.raises(InputError) as caught:
        read_judgements(file)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        read_judgements(tmp_path / "none.csv")


@pytest.mark.slow
@pytest.mark.parametrize(("predicted", "least", "least_agreed"), [(False, 0.70, 0.75), (True, 0.64, 0.70)])
def test_traits_agree_with_people(starter, embedder, predicted, least, least_agreed):
    if not JUDGEMENTS.is_file():
        pytest.skip(f"no judgements at {JUDGEMENTS}")
    judgements = read_judgements(JUDGEMENTS)
    assert len(judgements) == 22_927
    found = score_judged(judgements, starter, embedder, predicted=predicted)
    assert found.overall.covered > 0.6
    assert found.overall.share >= least
    assert found.agreed_mean >= least_agreed
    assert len(found.agreed) == 20
