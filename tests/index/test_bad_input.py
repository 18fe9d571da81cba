"""Files as they come: each ends in a catalogue with the bad rows named, or in one line and the old catalogue."""

import json
import zipfile

import pytest

from matinee.errors import CatalogueError
from matinee.index.build import build
from matinee.index.catalogue import open_catalogue
from matinee.index.manifest import QUARANTINE
from matinee.index.sources.source import KINDS, Source, open_sources
from tests.index.fakes import FakeEmbedding
from tests.toy import TOY

pytestmark = pytest.mark.slow

HEAD = "show_id,type,title,director,cast,country,date_added,release_year,rating,duration,listed_in,description\n"
GOOD = 's1,Movie,Zorblax,Ann One,"Bo Two, Cy Three",Denmark,"May 1, 2020",1999,PG-13,93 min,Comedies,A robot sings.\n'


@pytest.fixture
def folder(tmp_path):
    build([Source("toy", "", TOY[:4])], tmp_path / "c", FakeEmbedding())
    return tmp_path / "c"


def built(folder, kind, path):
    info = build(open_sources(kind, [path]), folder, FakeEmbedding())
    faults = [json.loads(line) for line in (folder / QUARANTINE).read_text().splitlines()]
    return info, faults, list(open_catalogue(folder, FakeEmbedding()).titles.values())


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (b's2,Movie,"Broken,x,y,z,d,1999,PG,90 min,Comedies,quote\n', "quote"),
        (b"s2,Movie,Short\n", "columns"),
        ("s2,Movie,Café,x,y,z,d,1999,PG,90 min,Comedies,latin\n".encode("latin-1"), "UTF-8"),
        (b"s2,Movie,,x,y,z,d,1999,PG,90 min,Comedies,nameless\n", "title"),
        (b"s2,Movie,Undated,x,y,z,d,soon,PG,90 min,Comedies,undated\n", "year"),
        (b"s2,Podcast,Heard,x,y,z,d,1999,PG,90 min,Comedies,heard\n", "kind"),
        (b"s1,Movie,Another,x,y,z,d,1999,PG,90 min,Comedies,same id\n", "already belongs"),
        (b"s2,Movie,Long,x,y,z,d,1999,PG,90 min,Comedies," + b"word " * 400_000 + b"\n", "mebibyte"),
    ],
)
def test_a_bad_row_costs_that_row(tmp_path, folder, row, reason):
    path = tmp_path / "netflix_titles.csv"
    path.write_bytes(b"\xef\xbb\xbf" + HEAD.encode() + GOOD.encode() + row)
    info, faults, titles = built(folder, "streaming-csv", path)
    assert [t.name for t in titles] == ["Zorblax"]
    assert info.sources[0].bad == len(faults) == 1
    assert reason in faults[0]["reason"]
    # an id that clashes is found after reading: it is told by its place among the rows
    assert faults[0]["line"] == (2 if reason == "already belongs" else 3)


def test_markup_and_control_characters_do_not_reach_the_catalogue(tmp_path, folder):
    path = tmp_path / "films.jsonl"
    rows = [
        {
            "title": "One",
            "year": "1999-05-01",
            "overview": "<script>x()</script>A <b>robot</b>\u0007 sings\u202e.",
        },
        {"title": "Two", "year": "01/05/2001", "overview": "A street &amp; its ghosts."},
        {"title": "Three", "year": "May 1, 2003", "overview": "x" * 5_000},
    ]
    path.write_text("\n".join(map(json.dumps, rows)))
    _, faults, titles = built(folder, "jsonl", path)
    assert faults == []
    by_name = {t.name: t for t in titles}
    assert [by_name[n].year for n in ("One", "Two", "Three")] == [1999, 2001, 2003]
    assert "<" not in by_name["One"].logline
    assert "\u0007" not in by_name["One"].logline
    assert "\u202e" not in by_name["One"].logline
    assert by_name["Two"].logline == "A street & its ghosts."
    assert len(by_name["Three"].logline) <= 1_000


def test_three_bad_rows_of_a_hundred_do_not_stop_a_build(tmp_path, folder):
    path = tmp_path / "netflix_titles.csv"
    rows = [GOOD.replace("s1,", f"s{n},").replace("Zorblax", f"Zorblax {n}") for n in range(97)]
    path.write_text(HEAD + "".join(rows) + "bad\n" * 3)
    info, faults, _ = built(folder, "streaming-csv", path)
    assert (info.titles, len(faults)) == (97, 3)


@pytest.mark.parametrize("kind", [k for k in KINDS if k != "starter"])
@pytest.mark.parametrize(
    ("name", "data"),
    [("empty", b""), ("rubbish", b"\x00\xff\xfe\x01" * 50), ("all bad", b"a,b\n1\n2\n"), ("a list", b"[1, 2, 3]")],
)
def test_a_useless_file_is_one_line_and_the_old_catalogue_stands(tmp_path, folder, kind, name, data):
    path = tmp_path / f"{name}.csv"
    path.write_bytes(data)
    with pytest.raises(CatalogueError) as failed:
        build(open_sources(kind, [path]), folder, FakeEmbedding())
    assert name in str(failed.value)
    assert len(str(failed.value).splitlines()) == 1
    assert len(open_catalogue(folder, FakeEmbedding()).titles) == 4


def test_an_archive_named_csv_is_not_unpacked(tmp_path, folder):
    path = tmp_path / "films.csv"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("films.csv", HEAD + GOOD * 200_000)
    with pytest.raises(CatalogueError, match=r"films\.csv"):
        build(open_sources("streaming-csv", [path]), folder, FakeEmbedding())
    assert len(open_catalogue(folder, FakeEmbedding()).titles) == 4


@pytest.mark.parametrize("kind", ["csv", "streaming-csv", "jsonl", "json", "parquet", "tmdb"])
def test_a_folder_or_a_missing_file_is_named(tmp_path, folder, kind):
    for path in (tmp_path, tmp_path / "missing.csv"):
        with pytest.raises(CatalogueError) as failed:
            build(open_sources(kind, [path]), folder, FakeEmbedding())
        assert str(path) in str(failed.value)
    assert len(open_catalogue(folder, FakeEmbedding()).titles) == 4
