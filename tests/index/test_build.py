import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from matinee.errors import CatalogueError, SourceError
from matinee.index import table
from matinee.index.build import build, build_lock
from matinee.index.catalogue import open_catalogue
from matinee.index.filters import Filters
from matinee.index.manifest import read_manifest
from matinee.index.sources.row import BadRow
from matinee.index.sources.source import Source, open_sources
from matinee.index.store import TitleVectorStore
from matinee.index.title import Title
from tests.index.fakes import FakeEmbedding
from tests.index.paths import in_table, plain
from tests.toy import TOY, toy_title

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent.parent

SLOW_BUILD = """
import sys
from pathlib import Path
from matinee.index.build import build
from matinee.index.sources.source import Source
from tests.index.fakes import FakeEmbedding
from tests.toy import TOY

titles = [TOY[0].model_copy(update={"id": str(n), "name": f"Copy {n}"}) for n in range(2_000)]
build([Source("toy", "", titles)], Path(sys.argv[1]), FakeEmbedding(pause_s=0.01))
"""


def _source(titles=TOY):
    return Source("toy", "toy.jsonl", titles, "d1")


def _titles(folder):
    return dict(open_catalogue(folder, FakeEmbedding()).titles)


def test_every_title_is_there_and_the_manifest_says_so(tmp_path):
    info = build([_source()], tmp_path / "c", FakeEmbedding())
    assert {i: plain(t) for i, t in _titles(tmp_path / "c").items()} == {t.id: plain(t) for t in TOY}
    assert read_manifest(tmp_path / "c") == info
    assert (info.titles, info.embedder, info.dimension, info.schema_version) == (len(TOY), "ollama:fake", 16, 1)
    (source,) = info.sources
    assert (source.kind, source.place, source.digest, source.rows, source.bad) == (
        "toy",
        "toy.jsonl",
        "d1",
        len(TOY),
        0,
    )
    told = json.loads((tmp_path / "c" / "manifest.json").read_text())
    assert {"titles", "version", "schema", "embedder", "sources"} <= set(told)


def test_progress_is_told(tmp_path):
    told = []
    titles = [TOY[0].model_copy(update={"id": str(n), "name": f"Copy {n}"}) for n in range(1_100)]
    build([_source(titles)], tmp_path / "c", FakeEmbedding(), progress=lambda done, total: told.append((done, total)))
    assert told == [(512, None), (1024, None), (0, 1100), (512, 1100), (1024, 1100), (1100, 1100)]


def test_the_version_is_the_same_for_the_same_titles(tmp_path):
    one = build([_source()], tmp_path / "a", FakeEmbedding())
    two = build([_source(TOY[::-1])], tmp_path / "b", FakeEmbedding())
    three = build([_source(TOY[1:])], tmp_path / "c", FakeEmbedding())
    assert one.version == two.version != three.version


def test_a_rebuild_embeds_only_what_has_changed(tmp_path):
    build([_source()], tmp_path / "c", FakeEmbedding())
    changed = TOY[0].model_copy(update={"logline": "Another story."})
    famous = TOY[1].model_copy(update={"fame": 1.0})
    embedder = FakeEmbedding()
    build([_source([changed, famous, *TOY[2:]])], tmp_path / "c", embedder)
    assert [text for text in embedder.texts if "Another story" in text] == embedder.texts[1:]  # the first is a probe
    assert len(embedder.texts) == 2
    found = _titles(tmp_path / "c")
    assert (found[changed.id], found[famous.id]) == (changed, famous)


def test_two_rows_of_one_title_are_merged_and_both_ids_lead_to_it(tmp_path):
    rows = [
        Title(id="a", name="Amélie", year=2001, kind="film"),
        Title(id="b", name="amelie", year=2001, kind="film", runtime_minutes=122),
        Title(id="c", name="Amélie", year=2002, kind="film"),
    ]
    info = build([_source(rows)], tmp_path / "c", FakeEmbedding())
    catalogue = open_catalogue(tmp_path / "c", FakeEmbedding())
    assert info.titles == 2
    assert set(catalogue.titles) == {"a", "c"}
    assert catalogue.titles["a"].runtime_minutes == 122
    assert catalogue.aliases == {"b": "a"}


def test_bad_rows_go_to_quarantine_with_line_and_reason(tmp_path):
    path = tmp_path / "titles.jsonl"
    lines = [
        {"id": "1", "title": "Heat", "year": 1995},
        {"id": "2", "title": "No Year"},
        {"id": "1", "title": "Ronin", "year": 1998},
    ]
    path.write_text("\n".join(json.dumps(line) for line in lines))
    info = build(open_sources("jsonl", [path]), tmp_path / "c", FakeEmbedding())
    assert (info.titles, info.sources[0].rows, info.sources[0].bad) == (1, 3, 2)
    faults = [json.loads(line) for line in (tmp_path / "c" / "quarantine.jsonl").read_text().splitlines()]
    assert [(f["source"], f["line"], f["reason"]) for f in faults] == [
        (str(path), 2, "no year"),
        (str(path), 3, "id '1' already belongs to Heat (1995)"),
    ]
    assert json.loads(faults[0]["row"]) == lines[1]


def test_a_useless_source_leaves_the_old_catalogue(tmp_path):
    build([_source()], tmp_path / "c", FakeEmbedding())
    with pytest.raises(SourceError, match="no title"):
        build([_source([BadRow(1, "no year")])], tmp_path / "c", FakeEmbedding())
    with pytest.raises(SourceError, match="no title"):
        build([], tmp_path / "c", FakeEmbedding())
    assert len(_titles(tmp_path / "c")) == len(TOY)
    assert not (tmp_path / "c" / ".building").exists()


def test_a_reader_goes_on_with_the_table_it_opened(tmp_path):
    build([_source()], tmp_path / "c", FakeEmbedding())
    reader = open_catalogue(tmp_path / "c", FakeEmbedding())
    build([_source(TOY[:3])], tmp_path / "c", FakeEmbedding())
    assert len(reader.keyword("the", 100)) > 3
    assert len(_titles(tmp_path / "c")) == 3


def test_only_the_tables_in_force_and_before_are_kept(tmp_path):
    for count in (1, 2, 3, 4):
        build([_source(TOY[:count])], tmp_path / "c", FakeEmbedding())
    assert len(list((tmp_path / "c").glob("data-*"))) == 2
    assert len(_titles(tmp_path / "c")) == 4


def test_two_builds_at_once_do_not_collide(tmp_path):
    folder = tmp_path / "c"
    with build_lock(folder), pytest.raises(CatalogueError, match="another build is writing"):
        build([_source()], folder, FakeEmbedding())
    build([_source()], folder, FakeEmbedding())
    assert len(_titles(folder)) == len(TOY)


def test_a_folder_with_other_files_is_left_alone(tmp_path):
    (tmp_path / "holiday.jpg").write_bytes(b"x")
    with pytest.raises(CatalogueError, match="holds other files"):
        build([_source()], tmp_path, FakeEmbedding())
    assert [p.name for p in tmp_path.iterdir()] == ["holiday.jpg"]


def test_a_damaged_catalogue_can_be_built_over(tmp_path):
    info = build([_source()], tmp_path / "c", FakeEmbedding())
    for file in (tmp_path / "c" / info.data).rglob("*.lance"):
        if file.is_file():
            file.write_bytes(b"garbage")
    build([_source()], tmp_path / "c", FakeEmbedding())
    assert len(_titles(tmp_path / "c")) == len(TOY)
    (tmp_path / "c" / "manifest.json").write_text("{")
    build([_source()], tmp_path / "c", FakeEmbedding())
    assert len(_titles(tmp_path / "c")) == len(TOY)


def test_a_place_that_is_no_folder_is_one_clear_line(tmp_path):
    (tmp_path / "file").write_text("x")
    for place in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(CatalogueError, match="cannot be written") as caught:
            build([_source()], place, FakeEmbedding())
        assert "\n" not in str(caught.value)


@pytest.mark.skipif(os.getuid() == 0, reason="root may write anywhere")
def test_a_folder_without_the_right_to_write_is_one_clear_line(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(CatalogueError, match="cannot be written"):
        build([_source()], tmp_path / "c", FakeEmbedding())


@pytest.mark.parametrize("before", [True, False])
def test_a_killed_build_leaves_the_old_catalogue_or_none(tmp_path, before):
    folder = tmp_path / "c"
    if before:
        build([_source()], folder, FakeEmbedding())
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen([sys.executable, "-c", SLOW_BUILD, str(folder)], cwd=ROOT, env=env)
    table = folder / ".building" / "table"
    while process.poll() is None and not list(table.rglob("data/*")):
        time.sleep(0.05)
    assert process.poll() is None, "the build ended before it could be killed"
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert table.exists()
    if before:
        assert len(_titles(folder)) == len(TOY)
    else:
        with pytest.raises(CatalogueError, match="there is no catalogue"):
            open_catalogue(folder, FakeEmbedding())
    build([_source(TOY[:5])], folder, FakeEmbedding())
    assert len(_titles(folder)) == 5
    assert not (folder / ".building").exists()


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from matinee.errors import CatalogueError
from matinee.index.build import build
from matinee.index.sources.source import Source
from tests.index.fakes import FakeEmbedding
from tests.toy import TOY

def fill_up(done, total):
    if total is not None or sys.argv[2] == "staging":
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, resource.RLIM_INFINITY))

count = 3_000 if sys.argv[2] == "staging" else 300
titles = [TOY[0].model_copy(update={"id": str(n), "name": f"Copy {n}"}) for n in range(count)]
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
try:
    build([Source("toy", "", titles)], Path(sys.argv[1]), FakeEmbedding(), progress=fill_up)
except CatalogueError as error:
    print(error)
"""


@pytest.mark.parametrize("step", ["staging", "table"])
def test_a_full_disk_is_one_clear_line(tmp_path, step):
    """A limit on the size of files fails as a full disk does."""
    folder = tmp_path / "c"
    build([_source()], folder, FakeEmbedding())
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", FULL_DISK, str(folder), step]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    (line,) = done.stdout.splitlines()
    assert "cannot be written" in line
    assert "free some space" in line
    assert len(_titles(folder)) == len(TOY)
    assert not (folder / ".building").exists()


def test_memory_does_not_grow_with_the_titles(tmp_path):
    def many(count):
        for n in range(count):
            yield toy_title("Amélie").model_copy(update={"id": str(n), "name": f"Copy {n}"})

    build([_source(many(1_000))], tmp_path / "warm", FakeEmbedding())
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    build([_source(many(6_000))], tmp_path / "big", FakeEmbedding())
    grown_mb = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    assert grown_mb < 150


def test_a_large_catalogue_gets_an_approximate_index_that_is_nearly_exact(tmp_path, monkeypatch):
    monkeypatch.setattr(table, "VECTOR_INDEX_FROM", 1_000)
    titles = [
        TOY[0].model_copy(update={"id": str(n), "name": f"Copy {n}", "logline": f"Story {n}.", "year": 1900 + n % 120})
        for n in range(3_000)
    ]
    embedder = FakeEmbedding(dimension=128)
    build([_source(titles)], tmp_path / "c", embedder)
    catalogue = in_table(open_catalogue(tmp_path / "c", embedder))
    client = TitleVectorStore.open(tmp_path / "c" / catalogue.info.data).client
    assert "vector" in {column for index in client.list_indices() for column in index.columns}
    ids = list(catalogue.titles)
    vectors = catalogue.vectors(ids)
    recent = np.array([catalogue.titles[ident].year >= 1960 for ident in ids])
    for filters, allowed in ((Filters(), np.ones(len(ids), bool)), (Filters(year_min=1960), recent)):
        found = 0
        for place in range(0, 3_000, 100):
            scores = np.where(allowed, vectors @ vectors[place], -2)
            true = {ids[i] for i in np.argsort(-scores)[:10]}
            hits = catalogue.nearest(vectors[place], 10, filters)
            assert len(hits) == 10
            found += len(true & {hit.id for hit in hits})
        assert found / 300 > 0.9
