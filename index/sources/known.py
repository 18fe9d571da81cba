"""Titles that other catalogues list and the starter catalogue knows: they get what was written about them by hand."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from matinee.index.merge import merge
from matinee.index.same import loose_keys, name_keys, same_title
from matinee.index.sources.starter import read_starter
from matinee.index.title import Title


def with_starter(title: Title) -> Title:
    """``title`` as the starter catalogue writes it, with the id and the further cast and facts of ``title``.

    What ``title`` says otherwise stays as a fact: its year as ``listed year``, its text as ``description``. A title
    that the starter does not know comes back as it is.
    """
    known = _known(title)
    if known is None:
        return title
    said = {"listed year": str(title.year)} if title.year != known.year else {}
    if title.logline:
        said["description"] = title.logline
    cast = tuple(dict.fromkeys((*known.cast, *title.cast)))
    first = known.model_copy(update={"id": title.id, "cast": cast, "facts": {**title.facts, **said}})
    # The starter's id stays known, so that what was learnt with the starter holds here too.
    return merge(merge(first, title), known)


def year_known(name: str) -> int | None:
    """The year of the one title of the starter catalogue of that name; None where it knows none, or several."""
    probe = Title(id="", name=name, year=2000, kind="film")
    found = {known.year for key in name_keys(probe) for known in _shelf().get(key, ()) if key in name_keys(known)}
    return found.pop() if len(found) == 1 else None


def _known(title: Title) -> Title | None:
    keys = (*name_keys(title), *loose_keys(title))
    fitting = {known.id: known for key in keys for known in _shelf().get(key, ()) if same_title(title, known)}
    return min(fitting.values(), key=lambda known: (abs(known.year - title.year), known.id), default=None)


@lru_cache(maxsize=1)
def _shelf() -> dict[str, list[Title]]:
    shelf: defaultdict[str, list[Title]] = defaultdict(list)
    for title in read_starter():
        for key in (*name_keys(title), *loose_keys(title)):
            shelf[key].append(title)
    return dict(shelf)
