import json

import pytest
from typer.testing import CliRunner

from matinee.index.build import build
from matinee.index.sources.source import Source
from matinee.ui.cli import app
from tests.toy import TOY

CASE = {"say": "Dark but lighter", "form": "axis", "like": ["dark-2017-series"],
        "moves": [{"on": "light", "by": "more"}]}  # fmt: skip


@pytest.fixture(scope="module")
def folder(embedder, tmp_path_factory):
    folder = tmp_path_factory.mktemp("eval")
    build([Source("toy", "", TOY)], folder / "catalogue", embedder)
    (folder / "cases.jsonl").write_text(json.dumps(CASE) + "\n", encoding="utf-8")
    return folder


@pytest.mark.slow
def test_the_report_as_json_and_as_text(folder):
    options = ["eval", "steer", "--cases", str(folder / "cases.jsonl"), "--catalogue", str(folder / "catalogue")]
    told = json.loads(CliRunner().invoke(app, [*options, "--json"]).stdout)
    assert (told["cases"], told["left_out"]) == (1, 0)
    assert told["of_picks"]["exists"] == told["of_cases"]["hidden"] == told["by_scale"]["light"]["direction"] == 1.0
    done = CliRunner().invoke(app, options)
    assert done.exit_code == 0
    assert "cases 1, picks" in done.stdout
    assert "by scale" in done.stdout
