"""IMDb's files, in their exact form: tabs, ``\\N`` for nothing, a header a file."""

import gzip

import pytest

from matinee.errors import SourceError
from matinee.index.sources.imdb import read_imdb
from matinee.index.sources.row import BadRow

BASICS = """tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres
tt0000010\tmovie\tZorblax\tZorblaks\t0\t1999\t\\N\t93\tComedy,Sci-Fi
tt0000011\ttvEpisode\tPilot\tPilot\t0\t1999\t\\N\t30\tComedy
tt0000012\ttvSeries\tMarrow Lane\tMarrow Lane\t0\t2004\t2006\t45\tDrama
tt0000013\tmovie\tNo Year\tNo Year\t0\t\\N\t\\N\t\\N\t\\N
tt0000014\tmovie\tBlue\tBlue\t1\t2001\t\\N\t80\tAdult
tt0000015\tmovie\tshort row
"""
RATINGS = "tconst\taverageRating\tnumVotes\ntt0000010\t7.5\t1200\ntt0000012\t8.1\t90\n"
CREW = "tconst\tdirectors\twriters\ntt0000010\tnm0000001,nm0000002\t\\N\ntt0000012\t\\N\tnm0000003\n"
PRINCIPALS = """tconst\tordering\tnconst\tcategory\tjob\tcharacters
tt0000010\t1\tnm0000004\tactress\t\\N\t["Zorb"]
tt0000010\t2\tnm0000001\tdirector\t\\N\t\\N
tt0000012\t1\tnm0000003\twriter\tcreated by\t\\N
tt0000012\t2\tnm0000004\tactor\t\\N\t\\N
"""
AKAS = """titleId\tordering\ttitle\tregion\tlanguage\ttypes\tattributes\tisOriginalTitle
tt0000010\t1\tZorblaks\t\\N\t\\N\toriginal\t\\N\t1
tt0000010\t2\tThe Zorblax\tUS\t\\N\t\\N\t\\N\t0
tt0000010\t3\tDer Zorblax\tDE\tde\t\\N\t\\N\t0
"""
NAMES = """nconst\tprimaryName\tbirthYear\tdeathYear\tprimaryProfession\tknownForTitles
nm0000001\tAnn One\t\\N\t\\N\t\\N\t\\N
nm0000002\tBo Two\t\\N\t\\N\t\\N\t\\N
nm0000003\tCy Three\t\\N\t\\N\t\\N\t\\N
nm0000004\tDee Four\t\\N\t\\N\t\\N\t\\N
"""
FILES = {"title.basics": BASICS, "title.ratings": RATINGS, "title.crew": CREW, "title.principals": PRINCIPALS,
         "title.akas": AKAS, "name.basics": NAMES}  # fmt: skip


def write(folder, packed=False):
    for stem, text in FILES.items():
        if packed:
            (folder / f"{stem}.tsv.gz").write_bytes(gzip.compress(text.encode()))
        else:
            (folder / f"{stem}.tsv").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("packed", [False, True])
def test_files_are_joined(tmp_path, packed):
    write(tmp_path, packed)
    film, series, bad, short = read_imdb(tmp_path)
    assert (film.id, film.name, film.year, film.runtime_minutes) == ("tt0000010", "Zorblax", 1999, 93)
    assert (film.directors, film.cast, film.aka) == (("Ann One", "Bo Two"), ("Dee Four",), ("Zorblaks", "The Zorblax"))
    assert (film.rating, film.votes, film.genres) == (7.5, 1200, ("comedy", "science fiction"))
    assert (series.kind, series.end_year, series.creators, series.directors) == ("series", 2006, ("Cy Three",), ())
    assert isinstance(bad, BadRow)
    assert bad.reason == "no year"
    assert "3 columns" in short.reason


def test_basics_alone_will_do(tmp_path):
    (tmp_path / "title.basics.tsv").write_text(BASICS)
    film = next(iter(read_imdb(tmp_path / "title.basics.tsv")))
    assert (film.cast, film.rating) == ((), None)


def test_both_orders_of_ids_are_read(tmp_path):
    head, line = BASICS.splitlines()[:2]
    for ids in (["tt1000000", "tt10000000", "tt1000001"], ["tt1000000", "tt1000001", "tt10000000"]):
        rows = [line.replace("tt0000010", i).replace("Zorblax", f"Z{i}") for i in ids]
        (tmp_path / "title.basics.tsv").write_text("\n".join([head, *rows]) + "\n")
        ratings = "".join(f"{i}\t7.{n}\t10\n" for n, i in enumerate(ids))
        (tmp_path / "title.ratings.tsv").write_text("tconst\taverageRating\tnumVotes\n" + ratings)
        assert [(t.id, t.rating) for t in read_imdb(tmp_path)] == [(i, 7 + n / 10) for n, i in enumerate(ids)]


def test_a_file_out_of_order_is_named(tmp_path):
    write(tmp_path)
    (tmp_path / "title.ratings.tsv").write_text(
        "tconst\taverageRating\tnumVotes\ntt0000009\t8.1\t90\ntt0000005\t7.5\t1200\n"
    )
    with pytest.raises(SourceError, match=r"title\.ratings\.tsv:3 is out of order"):
        list(read_imdb(tmp_path))


@pytest.mark.parametrize("data", [b"", b"\x1f\x8b broken", b"a\tb\n1\t2\n"])
def test_another_file_is_refused(tmp_path, data):
    (tmp_path / "title.basics.tsv.gz").write_bytes(data)
    with pytest.raises(SourceError, match=r"title\.basics"):
        list(read_imdb(tmp_path))


def test_an_empty_folder_is_named(tmp_path):
    with pytest.raises(SourceError, match=r"title\.basics\.tsv"):
        list(read_imdb(tmp_path))
