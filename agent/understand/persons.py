"""People named in a message: by full name, by surname where words or a capital point to a person, and misspelt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from matinee.agent.understand.genres import GENRE_WORDS
from matinee.agent.understand.linker import Linker
from matinee.agent.understand.patterns import word_set
from matinee.agent.understand.people import Person
from matinee.agent.understand.text import Utterance
from matinee.agent.understand.tone_words import TONE_WORDS

_BEFORE = word_set(
    """
    with by starring stars star featuring feature features directed director actor actress from no not without
    love like hate enjoy adore prefer into of more any and or some other early late young old than avoid played
    made everything anything something fan filmmaker cant stand
    """
)
_AFTER = word_set(
    """
    film films movie movies flick flicks series show shows style esque thriller comedy drama ones
    """
)
_CLEAR = word_set("by with starring featuring directed director actor actress stars")
_STYLE_AFTER = frozenset(["esque", "ish", "style", "type", "like"])


@dataclass(frozen=True, slots=True)
class PersonHit:
    """A person found; ``style`` where their manner is meant rather than their presence."""

    start: int
    end: int
    person: Person
    style: bool
    others: tuple[Person, ...] = ()
    """Those who are meant with them by a family name."""


def find_people(said: Utterance, names: Linker, *, full: bool) -> list[PersonHit]:
    """The people in what is not understood yet: by ``full`` name, or by surname, first name and misspelt."""
    return sorted(_found(said, names, full), key=lambda h: h.start)


def find_strangers(said: Utterance) -> list[str]:
    """Names that clearly are somebody's, but of nobody in the catalogue; they are taken."""
    strangers = []
    for start, end in list(_clear_names(said)):
        strangers.append(said.span(start, end))
        said.take(start, end)
    return strangers


def _found(said: Utterance, names: Linker, full: bool) -> Iterator[PersonHit]:
    for length in (4, 3, 2) if full else (3, 2, 1):
        for i in range(len(said) - length + 1):
            if not said.free(i, i + length) or any(said.opens_clause(j) for j in range(i + 1, i + length)):
                continue
            person = _full(said, names, i, i + length) if full else _pointed_out(said, names, i, i + length)
            if person is not None:
                style = in_style(said, i, i + length)
                said.take(i, i + length)
                if said.words[i + length : i + length + 1] in {("esque",), ("ish",)}:
                    said.take(i + length, i + length + 1)
                yield PersonHit(i, i + length, person, style)


def _full(said: Utterance, names: Linker, start: int, end: int) -> Person | None:
    return names.people.full((*said.words[start : end - 1], said.tokens[end - 1].bare))


def _pointed_out(said: Utterance, names: Linker, start: int, end: int) -> Person | None:
    """Who is meant by a surname, one name or a misspelt name, where words or a capital point to a person."""
    words, people = (*said.words[start : end - 1], said.tokens[end - 1].bare), names.people
    capital = said.cased and all(said.tokens[i].text[0].isupper() for i in range(start, end))
    pointed = pointed_at(said, start, end)
    if start and not said.opens_clause(start) and said.words[start - 1] in {"about", "in", "at", "near", "around"}:
        return None
    if not (pointed or said.capital(start)) or names.places.meaning(words[0]) is not None or len(words[-1]) < 3:
        return None
    plain = words[0] in names.ordinary or words[0] in GENRE_WORDS or words[0] in TONE_WORDS
    if len(words) == 1 and plain and not (said.capital(start) and pointed):
        return None
    if all(w in names.ordinary for w in words) and not capital:
        return None
    if len(words) == 1 and (_in_longer_name(said, end) or (start > 0 and _in_longer_name(said, start))):
        return None
    person = people.surname(words) or (people.short_form(words) if len(words) == 2 else None)
    if person is None and len(words) == 1:
        person = people.mononym(words[0]) or (people.forename(words[0]) if pointed else None)
    if person is not None or any(w in names.ordinary for w in words):
        return person
    kinded = end < len(said) and said.words[end] in _AFTER
    if not capital and all(names.spelling.knows(w) for w in words):
        return None
    return people.slip(words) if len(words) > 1 or (pointed and start > 0) or kinded else None


def _in_longer_name(said: Utterance, i: int) -> bool:
    """Whether the name goes on with token ``i``: another capital that nobody has read yet."""
    return i < len(said) and not said.opens_clause(i) and said.capital(i) and said.capital(i - 1) and not said.taken[i]


def pointed_at(said: Utterance, start: int, end: int) -> bool:
    """Whether the words around point to a person."""
    before = said.words[start - 1] if start and not said.opens_clause(start) else ""
    after = said.words[end] if end < len(said) and not said.opens_clause(end) else ""
    if start == 0 and (end == len(said) or after == "but"):
        return True
    return before in _BEFORE or after in _AFTER or said.tokens[end - 1].bare != said.tokens[end - 1].word


def in_style(said: Utterance, start: int, end: int) -> bool:
    """Whether somebody's manner is meant: "like Tarantino", "Tarantino-esque"."""
    before = said.words[max(0, start - 3) : start]
    after = said.words[end : end + 1]
    if start == 0 and after == ("but",):
        return True
    if after and after[0] in _STYLE_AFTER and (after[0] != "like" or said.tokens[end].gap == "-"):
        return True
    if before[-2:] in {("style", "of"), ("vein", "of"), ("spirit", "of")}:
        return True
    if before and before[-1] in {"a", "an"}:
        before = before[:-1]
    return before[-1:] == ("like",) and before[-2:-1] not in {
        ("i",),
        ("we",),
        ("dont",),
        ("really",),
        ("you",),
        ("also",),
    }


def _clear_names(said: Utterance) -> Iterator[tuple[int, int]]:
    """Two or more capitalised words after "by" or "starring" that nobody in the catalogue is called."""
    for i in range(1, len(said) - 1):
        end = i
        while (
            end < len(said) and said.capital(end) and not said.taken[end] and (end == i or not said.opens_clause(end))
        ):
            end += 1
        if end - i >= 2 and said.words[i - 1] in _CLEAR and not said.opens_clause(i):
            yield i, end
