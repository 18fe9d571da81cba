"""Linking: the entries of an export to the titles of a catalogue, one mark a title."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from matinee.index.catalogue import Catalogue
from matinee.index.history.entry import Entry, Fault
from matinee.index.title import Title
from matinee.index.tone.finder import Finder

_ORDER = {"wanted": 0, "seen": 1, "rated": 2}


@dataclass(frozen=True)
class Linked:
    """An export, linked."""

    marks: Mapping[str, Entry] = field(default_factory=dict)
    """Title id to the entry that says most of it: a rating over a viewing over a wish, the later over the earlier."""
    unlinked: tuple[Entry, ...] = ()
    """One entry for each name that fits no title of the catalogue."""
    guessed: tuple[tuple[Entry, Title], ...] = ()
    """Names without a year that fit several titles, and the one taken: the best known."""
    faults: tuple[Fault, ...] = ()
    entries: int = 0


def link(rows: Iterable[Entry | Fault], catalogue: Catalogue) -> Linked:
    """Every entry linked by its IMDb id where the catalogue knows it, else by name, year and kind."""
    finder = Finder(catalogue.titles.values(), catalogue.aliases)
    by_imdb = {str(t.facts.get("imdb_id")): t for t in catalogue.titles.values() if t.facts.get("imdb_id")}
    marks: dict[str, Entry] = {}
    unlinked: dict[str, Entry] = {}
    guessed: dict[str, tuple[Entry, Title]] = {}
    faults: list[Fault] = []
    count = 0
    for row in rows:
        if isinstance(row, Fault):
            faults.append(row)
            continue
        count += 1
        title = by_imdb.get(row.imdb or "") or catalogue.titles.get(row.imdb or "")
        rivals = 1
        if title is None:
            title, rivals = _named(row, finder)
        if title is None:
            name = row.short_names[-1] if row.kind == "series" and row.short_names else row.name
            unlinked.setdefault(name, row)
            continue
        if rivals > 1:
            guessed.setdefault(title.id, (row, title))
        marks[title.id] = _more(marks.get(title.id), row)
    return Linked(marks, tuple(unlinked.values()), tuple(guessed.values()), tuple(faults), count)


def _named(entry: Entry, finder: Finder) -> tuple[Title | None, int]:
    """The title of that name, and how many titles the name alone would fit; a year leaves no doubt."""
    for name in (entry.name, *entry.short_names):
        # what a name was cut to is a series: only episodes have more to their name
        kind = entry.kind or ("series" if name != entry.name else None)
        if found := finder.by_name(name, entry.year, kind):
            rivals = [t for t in finder.all_named(name) if kind in (None, t.kind)]
            return found, 1 if entry.year else len(rivals)
    return None, 0


def _more(old: Entry | None, new: Entry) -> Entry:
    """The entry that says more; a viewing under a rating leaves its date."""
    if old is None:
        return new
    low, high = sorted((old, new), key=lambda e: (_ORDER[e.mark], e.on is not None, e.on or 0))
    return replace(high, on=high.on or low.on) if low.mark != "wanted" else high
