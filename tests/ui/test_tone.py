"""`matinee tone` and `matinee eval tone` over a small catalogue, in this process."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from matinee.index.build import build
from matinee.index.sources.source import Source
from matinee.ui.cli import main
from tests.toy import TOY

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def catalogue(embedder, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("tone") / "cat"
    build([Source("toy", "", TOY)], folder, embedder)
    return folder


@pytest.fixture
def matinee(catalogue, tmp_path, monkeypatch, capsys):
    """Run the program; exit code, stdout, stderr."""
    monkeypatch.setenv("MATINEE_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("MATINEE_SETTINGS", str(tmp_path / "settings.toml"))

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["matinee", *arguments, "--catalogue", str(catalogue)])
        code = 0
        try:
            main()
        except SystemExit as exit_:
            code = int(exit_.code or 0)
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def _files(folder: Path, text: str) -> tuple[str, str]:
    (folder / "in.jsonl").write_text(text, encoding="utf-8")
    return str(folder / "in.jsonl"), str(folder / "out.jsonl")


def _results(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / "out.jsonl").read_text(encoding="utf-8").splitlines()]


def test_a_line_out_for_a_line_in(matinee, tmp_path):
    lines = ['{"title": "It", "year": 2017}', '{"id": "my-neighbor-totoro-1988-film"}', '{"title": "Nope", "year": 1}',
             "broken", "", '{"title": "Line\u2028break"}']  # fmt: skip
    source, to = _files(tmp_path, "\n".join(lines) + "\n")
    code, _, err = matinee("tone", "--axis", "scary", "--in", source, "--out", to)
    scary, totoro, nope, broken, empty, odd = _results(tmp_path)
    assert code == 0
    assert scary["score"] > 0.6 > 0.2 > totoro["score"]
    assert nope == odd == {"score": None}
    assert broken["score"] is empty["score"] is None
    assert broken["error"]
    assert f"{source}:4: " in err


def test_predicted_scores_are_others(matinee, tmp_path):
    source, to = _files(tmp_path, '{"title": "It", "year": 2017}\n')
    assert matinee("tone", "--axis", "light", "--in", source, "--out", to)[0] == 0
    authored = _results(tmp_path)
    assert matinee("tone", "--axis", "light", "--in", source, "--out", to, "--predicted")[0] == 0
    assert _results(tmp_path) != authored


def test_a_guess_says_so(matinee, tmp_path):
    source, to = _files(tmp_path, '{"title": "It", "year": 2017}\n')
    code, _, err = matinee("tone", "--axis", "set in a haunted mansion", "--in", source, "--out", to)
    assert code == 0
    assert "guessed from" in err
    assert "spooky" in err


def test_an_empty_file_gives_an_empty_file(matinee, tmp_path):
    source, to = _files(tmp_path, "")
    assert matinee("tone", "--axis", "cosy", "--in", source, "--out", to)[0] == 0
    assert _results(tmp_path) == []


@pytest.mark.parametrize(
    ("axis", "text", "to"),
    [
        ("!!", '{"title": "It"}\n', "out.jsonl"),
        ("scary", "broken\n", "out.jsonl"),
        ("scary", '{"title": "It"}\n', "no/dir"),
    ],
)
def test_a_named_failure_is_one_line_and_exit_1(matinee, tmp_path, axis, text, to):
    source, _ = _files(tmp_path, text)
    code, _, err = matinee("tone", "--axis", axis, "--in", source, "--out", str(tmp_path / to))
    assert code == 1
    assert err.strip().splitlines()[-1].startswith("matinee: ")
    assert "Traceback" not in err


def test_a_missing_input_is_a_named_failure(matinee, tmp_path):
    code, _, err = matinee(
        "tone", "--axis", "scary", "--in", str(tmp_path / "no"), "--out", str(tmp_path / "out.jsonl")
    )
    assert code == 1
    assert "cannot be read" in err


def test_eval_tone_prints_the_fit_and_the_agreement(matinee, tmp_path):
    code, out, _ = matinee("eval", "tone")
    assert code == 0
    assert out.splitlines()[-1].startswith("mean")
    judgements = tmp_path / "j.csv"
    judgements.write_text(
        "rater_id,reference_title,soft_attribute,less_than,about_as,more_than\n"
        '1,Seven (1995),scary,"[""Amélie (2001)""]",[],"[""It (2017)"", ""Nope (1999)""]"\n',
        encoding="utf-8",
    )
    code, out, _ = matinee("eval", "tone", "--soft-attributes", str(judgements))
    assert code == 0
    assert "authored" in out
    assert "predicted" in out
    assert "50.0% of 2 pairs" in out
    only = matinee("eval", "tone", "--soft-attributes", str(judgements), "--predicted")[1]
    assert "authored" not in only
