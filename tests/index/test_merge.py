from matinee.index.merge import merge, other_ids
from matinee.index.title import Title

ONE = Title(id="1", name="Heat", year=1995, kind="film", directors=("Michael Mann",), facts={"studio": "A"})
TWO = Title(
    id="2",
    name="HEAT",
    year=1995,
    kind="film",
    directors=("M. Mann",),
    cast=("Al Pacino",),
    runtime_minutes=170,
    tone={"light": 0.2},
    facts={"studio": "B", "budget": "60"},
)


def test_the_first_stands_and_gaps_are_filled():
    both = merge(ONE, TWO)
    assert (both.id, both.name, both.directors) == ("1", "Heat", ("Michael Mann",))
    assert (both.cast, both.runtime_minutes, both.tone) == (("Al Pacino",), 170, {"light": 0.2})
    assert both.facts == {"studio": "A", "budget": "60", "other ids": "2"}


def test_ids_of_merged_records_add_up():
    three = Title(id="3", name="heat", year=1995, kind="film")
    assert other_ids(merge(merge(ONE, TWO), three)) == ("2", "3")
    assert other_ids(merge(ONE, merge(TWO, three))) == ("2", "3")
    assert other_ids(merge(ONE, ONE)) == ()
    assert other_ids(ONE) == ()
