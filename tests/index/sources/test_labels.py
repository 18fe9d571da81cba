import pytest

from matinee.index.sources.labels import Shelves, read_labels


@pytest.mark.parametrize(
    ("labels", "genres"),
    [
        ("Dramas, International Movies, Thrillers", ("drama", "thriller")),
        ("International TV Shows, TV Dramas, TV Mysteries", ("drama", "mystery")),
        ("TV Action & Adventure, TV Sci-Fi & Fantasy", ("action", "adventure", "science fiction", "fantasy")),
        ("Action-Adventure, Superhero", ("action", "adventure", "superhero")),
        ("Romantic Movies, Sports Movies", ("romance", "sport")),
        ("Kids' TV, Children & Family Movies", ("family",)),
        ("Anime Series, Horror Movies", ("animation", "horror", "anime")),
        ("Stand-Up Comedy", ("comedy", "stand-up")),
        ("Suspense, Military and War", ("thriller", "war")),
        ("Arts, Entertainment, and Culture, Documentary", ("documentary", "arts")),
        ("Documentaries, Music & Musicals", ("documentary", "music")),
        ("Music & Musicals, Dramas", ("musical", "drama", "music")),
        ("Biographical, Historical", ("biography", "history")),
        ("Movies", ()),
        ("", ()),
    ],
)
def test_labels_as_genres(labels, genres):
    assert read_labels(labels).genres == genres


def test_labels_that_name_a_place_or_a_language():
    assert read_labels("British TV Shows, Docuseries") == Shelves(("documentary",), ("United Kingdom",), ())
    assert read_labels("Korean TV Shows, Spanish-Language TV Shows") == Shelves((), ("South Korea",), ("Spanish",))
