import pytest

from matinee.errors import SourceError
from matinee.index.sources.source import open_sources, starter_digest


def test_one_source_for_each_file(tmp_path):
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / name).write_text(f'{{"title": "{name}", "year": 2000}}\n')
    one, two = open_sources("jsonl", [tmp_path / "a.jsonl", tmp_path / "b.jsonl"])
    assert (one.kind, one.place) == ("jsonl", str(tmp_path / "a.jsonl"))
    assert len(one.digest) == 64
    assert one.digest != two.digest
    assert [t.name for t in two.rows] == ["b.jsonl"]


def test_the_starter_needs_no_path():
    (source,) = open_sources("starter", [])
    assert (source.kind, source.place, source.digest) == ("starter", "", starter_digest())


@pytest.mark.parametrize(
    ("kind", "paths", "why"),
    [
        ("netflix", ["x"], "write one of starter, .*jsonl"),
        ("jsonl", [], "name the files"),
        ("jsonl", ["none.jsonl"], "No such file"),
        ("jsonl", ["."], "is a folder"),
        ("starter", ["x"], "give it no path"),
    ],
)
def test_wrong_sources_are_one_clear_line(tmp_path, kind, paths, why):
    with pytest.raises(SourceError, match=why) as caught:
        open_sources(kind, [tmp_path / p for p in paths])
    assert "\n" not in str(caught.value)
