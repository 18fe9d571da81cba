"""Rows: the other titles of a name, and what came before and after a title in its row of films or seasons."""

from __future__ import annotations

import re

from matinee.agent.understand.linker import Linker
from matinee.agent.understand.names import ARTICLES, HEAD, canonical
from matinee.index.title import Title, fold

_NUMBERED = re.compile(r"(?: part| vol| volume| chapter| episode)? \d{1,2}\b")


def namesakes(title: Title, names: Linker) -> list[Title]:
    """The other titles that go by ``title``'s name, oldest first."""
    words = tuple(fold(title.name).split())
    others = [names.titles[n.id] for n in names.exact(words) if n.id != title.id and n.quality > HEAD]
    return sorted(others, key=lambda t: (t.year, t.id))


def row(title: Title, names: Linker) -> list[Title]:
    """``title`` and the titles of its kind that go on with its story, in order of years: the Godfather films."""
    base = _base(title.name)
    found = {title.id: title}
    first = base.split(" ", 1)[0].removesuffix("s")
    for other in names.beginning(first):
        if other.kind == title.kind and _goes_on(title, other, base):
            found[other.id] = other
    rivals = [t for t in namesakes(title, names) if t.kind == title.kind and t.id in found and not _shared(title, t)]
    # what follows a remake belongs to the remake
    for rival in rivals:
        del found[rival.id]
        for other in list(found.values()):
            nearer = abs(other.year - rival.year) < abs(other.year - title.year)
            if nearer and not _shared(title, other):
                del found[other.id]
    return sorted(found.values(), key=lambda t: (t.year, t.id))


def goes_on(title: Title, other: Title) -> bool:
    """Whether ``other`` goes on with the story of ``title``, or comes before it."""
    return other.kind == title.kind and other.id != title.id and _goes_on(title, other, _base(title.name))


def _goes_on(title: Title, other: Title, base: str) -> bool:
    name = _plain(other.name)
    if name != base and not name.startswith(f"{base} "):
        plural = name in {f"{base}s", base.removesuffix("s")}
        alike = name.split()[:1] == _plain(title.name).split()[:1] and len(_people(title) & _people(other)) > 1
        return (plural and _shared(title, other)) or alike
    rest = name.removeprefix(base)
    if title.kind == "series":
        return bool(_NUMBERED.fullmatch(rest)) or (bool(rest) and ":" in other.name and _shared(title, other))
    return bool(_NUMBERED.match(rest)) or rest == "" or ":" in other.name or _shared(title, other)


def _shared(one: Title, other: Title) -> bool:
    """Whether anybody worked on both."""
    return bool(_people(one) & _people(other))


def _people(title: Title) -> set[str]:
    return {*title.directors, *title.creators, *title.cast}


def _base(name: str) -> str:
    """The name of a row: "Rocky IV" and "Dune: Part Two" without what numbers them, "Star Wars: …" up to the colon."""
    head = _plain(re.split(r":|;| [-–—] ", name)[0])
    return _NUMBERED.sub("", head).strip() or head


def _plain(name: str) -> str:
    words = [canonical(w) for w in fold(name).split()]
    return " ".join(words[1:] if len(words) > 1 and words[0] in ARTICLES else words)
