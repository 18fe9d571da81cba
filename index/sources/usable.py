"""A source in which nothing is usable is an error; one with some bad rows is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from matinee.errors import SourceError
from matinee.index.sources.row import BadRow
from matinee.index.title import Title


def usable(place: object, items: Iterable[Title | BadRow], form: str) -> Iterator[Title | BadRow]:
    """``items`` as they come; raises :class:`SourceError` at their end where none was a title.

    ``form`` says what a good source holds: "one JSON object with title and year a line".
    """
    first_bad: BadRow | None = None
    good = False
    for item in items:
        if isinstance(item, BadRow):
            first_bad = first_bad or item
        else:
            good = True
        yield item
    if not good:
        why = f"line {first_bad.line}: {first_bad.reason}" if first_bad else "there is nothing in it"
        raise SourceError(f"{place} has no usable row ({why}): it should hold {form}.")
