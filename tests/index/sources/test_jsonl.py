import json

import pytest

from matinee.errors import SourceError
from matinee.index.sources.jsonl import read_jsonl
from matinee.index.sources.row import BadRow
from matinee.index.title import Title

GOOD = {"id": "a1", "title": "Heat", "year": 1995, "kind": "movie"}


def _file(tmp_path, *lines):
    path = tmp_path / "titles.jsonl"
    path.write_bytes(b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines))
    return path


def test_good_and_bad_lines_in_order(tmp_path):
    path = _file(
        tmp_path,
        GOOD,
        b"",
        b"{not json",
        b'["a", "list"]',
        {"title": "No Year"},
        b'{"title": "Latin \xe9", "year": 2000}',
        {**GOOD, "id": "a2", "title": "Ronin"},
    )
    items = list(read_jsonl(path))
    assert [type(i) for i in items] == [Title, BadRow, BadRow, BadRow, BadRow, Title]
    assert [(i.line, i.reason) for i in items if isinstance(i, BadRow)] == [
        (3, "not JSON: Expecting property name enclosed in double quotes at character 2"),
        (4, "not a JSON object but list"),
        (5, "no year"),
        (6, "not UTF-8"),
    ]
    assert items[1].text == "{not json"
    assert [i.id for i in items if isinstance(i, Title)] == ["a1", "a2"]


def test_byte_order_mark_and_windows_line_ends(tmp_path):
    path = tmp_path / "titles.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(GOOD).encode() + b"\r\n\r\n" + json.dumps(GOOD).encode() + b"\r\n")
    assert [i.name for i in read_jsonl(path)] == ["Heat", "Heat"]


def test_an_endless_line_is_one_bad_row(tmp_path):
    path = _file(tmp_path, GOOD, b"x" * 3_000_000, {**GOOD, "id": "a2"})
    items = list(read_jsonl(path))
    assert [type(i) for i in items] == [Title, BadRow, Title]
    assert items[1].line == 2
    assert len(items[1].text) == 500


@pytest.mark.parametrize(
    "line",
    [
        b"[" * 100_000,
        b'{"title": "x", "year": ' + b"9" * 10_000 + b"}",
        b'{"title": "x", "year": 1e999}',
        b'{"title": "\\ud800", "year": 2000}',
        b"\x00\x01\x02",
        b"null",
        b"NaN",
    ],
)
def test_hostile_lines_are_bad_rows(tmp_path, line):
    items = list(read_jsonl(_file(tmp_path, GOOD, line)))
    assert isinstance(items[1], BadRow)
    assert "\n" not in items[1].reason


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "there is nothing in it"),
        (b"\n \n", "there is nothing in it"),
        (b'[{"title": "x"}]', "line 1: not a JSON object but list"),
        (b"\x89PNG\r\n\x1a\n\x00", "line 1: not UTF-8"),
        (b'{"name": "x"}', "line 1: no title"),
    ],
)
def test_a_file_without_a_usable_line(tmp_path, content, why):
    path = tmp_path / "bad.jsonl"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=why) as caught:
        list(read_jsonl(path))
    assert "\n" not in str(caught.value)
    assert str(path) in str(caught.value)


def test_a_file_that_cannot_be_read(tmp_path):
    with pytest.raises(SourceError, match="No such file"):
        list(read_jsonl(tmp_path / "none.jsonl"))
    with pytest.raises(SourceError, match="is a folder"):
        list(read_jsonl(tmp_path))
