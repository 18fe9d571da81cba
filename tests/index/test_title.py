import pytest

from matinee.index.title import Title, fold, make_id


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Amélie", "amelie"),
        ("Schindler's List", "schindlers list"),
        ("Schindler’s List", "schindlers list"),
        ("  The  GOOD, the Bad & the Ugly! ", "the good the bad and the ugly"),
        ("Straße", "strasse"),
        ("七人の侍", "七人の侍"),
        ("8½", "81 2"),
        ("???", ""),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded


def test_identity_is_name_year_and_kind():
    def identity(name, year=2000, kind="film"):
        return Title(id="x", name=name, year=year, kind=kind).identity

    assert identity("Amélie") == identity("AMELIE")
    assert len({identity("It"), identity("It", 1990), identity("It", 1990, "series")}) == 3
    assert identity("???") != identity("!!!")


def test_made_ids_tell_titles_apart():
    assert make_id("Schindler's List", 1993, "film") == "schindlers-list-1993-film"
    assert make_id("???", 2000, "film") != make_id("!!!", 2000, "film")
