import pytest

from matinee.errors import SourceError
from matinee.index.sources.movielens import read_movielens
from matinee.index.sources.row import BadRow


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "movies.csv").write_text(
        'movieId,title,genres\n1,"Zorblax, The (1999)",Children|Sci-Fi\n2,Nameless,(no genres listed)\n'
        "3,Marrow Lane (2004),(no genres listed)\n"
    )
    (tmp_path / "ratings.csv").write_text("userId,movieId,rating,timestamp\n1,1,4.0,1\n2,1,5.0,2\n2,3,x,2\n")
    (tmp_path / "tags.csv").write_text(
        "userId,movieId,tag,timestamp\n1,1,Robot Choir,1\n2,1,robot choir,2\n3,1,odd,1\n"
    )
    (tmp_path / "links.csv").write_text("movieId,imdbId,tmdbId\n1,114709,862\n3,,\n")
    return tmp_path


def test_films_with_what_stands_beside_them(folder):
    first, bad, second = read_movielens(folder)
    assert (first.id, first.name, first.year, first.kind) == ("ml-1", "The Zorblax", 1999, "film")
    assert first.genres == ("family", "science fiction")
    assert first.themes == ("robot choir", "odd")
    assert (first.rating, first.votes) == (9.0, 2)
    assert first.facts == {"imdb_id": "tt0114709", "tmdb_id": "862"}
    assert isinstance(bad, BadRow)
    assert (second.genres, second.rating, second.facts) == ((), None, {})


def test_the_file_alone_will_do(folder):
    for name in ("ratings.csv", "tags.csv", "links.csv"):
        (folder / name).unlink()
    first = next(iter(read_movielens(folder / "movies.csv")))
    assert first.rating is None


def test_a_folder_without_films_is_named(tmp_path):
    with pytest.raises(SourceError, match=r"movies\.csv"):
        list(read_movielens(tmp_path))
