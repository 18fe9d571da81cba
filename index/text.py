"""The words of a title: what is embedded, and what the keyword search reads."""

from __future__ import annotations

from matinee.index.title import Title


def embedded_text(title: Title) -> str:
    """What the title's vector is made of: genres, themes and logline; neither names nor people.

    A name or a cast pulls towards titles that sound alike or share an actor. The themes stand twice,
    before and after the logline: that way they carry the vector, and the neighbours of a title are
    about the same things rather than set in the same places.
    """
    themes = ", ".join(title.themes)
    parts = (", ".join(title.genres), themes, title.logline.rstrip("."), themes)
    return ". ".join(part for part in parts if part) or f"{title.kind} {title.name}"


def searched_text(title: Title) -> str:
    """What BM25 reads: names (twice, to outweigh a mention in a logline), people, facts, themes and logline."""
    names = " ".join((title.name, *title.aka))
    people = ", ".join((*title.directors, *title.creators, *title.cast))
    facts = ", ".join((*title.genres, *title.countries, *title.languages, str(title.year), title.kind))
    return ". ".join(part for part in (names, names, people, facts, ", ".join(title.themes), title.logline) if part)
