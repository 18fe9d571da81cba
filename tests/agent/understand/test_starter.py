"""Every title of the starter catalogue is found by its name, in every way of asking."""

from __future__ import annotations

import pytest

from matinee.agent.memory import Memory
from matinee.agent.understand.linker import Linker
from matinee.agent.understand.parse import understand
from matinee.index.sources.starter import read_starter
from matinee.index.title import Title, fold
from tests.agent.understand.conftest import TODAY
from tests.agent.understand.shelf import Shelf

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def titles() -> list[Title]:
    return list(read_starter())


@pytest.fixture(scope="module")
def names(titles: list[Title]) -> Linker:
    return Linker(Shelf(titles))


@pytest.mark.parametrize(
    ("phrase", "share"),
    [
        ("something like {} but funnier", 0.98),
        ("something like “{}” but funnier", 0.995),
        ("I loved {} and want something shorter", 0.98),
        ("{} but less violent", 0.98),
        ("{}", 0.98),
        ("something like {lower} but funnier", 0.95),
    ],
)
def test_every_name_links_to_its_title(titles: list[Title], names: Linker, phrase: str, share: float) -> None:
    failures = []
    for title in titles:
        message = phrase.format(title.name, lower=title.name.lower())
        linked = [r for r in understand(message, Memory(), names, TODAY).liked if fold(r.name) == fold(title.name)]
        if not linked:
            failures.append(message)
    print(f"{phrase}: {len(failures)} of {len(titles)} not linked: {failures[:20]}")
    assert len(failures) <= (1 - share) * len(titles), failures


def test_prose_is_no_list_of_titles(titles: list[Title], names: Linker) -> None:
    """Prose in lower case is full of words that are titles too ("chicago", "a hero"); few may be heard as such."""
    read = [understand(f"a film about {t.logline.lower()}", Memory(), names, TODAY) for t in titles[:600]]
    heard = [ref.surface for request in read for ref in request.liked]
    print(heard)
    assert len(heard) < 0.1 * len(read)
