"""Names as lists write them: with a year, with the article at the end, with other names in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass

_YEAR = re.compile(r"^(?P<name>.*?)\s*\((?P<year>(?:18|19|20)\d\d)(?:\s*[-–]\s*(?:(?:19|20)\d\d)?)?\)\s*$")
_BRACKET = re.compile(r"\s*\(([^()]*)\)\s*$")
_AKA = re.compile(r"^(?:a\.?k\.?a\.?:?\s+)", re.IGNORECASE)
_ARTICLE = re.compile(
    r"^(?P<rest>.*), (?P<article>The|A|An|Le|La|Les|L'|El|Los|Las|Il|Lo|I|Gli|Der|Die|Das|Den|Det|De|O|Os|Un|Une|Una)$"
)


@dataclass(frozen=True)
class Label:
    """A written name, taken apart."""

    name: str
    year: int | None = None
    aka: tuple[str, ...] = ()


def read_label(written: str) -> Label:
    """The name, year and other names in ``written``.

    >>> read_label("City of Lost Children, The (Cité des enfants perdus, La) (1995)")
    Label(name='The City of Lost Children', year=1995, aka=('La Cité des enfants perdus',))
    >>> read_label("Friends with Benefits  (2011)")
    Label(name='Friends with Benefits', year=2011, aka=())
    """
    text, year = " ".join(written.split()), None
    aka: list[str] = []
    if found := _YEAR.match(text):
        text, year = found["name"], int(found["year"])
    while year is not None and (bracket := _BRACKET.search(text)) and bracket.start():
        aka.insert(0, _article_first(_AKA.sub("", bracket[1]).strip()))
        text = text[: bracket.start()]
    return Label(_article_first(text), year, tuple(name for name in aka if name))


def _article_first(name: str) -> str:
    found = _ARTICLE.match(name)
    if not found:
        return name
    space = "" if found["article"].endswith("'") else " "
    return f"{found['article']}{space}{found['rest']}"
