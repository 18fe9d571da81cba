"""Families: a surname that means all who make films under it: "the Coens", "a Coen film", "the Duffer brothers"."""

from __future__ import annotations

from collections.abc import Iterator

from matinee.agent.understand.linker import Linker
from matinee.agent.understand.patterns import word_set
from matinee.agent.understand.people import Person
from matinee.agent.understand.persons import PersonHit, in_style, pointed_at
from matinee.agent.understand.text import Utterance

_SIBLINGS = word_set("brothers bros sisters siblings")
_LONGEST = 6
"""Words of a title's name that are looked back over."""
_OF_STYLE = word_set("esque ish")


def find_families(said: Utterance, names: Linker) -> list[PersonHit]:
    """Families named in ``said``; their tokens are taken, so that "Coen Brothers" is no film called Brothers."""
    hits = []
    for i in range(len(said)):
        end = i + 1
        if said.names[i]:
            continue
        people = _pair(said, names, i)
        pair = bool(people)
        end += 3 * pair
        if not people and said.words[end : end + 1] and said.words[end] in _SIBLINGS and not said.opens_clause(end):
            people = _siblings(said, names, i)
            end += bool(people)
        people = people or _plural(said, names, i) or _surname(said, names, i)
        if not people or (not pair and (_in_full_name(said, names, i) or _in_title(said, names, i))):
            continue
        style = in_style(said, i - (said.words[max(i - 1, 0)] == "the"), end)
        end += said.words[end : end + 1] != () and said.words[end] in _OF_STYLE
        said.take_name(i, end)
        hits.append(PersonHit(i, end, people[0], style, people[1:]))
    return hits


def _siblings(said: Utterance, names: Linker, i: int) -> tuple[Person, ...]:
    """ "The Coen brothers": those who make films together, else all of that name."""
    if names.exact(said.words[i : i + 2]) or names.exact(("the", *said.words[i : i + 2])):
        return ()
    for surname in _surnames(said, i):
        people = names.people.together(surname) or names.people.family(surname)
        if len(people) > 1:
            return people
    return ()


def _plural(said: Utterance, names: Linker, i: int) -> tuple[Person, ...]:
    """ "The Dardennes"; not "the Sopranos", and not "the kings" unless written large."""
    word, after_the = said.words[i], i > 0 and said.words[i - 1] == "the"
    written = said.capital(i) or not names.spelling.knows(word)
    if not (written and word.endswith("s") and len(word) > 4):
        return ()
    if not (after_the or said.capital(i) or pointed_at(said, i, i + 1)):
        return ()
    if names.exact((word,)) or names.exact(("the", word)):
        return ()
    for surname in _surnames(said, i):
        people = names.people.family(surname)
        if surname in names.ordinary and not said.capital(i):
            continue
        if surname != word and (len(people) > 1 if not after_the else bool(people)):
            return people
    return ()


def _surname(said: Utterance, names: Linker, i: int) -> tuple[Person, ...]:
    """ "A Coen film": a surname that is nobody's alone, of people who make films together."""
    word = said.tokens[i].bare
    together = names.people.together(word)
    plain = names.people.surname((word,)) is not None or word in names.ordinary or names.exact((word,))
    if not together or plain or not (pointed_at(said, i, i + 1) or said.capital(i)):
        return ()
    return together


def _pair(said: Utterance, names: Linker, i: int) -> tuple[Person, ...]:
    """ "Joel and Ethan Coen"."""
    if len(said) < i + 4 or said.words[i + 1] != "and":
        return ()
    first, second, surname = said.words[i], said.words[i + 2], said.tokens[i + 3].bare
    found = [names.people.full((name, surname)) for name in (first, second)]
    return tuple(p for p in found if p is not None) if None not in found else ()


def _in_full_name(said: Utterance, names: Linker, i: int) -> bool:
    """Whether token ``i`` belongs to a full name of somebody: the "Frances" of "Frances McDormand"."""
    spans = ((j, j + n) for n in (2, 3, 4) for j in range(max(0, i - n + 1), min(i, len(said) - n) + 1))
    return any(names.people.full((*said.words[j : k - 1], said.tokens[k - 1].bare)) is not None for j, k in spans)


def _in_title(said: Utterance, names: Linker, i: int) -> bool:
    """Whether token ``i`` stands within the name of a title of several words: the "Cranes" that are flying."""
    for start in range(max(0, i - _LONGEST), i + 1):
        for end in range(max(i + 1, start + 2), min(start + names.reach(said.words[start]), len(said)) + 1):
            if names.exact(said.words[start:end]):
                return True
    return False


def _surnames(said: Utterance, i: int) -> Iterator[str]:
    """What the singular of token ``i`` can be: "coens" is "coen", "joneses" is "jones", "maysles" is itself."""
    word = said.words[i]
    yield word
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("s"):
        yield word[:-1]
