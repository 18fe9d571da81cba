"""Corrections: "I meant the film", "no, the 1990 one", "the sequel", "I meant Fargo": the last message, read again.

A correction moves to another title of the name that was read, or along its row of films; it may be bare ("the old
one") only right after the message that named the title, and gives way to other readings where nothing fits.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from matinee.agent.memory import Memory
from matinee.agent.request import Request, TitleRef
from matinee.agent.understand import markers
from matinee.agent.understand.decide import decide
from matinee.agent.understand.linker import Linker
from matinee.agent.understand.reading import Reading, read
from matinee.agent.understand.rows import namesakes
from matinee.agent.understand.versions import Version, find_version, read_version
from matinee.index.title import Title

_SAID_AGAIN = 0.7
"""Certainty of a title meant after all: low enough for the reply to say which one it is now."""


def correct(text: str, reading: Reading, memory: Memory, names: Linker, today: date) -> Request | None:
    """The last request with the title that was meant after all; None where ``reading`` corrects nothing."""
    before = [m.content for m in memory.messages if m.role == "user"]
    version = read_version(reading.said)
    if reading.foreign or not before or not (version or markers.corrects(reading.bones)):
        return None
    earlier = read(before[-1], memory, names, today)
    named = [m.ref for m in earlier.mentions.found] if earlier is not None else []
    if memory.wish is not None and (not named or version is None or version.marked):
        named += [r for r in memory.wish.liked if r.id not in {n.id for n in named}]
    if not named:
        return None
    if reading.mentions.found and version is None:
        old, new = named[0], reading.mentions.found[0].ref
    elif version is not None:
        found = _found(version, named, names)
        if found is None:
            return _none_such(text, version, names.titles[named[0].id], names) if version.certain else None
        old, new = found
    else:
        return None
    if new.id == old.id and (version is None or memory.wish is None):
        return None
    return _corrected(text, old, new, earlier, memory, names)


def _found(version: Version, named: Iterable[TitleRef], names: Linker) -> tuple[TitleRef, TitleRef] | None:
    for old in named:
        title = find_version(version, names.titles[old.id], old.surface, names)
        if title is not None:
            return old, TitleRef(
                id=title.id, name=title.name, year=title.year, surface=old.surface, certainty=_SAID_AGAIN
            )
    return None


def _none_such(text: str, version: Version, old: Title, names: Linker) -> Request:
    """That there is no such version here; what there is stands in ``near``."""
    known = (old, *namesakes(old, names))
    near = tuple(TitleRef(id=t.id, name=t.name, year=t.year, surface=old.name) for t in known)
    return Request(text=text, act="correct", unknown=(version.words.format(name=old.name),), near=near)


def _corrected(
    text: str, old: TitleRef, new: TitleRef, earlier: Reading | None, memory: Memory, names: Linker
) -> Request:
    if memory.wish is not None and old.id in {r.id for r in memory.wish.liked}:
        liked = tuple(new if r.id == old.id else r for r in memory.wish.liked)
        filters = memory.wish.filters
        if new.id != old.id:
            filters = filters.model_copy(update={"ids_not": (*filters.ids_not, old.id)})
        return memory.wish.model_copy(
            update={"text": text, "liked": liked, "filters": filters, "near": (), "refines": True, "unknown": ()}
        )
    assert earlier is not None
    again = decide(text, earlier, memory, names)
    swap = {old.id: new.id}
    return again.model_copy(
        update={
            "liked": tuple(new if r.id == old.id else r for r in again.liked),
            "near": (),
            "about": tuple(swap.get(i, i) for i in again.about),
            "seen": tuple(swap.get(i, i) for i in again.seen),
        }
    )
