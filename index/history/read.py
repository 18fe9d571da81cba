"""The services whose exports can be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from matinee.errors import InputError
from matinee.index.history.entry import Entry, Fault
from matinee.index.history.imdb import read_imdb
from matinee.index.history.letterboxd import read_letterboxd
from matinee.index.history.netflix import read_netflix
from matinee.index.history.trakt import read_trakt

SERVICES: dict[str, Callable[[Path], Iterator[Entry | Fault]]] = {
    "imdb": read_imdb,
    "letterboxd": read_letterboxd,
    "netflix": read_netflix,
    "trakt": read_trakt,
}


def read_history(service: str, path: Path) -> Iterator[Entry | Fault]:
    """The entries of an export; raises :class:`InputError` for an unknown service or a path that cannot be read."""
    if service not in SERVICES:
        raise InputError(f"{service!r} is no service Matinee can read: write one of {', '.join(SERVICES)}.")
    return SERVICES[service](path)
