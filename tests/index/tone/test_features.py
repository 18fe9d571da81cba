import numpy as np
import pytest

from matinee.index.title import GENRES, Title
from matinee.index.tone.features import FACTS, age_step, fact_features, genre_set


def _title(**facts):
    return Title(id="t", name="T", year=2000, kind="film", **facts)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (["Sci-Fi & Fantasy"], {"science fiction", "fantasy"}),
        (["TV Action & Adventure"], {"action", "adventure"}),
        (["Romantic TV Shows"], {"romance"}),
        (["Stand-Up Comedy & Talk Shows"], {"comedy", "documentary"}),
        (["Anime Series", "TV Horror"], {"animation", "horror"}),
        (["Docuseries"], {"documentary"}),
        (["Science & Nature TV"], {"documentary"}),
        (["Suspense"], {"thriller"}),
        (["Military and War"], {"war"}),
        (["Music & Musicals"], {"musical"}),
        (["Film-Noir"], {"crime"}),
        (["Rom-Com"], {"romance", "comedy"}),
        (["Kids' TV", "International Movies", ""], set()),
        ([], set()),
    ],
)
def test_genres_of_other_catalogues(written, meant):
    assert genre_set(written) == meant


@pytest.mark.parametrize("genre", GENRES)
def test_our_own_genres_are_themselves(genre):
    assert genre in genre_set([genre])


@pytest.mark.parametrize(
    ("facts", "step"),
    [
        ({"maturity": "all"}, 0),
        ({"maturity": "18+"}, 4),
        ({"maturity": "TV-Y7"}, 1),
        ({"maturity": "PG-13"}, 2),
        ({"maturity": "R"}, 3),
        ({"maturity": "nonsense"}, None),
        ({}, None),
        ({"genres": ("Kids",)}, 0),
        ({"genres": ("Children & Family Movies",)}, 0),
        ({"genres": ("Adult Animation", "Family")}, None),
        ({"genres": ("Kids",), "maturity": "16+"}, 3),
    ],
)
def test_age(facts, step):
    assert age_step(_title(**facts)) == step


def test_every_title_has_a_full_row_of_finite_numbers():
    bare = _title()
    full = _title(genres=("Sci-Fi",), maturity="R", countries=("Japan",), runtime_minutes=900, languages=("Japanese",))
    rows = fact_features([bare, full])
    assert rows.shape == (2, FACTS)
    assert np.isfinite(rows).all()
    assert np.abs(rows).max() <= 3
    assert fact_features([]).shape == (0, FACTS)
