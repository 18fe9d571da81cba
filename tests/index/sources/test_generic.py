import json
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from matinee.errors import SourceError
from matinee.index.sources.generic import read_csv, read_json, read_jsonl_mapped, read_parquet
from matinee.index.sources.row import BadRow

REDIAL = Path(__file__).resolve().parents[4] / "shared" / "data" / "redial" / "id2info.json"
MAP = {"title": "Film", "cast": "Who plays", "overview": "Blurb"}
ROWS = [
    {"Film": "Zorblax", "year": 1999, "Who plays": "Ann One, Bo Two", "Blurb": "A robot sings.", "Shelf": "7"},
    {"Film": "Marrow Lane", "year": 2004, "Who plays": "Cy Three", "Blurb": "A street remembers.", "Shelf": ""},
    {"Film": "", "year": 2000, "Who plays": "", "Blurb": "", "Shelf": ""},
]


def write(path, kind):
    if kind == "csv":
        lines = [",".join(ROWS[0]), *(",".join(f'"{v}"' for v in row.values()) for row in ROWS)]
        path.write_text("\n".join(lines))
    elif kind == "jsonl":
        path.write_text("\n".join(map(json.dumps, ROWS)))
    elif kind == "json":
        path.write_text(json.dumps(ROWS))
    else:
        parquet.write_table(pa.Table.from_pylist(ROWS), path)
    return path


READERS = {"csv": read_csv, "jsonl": read_jsonl_mapped, "json": read_json, "parquet": read_parquet}


@pytest.mark.parametrize("kind", READERS)
def test_every_form_gives_the_same_titles(tmp_path, kind):
    first, second, bad = READERS[kind](write(tmp_path / f"films.{kind}", kind), MAP)
    assert (first.name, first.year, first.cast) == ("Zorblax", 1999, ("Ann One", "Bo Two"))
    assert first.logline == "A robot sings."
    assert {key.lower(): value for key, value in first.facts.items()} == {"shelf": "7"}
    assert second.name == "Marrow Lane"
    assert isinstance(bad, BadRow)
    assert bad.reason == "no title"


@pytest.mark.parametrize("kind", READERS)
def test_what_is_no_such_file_is_named(tmp_path, kind):
    path = tmp_path / f"films.{kind}"
    for data in (b"", b"\x00\x01\x02\xff", b"{}", b"[]"):
        path.write_bytes(data)
        with pytest.raises(SourceError, match=r"films\."):
            list(READERS[kind](path, {}))
    with pytest.raises(SourceError, match="missing"):
        list(READERS[kind](tmp_path / "missing", {}))


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_a_mapped_column_that_is_not_there_is_named(tmp_path, kind):
    with pytest.raises(SourceError, match=r"column [Nn]othing"):
        list(READERS[kind](write(tmp_path / "films", kind), {"title": "Nothing"}))


def test_usual_column_names_need_no_map(tmp_path):
    path = tmp_path / "films.csv"
    path.write_text("name,released,director,plot,runtime\nZorblax,1999-05-01,Dee Four,A robot sings.,93 min\n")
    (title,) = read_csv(path, {})
    assert (title.year, title.directors, title.runtime_minutes) == (1999, ("Dee Four",), 93)


def test_an_object_of_objects_gives_its_keys_as_ids(tmp_path):
    path = tmp_path / "films.json"
    path.write_text(json.dumps({"17": {"name": "Zorblax  (1999)", "star": ["Ann One"]}, "18": "odd"}))
    title, bad = read_json(path, {})
    assert (title.id, title.name, title.year, title.cast) == ("17", "Zorblax", 1999, ("Ann One",))
    assert bad.reason == "not an object"


def test_a_year_that_is_not_written_is_the_starters(tmp_path):
    path = tmp_path / "films.json"
    path.write_text(json.dumps([{"name": "Back to the Future"}, {"name": "Zorblax"}]))
    title, bad = read_json(path, {})
    assert title.year == 1985
    assert title.tone
    assert bad.reason == "no year"


@pytest.mark.slow
@pytest.mark.skipif(not REDIAL.is_file(), reason=f"no {REDIAL}: its quirks are not tried")
def test_films_of_a_dialogue_set():
    items = list(read_json(REDIAL, {"title": "name", "cast": "star", "overview": "plot"}))
    bad = [item for item in items if isinstance(item, BadRow)]
    titles = [item for item in items if not isinstance(item, BadRow)]
    assert len(titles) > 6_000
    assert {b.reason for b in bad} <= {"no year", "no title"}
    assert sum(bool(t.tone) for t in titles) > 800
    assert not any("  " in t.name or (t.name.endswith(")") and "(20" in t.name) for t in titles)
