"""Exports in each service's own form: small files, written here."""

import contextlib
import json
import zipfile
from datetime import date

import pytest

from matinee.errors import InputError
from matinee.index.history.entry import Entry, Fault
from matinee.index.history.link import link
from matinee.index.history.read import SERVICES, read_history


def entries(service, path):
    return [row for row in read_history(service, path) if isinstance(row, Entry)]


def faults(service, path):
    return [row for row in read_history(service, path) if isinstance(row, Fault)]


def test_netflix_short_history(tmp_path):
    file = tmp_path / "NetflixViewingHistory.csv"
    file.write_text(
        'Title,Date\n"Dark: Season 1: Secrets","12/31/19"\n"Dark: Staffel 2: Anfänge und Enden","1/2/20"\n'
        '"Groundhog Day","1/3/20"\n"Star Wars: A New Hope","1/4/20"\n',
        encoding="utf-8",
    )
    found = entries("netflix", file)
    assert [(e.kind, e.short_names) for e in found] == [
        ("series", ("Dark",)), ("series", ("Dark",)), (None, ()), (None, ("Star Wars",)),
    ]  # fmt: skip
    assert found[1].on == date(2020, 1, 2)
    assert all(e.mark == "seen" for e in found)


def test_netflix_dates_with_the_day_first(tmp_path):
    file = tmp_path / "h.csv"
    file.write_text("Title,Date\nGroundhog Day,02/03/2020\nJaws,31/12/2019\n")
    assert entries("netflix", file)[0].on == date(2020, 3, 2)


def test_netflix_account_download(tmp_path):
    folder = tmp_path / "netflix-report" / "CONTENT_INTERACTION"
    folder.mkdir(parents=True)
    head = "Profile Name,Start Time,Duration,Attributes,Title,Supplemental Video Type,Device Type,Bookmark"
    (folder / "ViewingActivity.csv").write_text(
        f"{head}\nme,2021-05-01 20:00:00,01:41:00,,Groundhog Day,,TV,\nme,2021-05-02 20:00:00,00:00:20,,Jaws,,TV,\n"
        "me,2021-05-03 20:00:00,00:05:20,,Alien_hook,HOOK,TV,\n"
    )
    (folder / "Ratings.csv").write_text(
        "Profile Name,Title Name,Rating Type,Star Value,Thumbs Value,Device Model,Event Utc Ts\n"
        "me,Groundhog Day,thumb,,2,TV,2021-05-02 10:00:00\nme,Jaws,thumb,,1,TV,2021-05-02 10:00:00\n"
    )
    (folder / "MyList.csv").write_text("Profile Name,Title Name,Country,Utc Title Add Date\nme,Alien,DE,2021-01-01\n")
    (folder / "Devices.csv").write_text("Profile Name,Device\nme,TV\n")
    found = {(e.mark, e.name): e for e in entries("netflix", tmp_path)}
    assert set(found) == {("seen", "Groundhog Day"), ("rated", "Groundhog Day"), ("rated", "Jaws"), ("wanted", "Alien")}
    assert found["rated", "Jaws"].rating < 0.4 < 0.75 < found["rated", "Groundhog Day"].rating


def test_imdb_ratings_and_watchlist(tmp_path):
    file = tmp_path / "ratings.csv"
    file.write_text(
        "Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,"
        "Num Votes,Release Date,Directors\n"
        'tt5753856,9,2020-07-01,Dark,Dark,https://x,TV Series,8.7,60,2017,"Crime, Drama",400000,2017-12-01,\n'
        "tt0107048,10,2019-02-02,Groundhog Day,Groundhog Day,https://x,Movie,8.0,101,1993,Comedy,1,1993-02-04,X\n"
        "tt9999999,7,2019-02-02,Secrets,Secrets,https://x,TV Episode,8.0,51,2017,Drama,1,2017-12-01,X\n"
        "tt0000001,eleven,2019-02-02,Odd,Odd,https://x,Movie,8.0,51,2017,Drama,1,2017-12-01,X\n",
        encoding="utf-8-sig",
    )
    dark, groundhog = entries("imdb", file)
    assert (dark.mark, dark.kind, dark.year, dark.rating, dark.imdb) == ("rated", "series", 2017, 0.9, "tt5753856")
    assert (groundhog.kind, groundhog.on) == ("film", date(2019, 2, 2))
    assert [f.where for f in faults("imdb", file)] == ["ratings.csv:5"]
    watchlist = tmp_path / "watchlist.csv"
    watchlist.write_text(
        "Position,Const,Created,Modified,Description,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),"
        "Year,Genres,Num Votes,Release Date,Directors,Your Rating,Date Rated\n"
        "1,tt0078748,2021-01-01,2021-01-01,,Alien,Alien,https://x,Movie,8.5,117,1979,Horror,1,1979-05-25,X,,\n"
    )
    assert [(e.mark, e.name) for e in entries("imdb", watchlist)] == [("wanted", "Alien")]


def test_letterboxd_zip(tmp_path):
    path = tmp_path / "letterboxd-me-2024.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("watched.csv", "Date,Name,Year,Letterboxd URI\n2024-01-01,Jaws,1975,https://x\n")
        archive.writestr("ratings.csv", "Date,Name,Year,Letterboxd URI,Rating\n2024-01-01,Alien,1979,https://x,4.5\n")
        archive.writestr("watchlist.csv", "Date,Name,Year,Letterboxd URI\n2024-01-01,Heat,1995,https://x\n")
        archive.writestr("likes/films.csv", "Date,Name,Year,Letterboxd URI\n2024-01-01,Dune,2021,https://x\n")
        archive.writestr("deleted/diary.csv", "Date,Name,Year,Letterboxd URI\n2024-01-01,Cats,2019,https://x\n")
        archive.writestr("profile.csv", "Date Joined,Username\n2020-01-01,me\n")
    found = {e.name: (e.mark, e.rating) for e in entries("letterboxd", path)}
    assert found == {"Jaws": ("seen", None), "Alien": ("rated", 0.9), "Heat": ("wanted", None), "Dune": ("rated", 0.9)}


def test_trakt_lists(tmp_path):
    movie = {"title": "Alien", "year": 1979, "ids": {"imdb": "tt0078748"}}
    show = {"title": "Dark", "year": 2017, "ids": {"imdb": "tt5753856"}}
    (tmp_path / "watched-movies.json").write_text(
        json.dumps([{"plays": 2, "last_watched_at": "2022-02-03T20:00:00.000Z", "movie": movie}])
    )
    (tmp_path / "ratings-shows.json").write_text(
        json.dumps([{"rated_at": "2022-01-01T00:00:00.000Z", "rating": 3, "show": show}])
    )
    (tmp_path / "ratings-episodes.json").write_text(
        json.dumps([{"rated_at": "2022-01-01T00:00:00.000Z", "rating": 10, "episode": {"number": 1}, "show": show}])
    )
    (tmp_path / "watchlist.json").write_text(
        json.dumps([{"rank": 1, "listed_at": "2022-01-01T00:00:00.000Z", "type": "movie", "movie": movie}])
    )
    (tmp_path / "user-settings.json").write_text(json.dumps({"user": "me"}))
    found = [(e.mark, e.name, e.kind, e.rating) for e in entries("trakt", tmp_path)]
    assert found == [
        ("seen", "Dark", "series", None), ("rated", "Dark", "series", 0.3),
        ("seen", "Alien", "film", None), ("wanted", "Alien", "film", None),
    ]  # fmt: skip


def test_linking_takes_the_right_one_of_a_name_and_says_most_of_each(tmp_path, toy):
    file = tmp_path / "h.csv"
    file.write_text(
        'Title,Date\n"Dark: Season 1: Secrets",1/1/20\n"Dark: Season 1: Lies",1/5/20\nIt,2/1/20\n'
        "Zorblax Returns,2/1/20\n"
    )
    found = link(read_history("netflix", file), toy)
    by_name = {toy.titles[i].label: e for i, e in found.marks.items()}
    assert by_name["Dark (2017)"].on == date(2020, 1, 5)
    assert "Dark (2015)" not in by_name
    assert [e.name for e in found.unlinked] == ["Zorblax Returns"]
    assert [t.name for _, t in found.guessed] == ["It"]
    assert found.entries == 4


@pytest.mark.parametrize("service", sorted(SERVICES))
@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02", b"PK\x03\x04 not a zip", b"\xff\xfe", b"a,b\n1,2\n", b"[1, 2"])
def test_rubbish_is_refused_or_yields_nothing(tmp_path, service, data):
    file = tmp_path / "export.csv"
    file.write_bytes(data)
    found = []
    with contextlib.suppress(InputError):
        found = entries(service, file)
    assert found == []


@pytest.mark.parametrize("service", sorted(SERVICES))
def test_a_path_that_is_not_there_is_named(tmp_path, service):
    with pytest.raises(InputError, match="missing"):
        entries(service, tmp_path / "missing.zip")


@pytest.mark.slow
def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path):
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("watched.csv", "w") as file:
        for _ in range(300):
            file.write(b" " * 2**20)
    with pytest.raises(InputError, match="300 MB"):
        entries("letterboxd", path)


def test_utf_16_is_read(tmp_path):
    file = tmp_path / "h.csv"
    file.write_bytes("Title,Date\nAmélie,1/1/20\n".encode("utf-16"))
    assert entries("netflix", file)[0].name == "Amélie"


def test_an_unknown_service_names_the_known_ones(tmp_path):
    with pytest.raises(InputError, match="imdb, letterboxd, netflix, trakt"):
        read_history("hulu", tmp_path)
