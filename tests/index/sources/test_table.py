import pytest

from matinee.errors import SourceError
from matinee.index.sources.row import BadRow
from matinee.index.sources.table import read_table

NEEDED = ("title", "year")


def _read(tmp_path, data):
    path = tmp_path / "t.csv"
    path.write_bytes(data)
    return list(read_table(path, NEEDED))


def test_rows_with_their_lines(tmp_path):
    read = _read(
        tmp_path, b'\xef\xbb\xbfTitle,YEAR\r\n"Heat, again",1995\r\n\r\n"two\r\nlines",1990\r\nRonin,1998,,\r\n'
    )
    assert read == [
        (2, {"title": "Heat, again", "year": "1995"}),
        (4, {"title": "two\r\nlines", "year": "1990"}),
        (6, {"title": "Ronin", "year": "1998"}),
    ]


def test_a_broken_row_costs_that_row_only(tmp_path):
    read = _read(
        tmp_path,
        b'title,year\nA,1\n"never closed,2\nB,3\nC\nD,4,5\nE \xe9,6\n"F"x,7\nG,8\n' + b"x" * (1 << 21) + b"\nH,9\n",
    )
    assert [row[1]["title"] for row in read if not isinstance(row, BadRow)] == ["A", "B", "G", "H"]
    assert [(row.line, row.reason) for row in read if isinstance(row, BadRow)] == [
        (3, "a quote that never closes"),
        (5, "1 columns where the header has 2"),
        (6, "3 columns where the header has 2"),
        (7, "not UTF-8"),
        (8, "not CSV: ',' expected after '\"'"),
        (10, "longer than a mebibyte"),
    ]


def test_a_quote_that_never_closes_in_a_long_file(tmp_path):
    rows = b"".join(b"T%d,%d\n" % (i, i) for i in range(1000))
    read = _read(tmp_path, b'title,year\n"open,1\n' + rows)
    assert len(read) == 1001
    assert [row.line for row in read if isinstance(row, BadRow)] == [2]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is empty"),
        (b"name,year\nHeat,1995\n", "has no column title in line 1"),
        ("title,year\nHeat,1995\n".encode("utf-16"), "has no column title, year in line 1"),
        (b'"title,year\n', "has no column title, year in line 1"),
    ],
)
def test_a_file_of_another_kind(tmp_path, data, told):
    with pytest.raises(SourceError, match=told):
        _read(tmp_path, data)


def test_no_file(tmp_path):
    with pytest.raises(SourceError, match=r"cannot be read \(No such file"):
        list(read_table(tmp_path / "none.csv", NEEDED))
    with pytest.raises(SourceError, match="is a folder"):
        list(read_table(tmp_path, NEEDED))
