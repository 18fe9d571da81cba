import pytest

from matinee.index.title import Title, make_id
from matinee.index.tone.finder import Finder, split_label


def _title(name, year, kind="film", **facts):
    return Title(id=make_id(name, year, kind), name=name, year=year, kind=kind, **facts)


FINDER = Finder(
    [
        _title("The Matrix", 1999),
        _title("A Bug's Life", 1998),
        _title("Amélie", 2001, aka=("Le Fabuleux Destin d'Amélie Poulain",)),
        _title("Dark", 2017, "series", end_year=2020),
        _title("Dark", 2015),
        _title("Star Wars", 1977),
        _title("The Thing", 1982, fame=0.8),
        _title("The Thing", 2011, fame=0.4),
        _title("Seven", 1995, aka=("Se7en",)),
        _title("Them", 1990),
        _title("Das Boot", 1981),
        _title("King Kong", 1933),
        _title("Sherlock", 2010, "series", end_year=2017),
    ],
    {"tt0133093": "the-matrix-1999-film"},
)


@pytest.mark.parametrize(
    ("name", "year", "kind", "found"),
    [
        ("The Matrix", 1999, None, "the-matrix-1999-film"),
        ("Matrix, The", 1999, None, "the-matrix-1999-film"),
        ("matrix", 2000, None, "the-matrix-1999-film"),
        ("THE MATRIX!", 1998, None, "the-matrix-1999-film"),
        ("The Matrix", 2001, None, None),
        ("The Matrix", None, None, "the-matrix-1999-film"),
        ("Bug's Life, A", 1998, None, "a-bugs-life-1998-film"),
        ("Amelie", 2001, None, "amelie-2001-film"),
        ("Amelie (Fabuleux destin d'Amélie Poulain, Le)", 2001, None, "amelie-2001-film"),
        ("Fabuleux destin d'Amélie Poulain, Le", 2001, None, "amelie-2001-film"),
        ("Seven (a.k.a. Se7en)", 1995, None, "seven-1995-film"),
        ("Se7en", 1995, None, "seven-1995-film"),
        ("Dark", 2017, None, "dark-2017-series"),
        ("Dark", 2015, None, "dark-2015-film"),
        ("Dark", 2016, "film", "dark-2015-film"),
        ("Dark", 2020, "series", "dark-2017-series"),
        ("Dark", 2020, "film", None),
        ("Dark", 2021, None, None),
        ("Sherlock", 2014, None, "sherlock-2010-series"),
        ("Star Wars: Episode IV - A New Hope", 1977, None, "star-wars-1977-film"),
        ("Star Wars: Episode IV - A New Hope", 1978, None, None),
        ("Star Wars: Episode V", 1980, None, None),
        ("The Thing", None, None, "the-thing-1982-film"),
        ("The Thing", 2011, None, "the-thing-2011-film"),
        ("The", 1990, None, None),
        ("Boot, Das", 1981, None, "das-boot-1981-film"),
        ("Boot", 1981, None, None),
        ("", 1990, None, None),
        ("()", 1990, None, None),
        ("?!", None, None, None),
    ],
)
def test_by_name(name, year, kind, found):
    title = FINDER.by_name(name, year, kind)
    assert (title and title.id) == found


def test_by_id():
    assert FINDER.by_id("dark-2017-series").kind == "series"
    assert FINDER.by_id("tt0133093").name == "The Matrix"
    assert FINDER.by_id("nope") is None


@pytest.mark.parametrize(
    ("label", "parts"),
    [
        ("Heat (1995)", ("Heat", 1995)),
        ("Heat  (1995) ", ("Heat", 1995)),
        ("Dark (2017–2020)", ("Dark", 2017)),
        ("Friends (1994-)", ("Friends", 1994)),
        ("1984", ("1984", None)),
        ("(500) Days of Summer (2009)", ("(500) Days of Summer", 2009)),
        ("", ("", None)),
    ],
)
def test_labels(label, parts):
    assert split_label(label) == parts
