from matinee.index.text import embedded_text, searched_text
from matinee.index.title import Title
from tests.toy import TOY, toy_title


def test_names_and_people_are_searched_and_not_embedded():
    totoro = toy_title("My Neighbor Totoro")
    embedded, searched = embedded_text(totoro), searched_text(totoro)
    for words in ("Totoro", "Tonari", "Hayao Miyazaki", "Noriko Hidaka", "Japan", "1988"):
        assert words not in embedded
        assert words in searched
    for words in ("animation", "forest spirits", "camphor tree"):
        assert words in embedded
        assert words in searched


def test_every_title_has_a_text_of_its_own():
    assert len({embedded_text(title) for title in TOY}) == len(TOY)


def test_a_bare_title_still_has_words():
    bare = Title(id="1", name="Heat", year=1995, kind="film")
    assert embedded_text(bare) == "film Heat"
    assert searched_text(bare) == "Heat. Heat. 1995, film"
