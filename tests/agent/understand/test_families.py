"""Family names: everybody who makes films under one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import pytest

from matinee.agent.memory import Memory
from matinee.agent.request import Request
from matinee.agent.understand.linker import Linker
from matinee.agent.understand.parse import understand
from matinee.index.title import Title, make_id
from tests.agent.understand.shelf import Shelf

COENS, WACHOWSKIS = ("Ethan Coen", "Joel Coen"), ("Lana Wachowski", "Lilly Wachowski")


def _film(name: str, year: int, directors: tuple[str, ...], cast: tuple[str, ...] = (), fame: float = 0.7) -> Title:
    return Title(id=make_id(name, year, "film"), name=name, year=year, kind="film", directors=directors, cast=cast,
                 fame=fame, countries=("United States",), languages=("English",))  # fmt: skip


FILMS = [
    _film("Fargo", 1996, COENS, ("Frances McDormand",)),
    _film("Blood Simple", 1984, COENS),
    _film("The Matrix", 1999, WACHOWSKIS),
    _film("Magnolia", 1999, ("Paul Thomas Anderson",)),
    _film("Rushmore", 1998, ("Wes Anderson",)),
    _film("Brothers", 2009, ("Jim Sheridan",)),
    _film("The Blues Brothers", 1980, ("John Landis",)),
    _film("The Sopranos", 1999, ("David Chase",), ("Ada Soprano",)),
    _film("High Society", 1956, ("Cécile de France",), fame=0.2),
    _film("Elvis", 1969, ("A Nobody",), ("Ann King", "Bob King")),
]


@dataclass
class _Say:
    names: Linker = field(default_factory=lambda: Linker(Shelf(FILMS)))

    def __call__(self, message: str) -> Request:
        return understand(message, Memory(), self.names, date(2026, 11, 1))


@pytest.fixture(scope="module")
def heard() -> _Say:
    return _Say()


@pytest.mark.parametrize(
    ("message", "people"),
    [
        ("something by the Coens", COENS),
        ("a Coen brothers film", COENS),
        ("a film by the Coen Brothers", COENS),
        ("anything by the coens?", COENS),
        ("a Coen film", COENS),
        ("by Joel and Ethan Coen", ("Joel Coen", "Ethan Coen")),
        ("the Wachowskis", WACHOWSKIS),
        ("a film by the Wachowski sisters", WACHOWSKIS),
        ("the Andersons", ("Paul Thomas Anderson", "Wes Anderson")),
        ("something by the Coens or the Wachowskis", (*COENS, *WACHOWSKIS)),
    ],
)
def test_a_family_name_is_everybody_of_it(heard: _Say, message: str, people: tuple[str, ...]) -> None:
    request = heard(message)
    assert request.filters.people_any == people
    assert request.filters.people == ()
    assert request.liked == ()
    assert request.free_text == ""


def test_with_someone_else_both_hold(heard: _Say) -> None:
    filters = heard("a film by the Coens with Frances McDormand").filters
    assert (filters.people, filters.people_any) == (("Frances McDormand",), COENS)


def test_a_family_ruled_out_and_liked(heard: _Say) -> None:
    assert heard("no Coens please").filters.people_not == COENS
    assert [s.value for s in heard("I love the Coens").taste] == list(COENS)


def test_in_their_style(heard: _Say) -> None:
    for message in ("something like the Coens but lighter", "a Coen-esque thriller"):
        assert {r.name for r in heard(message).liked} == {"Fargo", "Blood Simple"}


@pytest.mark.parametrize("message", ["The Blues Brothers", "the Sopranos"])
def test_a_title_is_no_family(heard: _Say, message: str) -> None:
    request = heard(message)
    assert [r.name for r in request.liked] == [message.replace("the S", "The S")]
    assert request.filters.people_any == ()


@pytest.mark.parametrize("message", ["films about brothers", "the kings of comedy", "Frances McDormand", "Joel Coen"])
def test_no_family(heard: _Say, message: str) -> None:
    assert heard(message).filters.people_any == ()
