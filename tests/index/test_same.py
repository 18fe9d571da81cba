import pytest

from matinee.index.same import at_odds, loose_keys, name_keys, same_title
from matinee.index.title import Title


def film(name, year=2000, **facts):
    return Title(id=f"{name}{year}", name=name, year=year, kind="film", **facts)


def series(name, year=2000, **facts):
    return Title(id=f"{name}{year}", name=name, year=year, kind="series", **facts)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Matrix", "Matrix, The"),
        ("Amélie", "AMELIE"),
        ("Rocky II", "Rocky 2"),
        ("The Karate Kid Part II", "Karate Kid, Part Two"),
        ("Kill Bill: Vol. 1", "Kill Bill: Volume 1"),
        ("The Hunger Games: Mockingjay, Part 2", "The Hunger Games: Mockingjay - Part II"),
        ("Lilo & Stitch", "Lilo and Stitch"),
        ("Star Wars: Episode IV - A New Hope", "Star Wars: A New Hope (Episode 4)"),
        ("What's Up, Doc?", "Whats Up Doc"),
    ],
)
def test_one_name_in_two_spellings(one, other):
    assert name_keys(film(one)) == name_keys(film(other))
    assert same_title(film(one), film(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rocky II", "Rocky III"),
        ("Rocky", "Rocky II"),
        ("Kill Bill: Vol. 1", "Kill Bill: Vol. 2"),
        ("One Day", "1 Day"),
        ("The One", "One Two"),
        ("The Hunger Games: Mockingjay, Part 1", "The Hunger Games"),
        ("???", "!!!"),
    ],
)
def test_names_that_differ(one, other):
    assert not set(name_keys(film(one))) & set(name_keys(film(other)))
    assert not same_title(film(one, directors=("A B",)), film(other, directors=("A B",)))


def test_other_names_count():
    heist = series("Money Heist", 2017, aka=("La casa de papel",))
    assert same_title(heist, series("La Casa de Papel", 2017))


def test_film_and_series_are_never_one():
    assert not same_title(film("Dark", 2017), series("Dark", 2017))


def test_people_in_common_or_not():
    mine = film("Silence", 2016, directors=("Martin Scorsese",), cast=("Adam Driver", "Liam Neeson"))
    assert same_title(mine, film("Silence", 2016, cast=("Liam Neeson", "Somebody Else")))
    other = film("Silence", 2016, directors=("Someone Else",), cast=("Anushka Shetty", "Madhavan"))
    assert at_odds(mine, other)
    assert not same_title(mine, other)


def test_family_name_first_or_last():
    assert same_title(
        film("The Host", 2006, cast=("Song Kang-ho", "Bae Doona")),
        film("The Host", 2006, cast=("Kang-ho Song", "Somebody Else")),
    )


def test_a_film_a_year_apart_wants_more_than_the_name():
    first = film("Mud", 2013, runtime_minutes=131)
    assert same_title(first, film("Mud", 2012, runtime_minutes=130))
    assert not same_title(first, film("Mud", 2012))
    assert not same_title(first, film("Mud", 2012, runtime_minutes=90))
    assert not same_title(first, film("Mud", 2011, runtime_minutes=131))
    assert same_title(first, film("Mud", 2013))


def test_a_release_abroad_years_later_wants_people_and_length():
    first = film("Goldstone", 2016, cast=("Aaron Pedersen",), runtime_minutes=110)
    assert same_title(first, film("Goldstone", 2018, cast=("Aaron Pedersen",), runtime_minutes=110))
    assert not same_title(first, film("Goldstone", 2018, runtime_minutes=110))


def test_a_series_dated_by_a_late_season():
    dark = series("Dark", 2017, end_year=2020, countries=("Germany",), cast=("Louis Hofmann", "Lisa Vicari"))
    assert same_title(dark, series("Dark", 2020, countries=("Germany",)))
    assert same_title(dark, series("Dark", 2020, cast=("Louis Hofmann", "Somebody Else")))
    assert not same_title(dark, series("Dark", 2020))
    assert not same_title(dark, series("Dark", 2020, countries=("Japan",)))
    assert not same_title(dark, series("Dark", 2023, countries=("Germany",)))


def test_a_run_as_long_as_its_seasons():
    late = series("Star Trek: Voyager", 2001, seasons=7)
    assert same_title(late, series("Star Trek: Voyager", 1995, seasons=7))
    assert not same_title(late, series("Star Trek: Voyager", 1990, seasons=7))
    assert not same_title(series("What If...?", 2021, seasons=1), series("What/If", 2019, seasons=1))


def test_brackets_and_owners_want_more_than_the_name():
    office = series("The Office", 2005, end_year=2013, cast=("Steve Carell", "Rainn Wilson"))
    assert "office" in loose_keys(series("The Office (U.S.)", 2012))
    assert same_title(office, series("The Office (U.S.)", 2012, cast=("Steve Carell", "John Krasinski")))
    assert not same_title(office, series("The Office (UK)", 2005))
    ragnarok = film("Thor: Ragnarok", 2017, cast=("Chris Hemsworth",))
    assert same_title(ragnarok, film("Marvel Studios' Thor: Ragnarok", 2017, cast=("Chris Hemsworth",)))
    assert not same_title(film("Play", 2019, runtime_minutes=89), film("Child's Play", 2019, runtime_minutes=90))
