"""What may be said of one title: its qualities as phrases, its numbers by unit, its people by part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from matinee.agent.compose.say import noun
from matinee.agent.verify.words import TOKEN, stem
from matinee.index.title import Title, fold

NUMBERS: Mapping[str, str] = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "single": "1", "dozen": "12",
}  # fmt: skip
_UNITS = {"minute": "minutes", "min": "minutes", "hour": "hours", "h": "hours", "season": "seasons"}


def qualities(title: Title) -> frozenset[tuple[str, ...]]:
    """The stems of every phrase that describes the title: themes, genres, kind, countries, languages, maturity."""
    phrases: list[str] = [*title.themes, *title.genres, noun(title), title.kind, *title.countries, *title.languages]
    if "science fiction" in title.genres:
        phrases += ["sci fi", "sci-fi"]
    if title.maturity == "all":
        phrases.append("all ages")
    stems = {tuple(stem(w) for w in fold(phrase).split()) for phrase in phrases}
    return frozenset(s for s in stems if s)


def numbers_hold(sentence: str, title: Title) -> str | None:
    """None where every number of ``sentence`` is one of the title's, of that unit; else the one that is not."""
    tokens = [t.group() for t in TOKEN.finditer(sentence)]
    for place, token in enumerate(tokens):
        value = NUMBERS.get(token.lower(), token)
        if not value[0].isdigit() and value[0] != ".":
            continue
        unit = _unit(tokens[place + 1 : place + 2])
        if unit is None and token.lower() in {"one", "two", "single"}:
            continue
        if value not in _values(title, unit):
            return f"the number {token} is not in the facts"
    return None


def _unit(after: Sequence[str]) -> str | None:
    return _UNITS.get(stem(after[0].lower()), _UNITS.get(after[0].lower())) if after else None


def _values(title: Title, unit: str | None) -> set[str]:
    """The title's numbers of one unit; without a unit its years, decades and places on the axes."""
    if unit == "seasons":
        return {str(title.seasons)} if title.seasons else set()
    hours, rest = divmod(title.runtime_minutes or 0, 60)
    if unit == "minutes":
        return {str(title.runtime_minutes), str(rest)} if title.runtime_minutes else set()
    if unit == "hours":
        return {str(hours)} if hours else set()
    years = {str(y) for y in (title.year, title.end_year) if y}
    places = {f"{v:.2f}" for v in title.tone.values()}
    return {*years, f"{title.year // 10 * 10}s", *places, *(p.lstrip("0") for p in places)}


_BEFORE: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile(r"\b(?:directed|made|helmed|shot)(?: \w+)? by $", re.IGNORECASE), ("directors", "creators")),
    (re.compile(r"\b(?:created|written) by $", re.IGNORECASE), ("creators", "directors")),
    (re.compile(r"\b(?:starring|stars|played by|led by|with|features|featuring) $", re.IGNORECASE), ("cast",)),
    (re.compile(r"\b(?:from|by) $", re.IGNORECASE), ("directors", "creators")),
)
_AFTER: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile(r"^ (?:leads?|stars?|plays?|heads?)\b"), ("cast",)),
    (re.compile(r"^ (?:directs|directed)\b"), ("directors",)),
    (re.compile(r"^ (?:creates|created|wrote)\b"), ("creators",)),
    (re.compile(r"^['’]s? "), ("directors", "creators")),
)

_OTHERS = re.compile(r"^(?:,| and|, and) [A-Z][^,]*?(?= \w+s?\b)")
"""What stands between A and the verb in "A and B lead it"."""


def people_hold(sentence: str, title: Title) -> str | None:
    """None where every person of the title named in ``sentence`` is named in a part they had; else who is not."""
    parts = {f: getattr(title, f) for f in ("directors", "creators", "cast")}
    names = sorted({n for group in parts.values() for p in group for n in spoken(p)}, key=len, reverse=True)
    if not names:
        return None
    held: tuple[str, ...] | None = None
    end = 0
    found = re.compile("|".join(rf"(?<!\w){re.escape(n)}(?!\w)" for n in names)).finditer(sentence)
    for match in found:
        before = sentence[end : match.start()] if end else sentence[: match.start()]
        listed = end and re.fullmatch(r"(?:,| and|, and) ", before)
        held = held if listed else next((f for p, f in _BEFORE if p.search(before)), None)
        after = _OTHERS.sub("", sentence[match.end() :])
        fields = held or next((f for p, f in _AFTER if p.search(after)), None)
        if fields is None:
            return f"{match.group()} is named without their part"
        if not any(match.group() in spoken(p) for f in fields for p in parts[f]):
            return f"{match.group()} had another part"
        end = match.end()
    return None


def spoken(person: str) -> tuple[str, str]:
    """How a person may be named: whole, or by the last name."""
    return person, person.split()[-1]


def names(title: Title) -> Iterator[str]:
    """Every name that may stand in a sentence about the title."""
    yield from called(title)
    for person in (*title.directors, *title.creators, *title.cast):
        yield from spoken(person)
    yield from title.countries
    yield from title.languages


def called(title: Title) -> Iterator[str]:
    """What the title itself is called."""
    yield title.label
    yield title.name
    yield from title.aka
