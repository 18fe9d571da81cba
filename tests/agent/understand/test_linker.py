"""The linker: exact names, slips of the pen, and which title of a name is meant."""

from __future__ import annotations

import pytest

from matinee.agent.understand.linker import Linker


def _ids(names: Linker, text: str) -> set[str]:
    return {n.id for n in names.slip(tuple(text.split()))}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sevrance", "severance-2022-series"),
        ("seveerance", "severance-2022-series"),
        ("goundhog day", "groundhog-day-1993-film"),
        ("ground hog day", "groundhog-day-1993-film"),
        ("schindlars lits", "schindler-s-list-1993-film"),
        ("drak", "dark-2017-series"),
    ],
)
def test_slips(names: Linker, typed: str, meant: str) -> None:
    found = {i.replace("schindlers", "schindler-s") for i in _ids(names, typed)}
    assert meant in found


@pytest.mark.parametrize("typed", ["dusk", "bark", "rocky 5", "godfather 3", "the wire", "xx", ""])
def test_other_words_are_no_slips(names: Linker, typed: str) -> None:
    assert _ids(names, typed) == set()


def test_between_titles_of_one_name(names: Linker) -> None:
    dark = names.exact(("dark",))

    def best(**said: object) -> str:
        found = names.best(dark, **said)  # type: ignore[arg-type]
        assert found is not None
        return found[0].id

    assert best() == "dark-2017-series"
    assert best(year=2015) == "dark-2015-film"
    assert best(kind="film") == "dark-2015-film"
    assert best(prefer=["dark-2015-film"]) == "dark-2015-film"
    assert names.best(dark, year=1950) is None
    assert names.best([]) is None


def test_nearest(names: Linker) -> None:
    assert names.nearest("Schindlers Lost")[0].name == "Schindler's List"
    assert [t.name for t in names.nearest("Solaris (1988)")] == ["Solaris", "Solaris"]
    assert names.nearest("xqzwv") == []


def test_ordinary_words_are_known(names: Linker) -> None:
    assert {"dark", "heat", "home", "comedy", "french"} <= names.ordinary
    assert "inception" not in names.ordinary
