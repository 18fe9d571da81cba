"""People by full name, surname, first name, and misspelt."""

from __future__ import annotations

import pytest

from matinee.agent.understand.linker import Linker
from matinee.agent.understand.people import People, Person
from matinee.index.title import Title, fold


def _name(person: Person | None) -> str | None:
    return person.name if person else None


def test_lookups(names: Linker) -> None:
    people = names.people
    assert _name(people.full(("akira", "kurosawa"))) == "Akira Kurosawa"
    assert _name(people.full(("robert", "deniro"))) == "Robert De Niro"
    assert _name(people.surname(("kurosawa",))) == "Akira Kurosawa"
    assert _name(people.surname(("de", "niro"))) == "Robert De Niro"
    assert _name(people.forename("keanu")) == "Keanu Reeves"
    assert _name(people.slip(("kurosowa",))) == "Akira Kurosawa"
    assert _name(people.slip(("tilda", "swintn"))) == "Tilda Swinton"
    assert people.surname(("nobody",)) is None
    assert people.full(("akira",)) is None
    assert people.slip(("kubo",)) is None


@pytest.mark.parametrize(("fame", "meant"), [(0.9, "Wes Anderson"), (0.3, None)])
def test_a_surname_of_two_means_the_far_better_known(fame: float, meant: str | None) -> None:
    titles = [
        Title(id="1", name="A", year=2000, kind="film", fame=fame, directors=("Wes Anderson",)),
        Title(id="2", name="B", year=2001, kind="film", fame=0.2, directors=("Brad Anderson",)),
    ]
    people = People({fold(n): n for t in titles for n in t.directors}, titles)
    assert _name(people.surname(("anderson",))) == meant


def test_titles_of_a_person_are_best_known_first(names: Linker) -> None:
    person = names.people.full(("christopher", "nolan"))
    assert person is not None
    assert person.titles[0] == "the-dark-knight-2008-film"
