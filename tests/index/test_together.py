import numpy as np
import pytest

from matinee.errors import CatalogueDamaged, InputError
from matinee.index.manifest import TOGETHER
from matinee.index.ratings import read_likes
from matinee.index.together import Together, TogetherConfig

SMALL = TogetherConfig(ridge=5.0, least_likes=2)


@pytest.fixture
def model():
    """Forty people like a and b, forty like c and d, and ten like a and c."""
    return Together.train([("a", "b")] * 40 + [("c", "d")] * 40 + [("a", "c")] * 10, SMALL)


def test_what_is_liked_together_is_near(model):
    near = model.near(["a"])
    assert max(near, key=near.get) == "b"
    assert near["b"] == 1.0
    assert near.get("d", 0.0) < near["c"] < 0.7
    assert "a" not in near


def test_two_favourites_add_up(model):
    near = model.near(["a", "c"])
    assert set(near) == {"b", "d"}


def test_an_unknown_title_has_no_neighbours(model):
    assert model.near(["zzz"]) == {}
    assert model.near([]) == {}


def test_it_comes_back_from_disk(model, tmp_path):
    model.save(tmp_path)
    loaded = Together.load(tmp_path)
    assert loaded is not None
    assert loaded.people == 90
    assert loaded.near(["a"]) == pytest.approx(model.near(["a"]), abs=1e-3)
    assert Together.load(tmp_path / "nowhere") is None
    (tmp_path / TOGETHER).write_bytes(b"PK\x03\x04 rubbish")
    with pytest.raises(CatalogueDamaged, match="train it again"):
        Together.load(tmp_path)


def test_titles_that_left_the_catalogue_are_left_out(model):
    mapped = model.mapped({"b": "b2"}, ["a", "b2", "c"])
    assert set(mapped.near(["a"])) == {"b2", "c"}


def test_nobody_likes_anything():
    assert Together.train([]).near(["a"]) == {}


def test_movielens_files_become_likes_of_the_catalogue(toy, tmp_path):
    movies, ratings = tmp_path / "movies.csv", tmp_path / "ratings.csv"
    movies.write_text(
        'movieId,title,genres\n1,Groundhog Day (1993),Comedy\n2,"Shining, The (1980)",Horror\n3,Zorblax (1999),Drama\n'
    )
    ratings.write_text("userId,movieId,rating,timestamp\n1,1,4.0,20\n1,2,5.0,10\n1,3,5.0,5\n2,1,1.0,1\n3,1,3.5,1\n")
    names = {t.name: t.id for t in toy.titles.values()}
    likes = read_likes(ratings, movies, toy)
    known = [names[n] for n in ("The Shining", "Groundhog Day") if n in names]
    assert likes.baskets[0] == tuple(known)
    assert (likes.ratings, likes.films) == (5, 3)
    assert likes.linked == len(known)


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "userId,movieId,rating,timestamp\n1,x,4,5\n"])
def test_a_wrong_ratings_file_is_named(toy, tmp_path, text):
    movies, ratings = tmp_path / "movies.csv", tmp_path / "ratings.csv"
    movies.write_text("movieId,title,genres\n1,Groundhog Day (1993),Comedy\n")
    ratings.write_text(text)
    with pytest.raises(InputError, match=r"ratings\.csv"):
        read_likes(ratings, movies, toy)


def test_ease_solves_its_regression():
    """Against the definition: each column is the ridge regression of a title on the others."""
    rng = np.random.default_rng(0)
    likes = rng.random((60, 8)) < 0.4
    baskets = [tuple(f"t{j}" for j in np.flatnonzero(row)) for row in likes]
    model = Together.train(baskets, TogetherConfig(ridge=3.0, least_likes=1, kept=7))
    x = likes.astype(float)
    others = [j for j in range(8) if j != 2]
    solved = np.linalg.solve(x[:, others].T @ x[:, others] + 3.0 * np.eye(7), x[:, others].T @ x[:, 2])
    expected = {f"t{j}": w for j, w in zip(others, solved, strict=True)}
    for ident, weight in expected.items():
        assert model.weight(ident, "t2") == pytest.approx(max(weight, 0.0), abs=1e-5)
