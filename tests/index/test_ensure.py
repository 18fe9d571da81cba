import json
import shutil
import threading

import pytest

from matinee.errors import CatalogueError
from matinee.index import ensure
from matinee.index.catalogue import open_catalogue
from matinee.index.ensure import ensure_starter
from matinee.index.sources import starter as starter_module
from matinee.index.title import TONE_AXES
from tests.index.fakes import FakeEmbedding

pytestmark = pytest.mark.slow


def _line(name, year=1995, **changes):
    tone = dict.fromkeys(TONE_AXES, 0.3)
    return json.dumps(
        {
            "title": name, "year": year, "kind": "film", "directors": ["A"], "cast": ["B"], "countries": ["Japan"],
            "languages": ["Japanese"], "runtime_minutes": 100, "maturity": "all", "genres": ["drama"],
            "themes": ["a", "b", "c"], "logline": "Somebody does something that matters a good deal.", "fame": 0.5,
            "tone": tone, **changes,
        }
    )  # fmt: skip


@pytest.fixture
def lines(tmp_path, monkeypatch):
    """A starter of one's own."""
    folder = tmp_path / "starter"
    folder.mkdir()
    (folder / "films-1990s.jsonl").write_text(_line("Heat") + "\n")
    monkeypatch.setattr(starter_module, "FOLDER", folder)
    return folder / "films-1990s.jsonl"


def test_built_once(tmp_path, lines):
    embedder = FakeEmbedding()
    first = ensure_starter(tmp_path / "c", embedder)
    embedded = len(embedder.texts)
    assert ensure_starter(tmp_path / "c", embedder) == first
    assert len(embedder.texts) == embedded
    assert set(open_catalogue(tmp_path / "c", embedder).titles) == {"heat-1995-film"}


def test_built_again_when_the_lines_change(tmp_path, lines):
    first = ensure_starter(tmp_path / "c", FakeEmbedding())
    lines.write_text(_line("Heat") + "\n" + _line("Casino") + "\n")
    second = ensure_starter(tmp_path / "c", FakeEmbedding())
    assert (first.titles, second.titles) == (1, 2)
    assert first.version != second.version


def test_built_again_for_another_embedder_or_after_damage(tmp_path, lines):
    class Other(FakeEmbedding):
        model_name: str = "other"

    ensure_starter(tmp_path / "c", FakeEmbedding())
    assert ensure_starter(tmp_path / "c", Other()).embedder == "ollama:other"
    (tmp_path / "c" / "manifest.json").write_text("{")
    assert ensure_starter(tmp_path / "c", FakeEmbedding()).embedder == "ollama:fake"


def test_a_broken_line_names_its_place(tmp_path, lines):
    lines.write_text(_line("Heat") + "\n" + _line("Casino", year="soon") + "\n")
    with pytest.raises(CatalogueError, match=r"films-1990s\.jsonl:2 is broken"):
        ensure_starter(tmp_path / "c", FakeEmbedding())


def test_two_at_once_build_once(tmp_path, lines):
    embedders = [FakeEmbedding(pause_s=0.3) for _ in range(3)]
    found = []
    threads = [
        threading.Thread(target=lambda e=e: found.append(ensure_starter(tmp_path / "c", e).data)) for e in embedders
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 3
    assert len(set(found)) == 1
    assert sum(bool(e.texts) for e in embedders) == 1


def test_a_current_index_is_not_parsed(tmp_path, lines, monkeypatch):
    ensure_starter(tmp_path / "c", FakeEmbedding())
    monkeypatch.setattr(ensure, "starter_source", lambda: pytest.fail("the starter was read"))
    ensure_starter(tmp_path / "c", FakeEmbedding())


def test_built_again_where_the_snapshot_is_missing(tmp_path, lines):
    first = ensure_starter(tmp_path / "c", FakeEmbedding())
    shutil.rmtree(tmp_path / "c" / first.data / "snapshot")
    second = ensure_starter(tmp_path / "c", FakeEmbedding())
    assert second.data != first.data
    assert (tmp_path / "c" / second.data / "snapshot").is_dir()
