import pytest

from matinee.index.sources.names import country_names, genre_names, kind_name, language_names
from matinee.index.title import GENRES


@pytest.mark.parametrize(
    ("written", "names"),
    [
        (["Sci-Fi & Fantasy"], ("science fiction", "fantasy")),
        (["Comedies", "Thrillers", "Musicals"], ("comedy", "thriller", "musical")),
        (["Rom-Com", "romance"], ("romance", "comedy")),
        (["Sports"], ("sport",)),
        (["Film-Noir"], ("film-noir",)),
        (["Children"], ("children",)),
        (list(GENRES), GENRES),
    ],
)
def test_genres(written, names):
    assert genre_names(written) == names


def test_languages_and_countries():
    assert language_names(["en", "JA", "French", "Klingon"]) == ("English", "Japanese", "French", "Klingon")
    assert country_names(["US", "USA", "U.S.A.", "uk", "Atlantis"]) == ("United States", "United Kingdom", "Atlantis")


def test_unknown_kind():
    assert kind_name("podcast") is None
