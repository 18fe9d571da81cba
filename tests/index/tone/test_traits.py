import numpy as np
import pytest

from matinee.errors import InputError
from matinee.index.title import Title
from matinee.index.tone.model import tone_matrix
from matinee.index.tone.score import score
from matinee.index.tone.traits import LONGEST_TRAIT, nearest_traits, parse_trait
from tests.toy import TOY, toy_title


@pytest.fixture(scope="module")
def of(toy, embedder):
    """Scores of titles on a trait."""

    def scores(text, *titles):
        vectors = toy.vectors([title.id for title in titles])
        return score(parse_trait(text, embedder), titles, vectors, tone_matrix(titles)).tolist()

    return scores


@pytest.fixture(scope="module")
def named(toy):
    return {(title.name, title.kind): title for title in TOY}


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("cosy", ("cosy",)),
        ("a cosy film", ("cosy",)),
        ("really scary", ("terrifying",)),
        ("very scary", ("scary",)),
        ("not too scary", ("scary",)),
        ("no jump scares", ("jump scares",)),
        ("less violent", ("violent",)),
        ("dark but funny", ("dark", "funny")),
        ("sad and romantic", ("sad", "romantic")),
        ("something light-hearted", ("light-hearted",)),
        ("based on a true story", ("factual",)),
        ("so bad it's good", ("campy",)),
        ("full of suspense", ("tense",)),
        ("over the top", ("over the top",)),
        ("is it scary", ("scary",)),
    ],
)
def test_what_a_phrase_is_made_of(text, known, embedder):
    trait = parse_trait(text, embedder)
    assert trait.known == known
    assert trait.nearest == ()


@pytest.mark.parametrize("text", ["", "   ", "!?", "42", "\x00", "x" * (LONGEST_TRAIT + 1), "🙂"])
def test_what_names_no_trait_is_refused_in_one_line(text, embedder):
    with pytest.raises(InputError) as caught:
        parse_trait(text, embedder)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "text", ["not", "very", "not very", "and", "a film", "less more", "日本", "'; DROP TABLE titles; --"]
)
def test_odd_phrases_get_some_answer(text, of):
    (value,) = of(text, toy_title("Groundhog Day"))
    assert 0 <= value <= 1


def test_scores_are_between_0_and_1_and_do_not_depend_on_the_others(of):
    for text in ("cosy", "not gory", "set in a small town", "very dark"):
        together = of(text, *TOY)
        assert all(0 <= value <= 1 for value in together)
        assert together[3] == pytest.approx(of(text, TOY[3])[0], abs=1e-6)


def test_not_is_the_mirror_image(of):
    for word in ("scary", "feel-good", "gory", "mind-bending"):
        assert of(f"not {word}", *TOY) == pytest.approx([1 - value for value in of(word, *TOY)], abs=1e-6)
        assert of(f"not not {word}", *TOY) == pytest.approx(of(word, *TOY), abs=1e-6)


def test_degrees_keep_the_order_and_move_the_scale(of):
    plain, very, little = of("scary", *TOY), of("very scary", *TOY), of("a bit scary", *TOY)
    assert np.argsort(plain).tolist() == np.argsort(very).tolist() == np.argsort(little).tolist()
    assert all(v <= p <= b for p, v, b in zip(plain, very, little, strict=True))


def test_two_traits_at_once_want_both(of, named):
    series, seven, fawlty = named["Dark", "series"], named["Seven", "film"], named["Fawlty Towers", "series"]
    fits, too_dark, too_plain = of("complex and not violent", series, seven, fawlty)
    assert fits > max(too_dark, too_plain)


@pytest.mark.parametrize(
    ("trait", "more", "less"),
    [
        ("funny", ("Fawlty Towers", "series"), ("Seven", "film")),
        ("musical", ("Singin' in the Rain", "film"), ("Seven", "film")),
        ("gory", ("Seven", "film"), ("My Neighbor Totoro", "film")),
        ("cosy", ("My Neighbor Totoro", "film"), ("It", "film")),
        ("like a documentary", ("Free Solo", "film"), ("Back to the Future", "film")),
        ("long", ("Schindler's List", "film"), ("Run Lola Run", "film")),
        ("old", ("Seven Samurai", "film"), ("It", "film")),
        ("foreign", ("Memories of Murder", "film"), ("Groundhog Day", "film")),
        ("animated", ("My Neighbor Totoro", "film"), ("Amélie", "film")),
        ("based on a true story", ("Schindler's List", "film"), ("Severance", "series")),
        ("adult", ("Seven", "film"), ("My Neighbor Totoro", "film")),
    ],
)
def test_facts_genres_and_themes_count(trait, more, less, of, named):
    high, low = of(trait, named[more], named[less])
    assert high > low + 0.05


def test_the_unknown_counts_as_the_middle(embedder):
    bare = Title(id="b", name="B", year=1980, kind="film")
    vectors, unknown = np.zeros((1, 384), dtype=np.float32), tone_matrix([bare])
    assert np.isnan(unknown).all()
    for text in ("funny", "long", "foreign", "american", "adult", "mainstream", "gentle"):
        (value,) = score(parse_trait(text, embedder), [bare], vectors, unknown)
        assert 0.35 <= value <= 0.65, text


def test_an_unknown_trait_is_guessed_from_the_nearest_known_ones(embedder, of, named):
    trait = parse_trait("set in a haunted mansion", embedder)
    assert trait.known == ()
    assert "spooky" in trait.nearest
    assert len(trait.nearest) == len(set(trait.nearest)) == 4
    high, low = of("set in a haunted mansion", named["It", "film"], named["Singin' in the Rain", "film"])
    assert high > low


def test_the_nearest_traits_come_best_first(embedder):
    near = nearest_traits("blood everywhere", embedder, k=3)
    cosines = [cosine for _, cosine in near]
    assert cosines == sorted(cosines, reverse=True)
    assert {"gory", "crazy gore"} & {name for name, _ in near}
