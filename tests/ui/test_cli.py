"""The command line as a user meets it: real processes over a real, small catalogue."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.toy import TOY

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a catalogue built from a JSON Lines file by the command itself."""
    folder = tmp_path_factory.mktemp("cli")
    rows = [
        {"id": t.id, "title": t.name, "year": t.year, "kind": t.kind, "genres": t.genres, "directors": t.directors,
         "cast": t.cast, "countries": t.countries, "languages": t.languages, "runtime_minutes": t.runtime_minutes,
         "seasons": t.seasons, "maturity": t.maturity, "overview": t.logline, "keywords": t.themes, "tone": t.tone,
         "fame": t.fame}
        for t in TOY
    ]  # fmt: skip
    (folder / "toy.jsonl").write_text("\n".join(json.dumps(row) for row in rows) + "\nnot json\n", encoding="utf-8")
    done = matinee(
        folder, "index", "build", "--source", "jsonl", str(folder / "toy.jsonl"), "--to", str(folder / "cat")
    )
    assert done.returncode == 0, done.stderr
    assert "1 bad row" in done.stdout
    return folder


def matinee(
    home: Path, *arguments: str, stdin: str = "", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    variables = {**os.environ, "MATINEE_DATA_DIR": str(home / "data"), "MATINEE_MODEL": "none",
                 "MATINEE_SETTINGS": str(home / "settings.toml"), "COLUMNS": "100", **(env or {})}  # fmt: skip
    program = Path(sys.executable).parent / "matinee"
    return subprocess.run(
        [program, *arguments], input=stdin, env=variables, capture_output=True, text=True, check=False
    )


def test_ask_json_has_the_shape_of_the_contract(home: Path) -> None:
    done = matinee(home, "ask", "something like Dark but lighter", "--json", "--catalogue", str(home / "cat"))
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert set(answer) == {"reply", "picks", "request", "model", "policy", "turn_id", "timings_ms"}
    assert all(p["tone"]["light"] > 0.10 for p in answer["picks"])
    assert not any(p["title"] == "Dark" and p["kind"] == "series" for p in answer["picks"])


def test_chat_through_a_pipe(home: Path) -> None:
    lines = "something like Dark but lighter\n/why 1\n/like 1 lovely\n/seen 9\n/undo\n/nonsense\nthanks\n/quit\n"
    done = matinee(home, "chat", "--catalogue", str(home / "cat"), stdin=lines)
    assert done.returncode == 0, done.stderr
    for words in ("like Dark: ", "Noted: you like", "give a number from 1 to", "Taken back", "no command /nonsense"):
        assert words in done.stdout
    assert "Traceback" not in done.stderr


def test_rank(home: Path) -> None:
    lines = [
        {"id": "a", "messages": [{"role": "user", "content": "something like Dark but lighter"}]},
        {"id": "b", "liked": ["dark-2017-series"], "exclude": ["russian-doll-2019-series"]},
        {"id": "c"},
    ]
    (home / "in.jsonl").write_text("\n".join(json.dumps(line) for line in lines) + "\n{broken\n")
    outs = []
    for name in ("one.jsonl", "two.jsonl"):
        done = matinee(home, "rank", "--catalogue", str(home / "cat"), "--in", str(home / "in.jsonl"),
                       "--out", str(home / name), "-k", "3")  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert "in.jsonl:3" in done.stderr
        outs.append((home / name).read_text())
    assert outs[0] == outs[1]
    rows = [json.loads(line) for line in outs[0].splitlines()]
    assert [row["id"] for row in rows] == ["a", "b", "c", None]
    assert len(rows[0]["titles"]) == 3
    assert set(rows[0]["titles"][0]) == {"id", "title", "year", "score"}
    assert "russian-doll-2019-series" not in [t["id"] for t in rows[1]["titles"]]
    scores = [t["score"] for t in rows[1]["titles"]]
    assert scores == sorted(scores, reverse=True)


def test_index_info_json(home: Path) -> None:
    done = matinee(home, "index", "info", str(home / "cat"), "--json")
    info = json.loads(done.stdout)
    assert info["titles"] == len(TOY)
    assert {"titles", "version", "schema", "embedder", "sources"} <= set(info)


def test_doctor(home: Path) -> None:
    done = matinee(home, "doctor", "--catalogue", str(home / "cat"))
    assert done.returncode == 0, done.stdout
    assert f"{len(TOY)} titles" in done.stdout
    broken = matinee(home, "doctor", "--catalogue", str(home / "nowhere"))
    assert broken.returncode == 1
    assert "index build" in broken.stdout


@pytest.mark.parametrize(
    ("arguments", "env", "words"),
    [
        (["ask", "hi", "--catalogue", "{home}/nowhere"], {}, "index build"),
        (["ask", "hi", "--catalogue", "{home}/cat"], {"MATINEE_PICKS": "lots"}, "MATINEE_PICKS"),
        (["ask", "hi", "--catalogue", "{home}/cat"], {"MATINEE_MODEL": "gpt"}, "MATINEE_MODEL"),
        (["ask", "hi", "--catalogue", "{home}/cat"], {"MATINEE_DATA_DIR": "/proc/none"}, "/proc/none"),
        (["ask", "hi", "--catalogue", "{home}/cat"], {"MATINEE_MODEL": "ollama:x", "MATINEE_OLLAMA_HOST":
         "http://127.0.0.1:9"}, "127.0.0.1:9"),
        (["index", "build", "--source", "jsonl", "{home}/none.jsonl", "--to", "{home}/new"], {}, "none.jsonl"),
        (["index", "build", "--source", "nonsense", "--to", "{home}/new"], {}, "nonsense"),
        (["index", "info", "{home}/nowhere"], {}, "no catalogue"),
        (["rank", "--in", "{home}/none", "--out", "{home}/out"], {}, "none"),
    ],
)  # fmt: skip
def test_a_failure_is_one_line_and_exit_1(home: Path, arguments: list[str], env: dict[str, str], words: str) -> None:
    done = matinee(home, *(a.format(home=home) for a in arguments), env=env)
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert words in done.stderr


@pytest.mark.model
def test_ctrl_c_stops_the_reply_and_not_the_program(home: Path) -> None:
    program = Path(sys.executable).parent / "matinee"
    variables = {**os.environ, "MATINEE_DATA_DIR": str(home / "data"), "MATINEE_MODEL": "embedded"}
    command = [program, "chat", "--catalogue", str(home / "cat")]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=variables
    ) as chat:
        assert chat.stdin
        assert chat.stdout
        chat.stdin.write("something like Dark but lighter\n")
        chat.stdin.flush()
        while "lighter: " not in chat.stdout.readline():
            assert chat.poll() is None
        chat.send_signal(signal.SIGINT)
        out, err = chat.communicate("who directed Schindler's List?\n/quit\n", timeout=120)
    assert chat.returncode == 0, err
    assert "Spielberg" in out
    assert "Traceback" not in err


def test_wrong_usage_is_exit_2(home: Path) -> None:
    assert matinee(home, "ask").returncode == 2
    assert matinee(home, "rank").returncode == 2
    assert matinee(home, "no-such-command").returncode == 2


def test_help_does_not_pay_for_heavy_imports(home: Path) -> None:
    code = "import sys, matinee.ui.cli; print([m for m in ('lancedb', 'langgraph', 'langchain', 'llama_index', "
    code += "'onnxruntime', 'ollama', 'numpy', 'rich.progress') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
