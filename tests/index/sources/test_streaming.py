import csv
import io
from pathlib import Path

import pytest

from matinee.errors import SourceError
from matinee.index.build import build
from matinee.index.catalogue import open_catalogue
from matinee.index.manifest import QUARANTINE
from matinee.index.merge import other_ids
from matinee.index.sources.row import BadRow
from matinee.index.sources.source import open_sources
from matinee.index.sources.streaming import read_streaming
from matinee.index.title import TONE_AXES

COLUMNS = ("show_id", "type", "title", "director", "cast", "country", "date_added", "release_year", "rating",
           "duration", "listed_in", "description")  # fmt: skip
LISTS = Path(__file__).resolve().parents[4] / "shared" / "data" / "streaming"

FILM = {
    "show_id": "s1",
    "type": "Movie",
    "title": "The Lighthouse Choir",
    "director": "Una Marsh",
    "cast": "Abel Crane, Ida Finch",
    "country": "Ireland, Norway",
    "date_added": "September 4, 2021",
    "release_year": "2014",
    "rating": "PG-13",
    "duration": "97 min",
    "listed_in": "Dramas, International Movies, Music & Musicals",
    "description": "Six keepers of a lonely light start to sing.",
}
SHOW = {**FILM, "show_id": "s2", "type": "TV Show", "title": "Tidewrack", "director": "", "duration": "3 Seasons",
        "listed_in": "TV Mysteries, British TV Shows", "country": ""}  # fmt: skip


def write(folder, *rows, name="netflix_titles.csv", start="\ufeff"):
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    for row in rows:
        if isinstance(row, str):
            text.write(row + "\n")
        else:
            writer.writerow(row)
    path = folder / name
    path.write_text(start + text.getvalue(), encoding="utf-8", newline="")
    return path


def read(tmp_path, *rows, **more):
    return list(read_streaming(write(tmp_path, *rows, **more)))


def test_a_film(tmp_path):
    (title,) = read(tmp_path, FILM)
    assert (title.id, title.label, title.kind) == ("netflix-s1", "The Lighthouse Choir (2014)", "film")
    assert (title.directors, title.cast) == (("Una Marsh",), ("Abel Crane", "Ida Finch"))
    assert (title.countries, title.runtime_minutes, title.seasons) == (("Ireland", "Norway"), 97, None)
    assert title.genres == ("drama", "musical", "music")
    assert title.maturity == "13+"
    assert title.logline == "Six keepers of a lonely light start to sing."
    assert title.facts["on netflix"] == "since 2021-09-04"
    assert title.facts["listed in"] == "Dramas, International Movies, Music & Musicals"


def test_a_series_without_a_director(tmp_path):
    (title,) = read(tmp_path, SHOW)
    assert (title.kind, title.seasons, title.runtime_minutes, title.directors) == ("series", 3, None, ())
    assert (title.genres, title.countries) == (("mystery",), ("United Kingdom",))


@pytest.mark.parametrize(
    ("row", "field", "value"),
    [
        ({"rating": "74 min", "duration": ""}, "runtime_minutes", 74),
        ({"rating": "74 min", "duration": ""}, "maturity", None),
        ({"rating": "84 min", "duration": "97 min"}, "runtime_minutes", 97),
        ({"type": "TV Show", "rating": "2 Seasons", "duration": ""}, "seasons", 2),
        ({"type": "TV Show", "duration": "1 Season"}, "seasons", 1),
        ({"duration": "0 min"}, "runtime_minutes", None),
        ({"duration": "1 min"}, "runtime_minutes", None),
        ({"rating": "AGES_16_"}, "maturity", "16+"),
        ({"rating": "ALL_AGES"}, "maturity", "all"),
        ({"rating": "NOT_RATE"}, "maturity", None),
        ({"rating": "TV-MA"}, "maturity", "16+"),
        ({"country": ", France, Algeria"}, "countries", ("France", "Algeria")),
        ({"country": "Poland,"}, "countries", ("Poland",)),
        ({"director": "1"}, "directors", ()),
        ({"director": ""}, "directors", ()),
        ({"cast": "1, Ida Finch, and many more, Many More!, various, N/A"}, "cast", ("Ida Finch",)),
        ({"cast": "50 Cent, P. J. Crane"}, "cast", ("50 Cent", "P. J. Crane")),
        ({"description": "Tommyâ€™s world is altered."}, "logline", "Tommy’s world is altered."),
        ({"description": ""}, "logline", ""),
        ({"title": "  The  Lighthouse Choir "}, "name", "The Lighthouse Choir"),
        ({"title": "The Lighthouse Choir (4K UHD)"}, "name", "The Lighthouse Choir"),
        ({"title": "The Lighthouse Choir [English Subtitled]"}, "name", "The Lighthouse Choir"),
        ({"title": "The Lighthouse Choir (Tamil)"}, "languages", ("Tamil",)),
        ({"title": "The Lighthouse Choir (Hindi Version) (4K UHD)"}, "languages", ("Hindi",)),
        ({"title": "The Lighthouse Choir (Director's Cut)"}, "name", "The Lighthouse Choir"),
        ({"title": "The Lighthouse Choir (1998)"}, "year", 1998),
        ({"title": "The Lighthouse Choir, Part 2"}, "name", "The Lighthouse Choir, Part 2"),
        ({"title": "(2014)"}, "name", "(2014)"),
        ({"title": "Choir (un)Sung (Mostly)"}, "name", "Choir (un)Sung (Mostly)"),
        ({"date_added": " August 4, 2017"}, "facts", "since 2017-08-04"),
        ({"date_added": ""}, "facts", "yes"),
        ({"date_added": "last spring"}, "facts", "last spring"),
    ],
)
def test_quirks(tmp_path, row, field, value):
    (title,) = read(tmp_path, {**FILM, **row})
    found = title.facts["on netflix"] if field == "facts" else getattr(title, field)
    assert found == value


def test_every_service_counts_from_s1(tmp_path):
    names = ("netflix_titles.csv", "amazon_prime_titles.csv", "my list.csv")
    assert [read(tmp_path, FILM, name=name, start="")[0].id for name in names] == [
        "netflix-s1",
        "amazon-prime-s1",
        "my-list-s1",
    ]


def test_bad_rows_have_line_and_reason(tmp_path):
    items = read(tmp_path, FILM, {**FILM, "title": " "}, {**FILM, "release_year": "soon"}, "s9,Movie,Short row",
                 {**FILM, "type": "Podcast"}, SHOW)  # fmt: skip
    assert [(i.line, i.reason) for i in items if isinstance(i, BadRow)] == [
        (3, "no title"),
        (4, "no year from 1870 to 2100 ('soon')"),
        (5, "3 columns where the header has 12"),
        (6, "kind 'Podcast' is neither film nor series"),
    ]
    assert len(items) == 6


def test_nothing_usable(tmp_path):
    with pytest.raises(SourceError, match="has no usable row \\(line 2: no title\\)"):
        read(tmp_path, {**FILM, "title": ""}, {**FILM, "title": ""})
    with pytest.raises(SourceError, match="there is nothing in it"):
        read(tmp_path)


def test_services_come_together_in_one_catalogue(tmp_path, embedder):
    netflix = write(tmp_path, FILM, SHOW, {**FILM, "show_id": "s3"}, {**FILM, "show_id": "s4", "title": ""},
                    {**SHOW, "show_id": "s5", "title": "Dark", "country": "Germany", "cast": "", "release_year": "2020"}
                    )  # fmt: skip
    hulu = write(
        tmp_path,
        {**FILM, "title": "Lighthouse Choir", "release_year": "2015", "director": "", "cast": "", "duration": "98 min"},
        {**SHOW, "title": "Tidewrack", "release_year": "2012", "cast": "", "country": "United Kingdom"},
        {**FILM, "show_id": "s3", "title": "Dark", "release_year": "2018", "country": "Germany"},
        name="hulu_titles.csv",
    )
    folder = tmp_path / "catalogue"
    info = build(open_sources("streaming-csv", [netflix, hulu]), folder, embedder)
    catalogue = open_catalogue(folder, embedder)
    assert {t.label: t.kind for t in catalogue.titles.values()} == {
        "The Lighthouse Choir (2014)": "film",
        "Tidewrack (2012)": "series",
        "Dark (2017)": "series",
        "Dark (2018)": "film",
    }
    choir = catalogue.titles["netflix-s1"]
    assert other_ids(choir) == ("netflix-s3", "hulu-s1")
    assert choir.facts["on netflix"] == choir.facts["on hulu"] == "since 2021-09-04"
    assert catalogue.aliases["dark-2017-series"] == "netflix-s5"
    assert all(set(t.tone) == set(TONE_AXES) for t in catalogue.titles.values())
    assert catalogue.titles["netflix-s5"].tone_spread == {}
    assert set(catalogue.titles["hulu-s3"].tone_spread) == set(TONE_AXES)
    assert [(s.rows, s.bad) for s in info.sources] == [(5, 1), (3, 0)]
    assert '"line": 5, "reason": "no title"' in (folder / QUARANTINE).read_text(encoding="utf-8")
    again = build(open_sources("streaming-csv", [netflix, hulu]), folder, embedder)
    assert (again.version, again.titles) == (info.version, info.titles)


@pytest.mark.slow
def test_real_lists_lose_nothing():
    files = sorted(LISTS.glob("*.csv"))
    if not files:
        pytest.skip(f"no real lists at {LISTS}")
    titles = {file.stem: list(read_streaming(file)) for file in files}
    assert sum(map(len, titles.values())) == 22_998
    assert not [t for each in titles.values() for t in each if isinstance(t, BadRow)]
    netflix = {t.id: t for t in titles["netflix_titles"]}
    dark = [t for t in netflix.values() if t.name == "Dark" and t.kind == "series"]
    assert [(t.year, len(t.tone), t.facts["listed year"]) for t in dark] == [(2017, 12, "2020")]
    assert [netflix[f"netflix-s{n}"].runtime_minutes for n in (5542, 5795, 5814)] == [74, 84, 66]
    prime = {t.id: t for t in titles["amazon_prime_titles"]}
    assert (prime["amazon-prime-s6094"].name, prime["amazon-prime-s6094"].kind) == ("Dark", "film")
    assert not prime["amazon-prime-s6094"].tone
