from matinee.index.proper import proper_nouns, with_proper_themes
from matinee.index.title import Title


def _title(name: str, *themes: str, logline: str = "", **facts: object) -> Title:
    return Title(id=name.lower(), name=name, year=2000, kind="film", themes=themes, logline=logline, **facts)


TITLES = [
    _title("A", "paris", "first love", logline="A waitress in Paris repairs the lives of others."),
    _title("B", "new york", "war", logline="Somebody walks through New York while a war goes on."),
    _title("C", "cold war", "south korea", "american civil war", countries=("South Korea",), languages=("American",)),
    _title("D", "hope", logline="Where Hope meets a stranger, hope is lost, and hope is found."),
]


def test_names_the_catalogue_writes_large_are_written_large_in_themes() -> None:
    waitress, walker, soldiers, stranger = with_proper_themes(TITLES, proper_nouns(TITLES))
    assert waitress.themes == ("Paris", "first love")
    assert walker.themes == ("New York", "war")
    assert soldiers.themes == ("Cold War", "South Korea", "American Civil War")
    assert stranger.themes == ("hope",)


def test_the_first_word_of_a_logline_shows_nothing() -> None:
    assert "somebody" not in proper_nouns(TITLES)


def test_titles_without_names_in_their_themes_are_left_alone() -> None:
    *_, stranger = with_proper_themes(TITLES, proper_nouns(TITLES))
    assert stranger is TITLES[-1]
