import json

import pytest

from matinee.errors import SourceError
from matinee.index.sources.row import BadRow
from matinee.index.sources.tmdb import read_tmdb

FILM = {
    "adult": False, "id": 9001, "title": "Zorblax", "original_title": "Zorblaks", "release_date": "1999-05-01",
    "genres": [{"id": 35, "name": "Comedy"}], "original_language": "da", "runtime": 93, "overview": "A robot sings.",
    "production_countries": [{"iso_3166_1": "DK", "name": "Denmark"}], "vote_average": 7.5, "vote_count": 1200,
    "imdb_id": "tt0000010", "poster_path": "/z.jpg", "keywords": {"keywords": [{"id": 1, "name": "robot choir"}]},
    "credits": {"cast": [{"name": "Dee Four"}], "crew": [{"job": "Director", "name": "Ann One"},
                                                         {"job": "Editor", "name": "Bo Two"}]},
}  # fmt: skip
SHOW = {
    "id": 9001, "name": "Marrow Lane", "first_air_date": "2004-01-01", "last_air_date": "2006-01-01",
    "status": "Ended", "number_of_seasons": 3, "episode_run_time": [45], "origin_country": ["GB"],
    "created_by": [{"name": "Cy Three"}], "genres": [{"name": "Sci-Fi & Fantasy"}],
    "keywords": {"results": [{"name": "haunted street"}]},
}  # fmt: skip


def test_records_of_the_api(tmp_path):
    path = tmp_path / "tmdb.jsonl"
    path.write_text("\n".join(map(json.dumps, [FILM, SHOW, {**FILM, "adult": True, "id": 3}, {"id": 4}])))
    film, show, bad = read_tmdb(path)
    assert (film.id, film.name, film.aka, film.year) == ("tmdb-film-9001", "Zorblax", ("Zorblaks",), 1999)
    assert (film.directors, film.cast, film.languages) == (("Ann One",), ("Dee Four",), ("Danish",))
    assert (film.themes, film.countries, film.rating) == (("robot choir",), ("Denmark",), 7.5)
    assert film.facts["poster_path"] == "/z.jpg"
    assert (show.id, show.kind, show.seasons, show.runtime_minutes) == ("tmdb-series-9001", "series", 3, 45)
    assert (show.creators, show.end_year, show.countries) == (("Cy Three",), 2006, ("United Kingdom",))
    assert isinstance(bad, BadRow)


def test_a_table_with_lists_inside_its_cells(tmp_path):
    path = tmp_path / "tmdb.csv"
    path.write_text(
        "id,title,release_date,genres,keywords,runtime,overview,vote_average,vote_count,original_language\n"
        '9001,Zorblax,1999-05-01,"[{""id"": 35, ""name"": ""Comedy""}]","robot choir, singing",93.0,A robot sings.,'
        "0,0,en\n"
    )
    (film,) = read_tmdb(path)
    assert (film.genres, film.themes, film.rating) == (("comedy",), ("robot choir", "singing"), None)
    assert film.runtime_minutes == 93


@pytest.mark.parametrize(("name", "data"), [("t.csv", b""), ("t.jsonl", b"[]"), ("t.csv", b"a,b\n1,2\n")])
def test_another_file_is_refused(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(SourceError, match=r"t\."):
        list(read_tmdb(tmp_path / name))
