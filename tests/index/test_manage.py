import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from matinee.errors import InputError
from matinee.index.build import UNFINISHED, build, unchanged
from matinee.index.catalogue import open_catalogue
from matinee.index.manage import add, remove, verify
from matinee.index.manifest import BUILDING
from matinee.index.sources.source import Source, open_sources
from tests.index.fakes import FakeEmbedding
from tests.toy import TOY

pytestmark = pytest.mark.slow

KILLED = """
import sys
from pathlib import Path
from matinee.index import build as module
from matinee.index.sources.source import Source
from tests.index.fakes import FakeEmbedding
from tests.toy import TOY
module.BATCH = 4
module.build([Source("toy", "", TOY)], Path(sys.argv[1]), FakeEmbedding(pause_s=0.05))
"""


@pytest.fixture
def folder(tmp_path):
    build([Source("toy", "", TOY)], tmp_path / "c", FakeEmbedding())
    return tmp_path / "c"


def lines(path, *rows):
    path.write_text("\n".join(json.dumps(row) for row in rows))
    return path


def test_added_titles_join_those_that_are_there(folder, tmp_path):
    file = lines(tmp_path / "more.jsonl", {"title": "Zorblax", "year": 1999, "overview": "A robot sings."},
                 {"title": "Groundhog Day", "year": 1993, "votes": 7})  # fmt: skip
    embedder = FakeEmbedding()
    info = add(folder, open_sources("jsonl", [file]), embedder)
    assert info.titles == len(TOY) + 1
    assert [s.kind for s in info.sources] == ["toy", "jsonl"]
    assert len([t for t in embedder.texts if "robot sings" in t]) == 1
    assert len(embedder.texts) <= 3, "what was there was embedded again"
    merged = next(t for t in open_catalogue(folder, FakeEmbedding()).titles.values() if t.name == "Groundhog Day")
    assert merged.votes == 7
    assert merged.themes


def test_adding_the_same_file_again_changes_nothing(folder, tmp_path):
    file = lines(tmp_path / "more.jsonl", {"title": "Zorblax", "year": 1999})
    first = add(folder, open_sources("jsonl", [file]), FakeEmbedding())
    embedder = FakeEmbedding()
    assert add(folder, open_sources("jsonl", [file]), embedder) == first
    assert embedder.texts == []


def test_removed_titles_are_gone_and_the_rest_stays(folder):
    embedder = FakeEmbedding()
    info, gone = remove(folder, ["Dark (2017)", "Groundhog Day"], embedder)
    assert [t.label for t in gone] == ["Dark (2017)", "Groundhog Day (1993)"]
    names = {t.label for t in open_catalogue(folder, FakeEmbedding()).titles.values()}
    assert info.titles == len(names) == len(TOY) - 2
    assert "Dark (2015)" in names
    assert len(embedder.texts) <= 1


@pytest.mark.parametrize(("name", "words"), [("Zorblax", "no title"), ("Dark", "several")])
def test_a_name_that_fits_none_or_several_is_refused(folder, name, words):
    with pytest.raises(InputError, match=words):
        remove(folder, [name], FakeEmbedding())
    assert len(open_catalogue(folder, FakeEmbedding()).titles) == len(TOY)


def test_every_title_cannot_be_removed(folder):
    with pytest.raises(InputError, match="every title"):
        remove(folder, [t.id for t in TOY], FakeEmbedding())


def test_a_sound_catalogue_verifies_and_a_damaged_one_does_not(folder):
    assert verify(folder, FakeEmbedding()) == []
    info = next(p for p in folder.glob("data-*"))
    files = sorted((p for p in info.rglob("*.lance") if p.is_file()), key=lambda p: -p.stat().st_size)
    files[0].write_bytes(b"rubbish")
    assert verify(folder, FakeEmbedding())
    assert verify(folder / "nowhere", FakeEmbedding())


def test_building_the_same_files_again_is_known_to_change_nothing(tmp_path):
    file = lines(tmp_path / "films.jsonl", {"title": "Zorblax", "year": 1999})
    embedder = FakeEmbedding()
    info = build(open_sources("jsonl", [file]), tmp_path / "c", embedder)
    assert unchanged(open_sources("jsonl", [file]), tmp_path / "c", embedder) == info
    assert unchanged(open_sources("jsonl", [file], {"overview": "plot"}), tmp_path / "c", embedder) is None
    assert unchanged(open_sources("jsonl", [file]), tmp_path / "c", FakeEmbedding(model_name="other")) is None
    lines(file, {"title": "Zorblax", "year": 2000})
    assert unchanged(open_sources("jsonl", [file]), tmp_path / "c", embedder) is None


def test_a_killed_build_goes_on_where_it_stopped(tmp_path):
    folder = tmp_path / "c"
    process = subprocess.Popen([sys.executable, "-c", KILLED, str(folder)], cwd=Path(__file__).parents[2])
    deadline = time.monotonic() + 120
    table = folder / BUILDING / "table"
    while time.monotonic() < deadline and process.poll() is None:
        if sum(1 for _ in table.rglob("*.lance")) >= 3:
            break
        time.sleep(0.02)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert table.exists(), "the build ended before it could be killed"
    embedder = FakeEmbedding()
    info = build([Source("toy", "", TOY)], folder, embedder)
    assert info.titles == len(TOY)
    # one probe of the dimension, and what the killed build had not come to
    assert len(embedder.texts) - 1 <= len(TOY) - 4
    assert not (folder / UNFINISHED).exists()
    assert not (folder / BUILDING).exists()
    assert verify(folder, FakeEmbedding()) == []
