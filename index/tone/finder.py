"""Finding a title by id, or by a name and year as any catalogue writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from matinee.index.title import Kind, Title, fold

_ARTICLES = ("the", "a", "an", "le", "la", "les", "l", "el", "los", "las", "il", "lo", "gli", "der", "die", "das")
_ARTICLE_LAST = re.compile(rf"^(.*), ({'|'.join(_ARTICLES)})('?)$", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\((?:a\.?k\.?a\.? )?([^()]*)\)")
_YEAR_LAST = re.compile(r"^(.+?)\s*\((\d{4})(?:[-–]\d{0,4})?\)\s*$")


class Finder:
    """Titles by id and by name: "Matrix, The" finds *The Matrix*, other names count, and the year may be off by one."""

    def __init__(self, titles: Iterable[Title], aliases: Mapping[str, str] | None = None) -> None:
        self._titles = {title.id: title for title in titles}
        self._aliases = aliases or {}
        self._names: dict[str, list[Title]] = {}
        for title in self._titles.values():
            for key in dict.fromkeys(_key(name) for name in (title.name, *title.aka)):
                self._names.setdefault(key, []).append(title)

    def by_id(self, ident: str) -> Title | None:
        """The title of that id; None where there is none."""
        return self._titles.get(self._aliases.get(ident, ident))

    def all_named(self, name: str) -> tuple[Title, ...]:
        """Every title of that name, whatever its year and kind."""
        return tuple(self._names.get(_key(name), ()))

    def by_name(self, name: str, year: int | None = None, kind: Kind | None = None) -> Title | None:
        """The title of that name, of the year given or one beside it; None where there is none.

        Of several, the one of exactly that year, then one whose main name it is, then the best known. A series is
        found by any year of its run too, where no title fits better.
        """
        for spelt in _spellings(name):
            named = [t for t in self._names.get(_key(spelt), ()) if kind in (None, t.kind)]
            fitting = [t for t in named if year is None or abs(t.year - year) <= 1]
            running = [t for t in named if t.kind == "series" and year and t.year < year <= (t.end_year or year)]
            if found := fitting or running:
                return min(found, key=lambda t: (abs(t.year - (year or t.year)), _key(t.name) != _key(spelt),
                                                 -(t.fame or 0.0), t.id))  # fmt: skip
        short = name.partition(":")[0]
        if year is not None and short != name:
            # "Star Wars: Episode IV - A New Hope" is our "Star Wars", if the year agrees to the letter.
            same = [t for t in self._names.get(_key(short), ()) if t.year == year and kind in (None, t.kind)]
            return same[0] if len(same) == 1 else None
        return None


def split_label(label: str) -> tuple[str, int | None]:
    """Name and year of a label such as ``Matrix, The (1999)``.

    >>> split_label("Matrix, The (1999)"), split_label("Dark")
    (('Matrix, The', 1999), ('Dark', None))
    """
    found = _YEAR_LAST.match(label.strip())
    return (found[1], int(found[2])) if found else (label.strip(), None)


def _spellings(name: str) -> Iterator[str]:
    """The name as given, without what stands in brackets, and each of the brackets."""
    yield name
    if "(" in name:
        yield _BRACKETS.sub("", name)
        yield from (found[1] for found in _BRACKETS.finditer(name))


def _key(name: str) -> str:
    """The folded name, an article moved from its end to its front and there left out if English."""
    last = _ARTICLE_LAST.match(name.strip())
    words = fold(f"{last[2]}{last[3] or ' '}{last[1]}" if last else name).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in {"the", "a", "an"} else words)
