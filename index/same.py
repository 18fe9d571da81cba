"""Whether two records, as different catalogues write them, are of one title."""

from __future__ import annotations

import re

from matinee.index.title import Title, fold

_ARTICLES = frozenset({"the", "a", "an"})
_NUMBERS = {
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "v": "5",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
    "x": "10",
    "xi": "11",
    "xii": "12",
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
}
_DIVISIONS = frozenset({"part", "pt", "volume", "vol", "chapter", "episode"})
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_OWNED = re.compile(r"^(?:\w+\.? ){0,2}\w+(?:'s|’s|s'|s’) (?=\w)", re.IGNORECASE)
_SERIES = re.compile(r":? the (?:animated |original |complete )?series$", re.IGNORECASE)


def name_keys(title: Title) -> tuple[str, ...]:
    """What the name and the other names are compared by: "Rocky II", "The Rocky: Part Two" and "Rocky, 2" are one key.

    >>> from matinee.index.title import Title
    >>> name_keys(Title(id="1", name="The Karate Kid, Part II", aka=("Karate Kid 2",), year=1986, kind="film"))
    ('2 karate kid',)
    """
    return tuple(dict.fromkeys(_key(name) for name in (title.name, *title.aka)))


def loose_keys(title: Title) -> tuple[str, ...]:
    """Keys of the name with less in it: no brackets, no owner ("Marvel's …"), no "the series"; none where it has none.

    They are fit to be compared with :func:`name_keys` only, and only where more than the name agrees.
    """
    bare = _BRACKETS.sub("", title.name)
    cut = {bare, *(found[1] for found in _BRACKETS.finditer(title.name)), _SERIES.sub("", bare), _OWNED.sub("", bare)}
    keys = {_key(name) for name in cut if fold(name)}
    return tuple(sorted(keys.difference(name_keys(title))))


def same_title(one: Title, other: Title) -> bool:
    """Whether both are one title: a name in common, the kind, the year give or take one, and nothing against it.

    Against it are people, or countries, that have nothing in common. Films a year apart, and titles whose
    names agree only by :func:`loose_keys`, want a person or the same length and country in common. A series
    may be dated by any of its seasons: further apart within its run it is the same if a person agrees or,
    where none are known, a country does, or the name is of two words and more.
    """
    if one.kind != other.kind or at_odds(one, other):
        return False
    if set(name_keys(one)) & set(name_keys(other)):
        exact = True
    elif set(name_keys(one)) & set(loose_keys(other)) or set(loose_keys(one)) & set(name_keys(other)):
        exact = False
    else:
        return False
    people = bool(_people(one) & _people(other))
    return (_same_film if one.kind == "film" else _same_series)(one, other, exact=exact, people=people)


def at_odds(one: Title, other: Title) -> bool:
    """Whether both name enough people and none is common, or, where people are not known, countries and none is."""
    first, second = _people(one), _people(other)
    if first & second:
        return False
    if (one.directors and other.directors) or min(len(one.cast), len(other.cast)) >= 2:
        return True
    return bool(one.countries and other.countries) and not _share_country(one, other)


def _same_film(one: Title, other: Title, *, exact: bool, people: bool) -> bool:
    apart = abs(one.year - other.year)
    short, long = sorted((one.runtime_minutes or 0, other.runtime_minutes or 0))
    as_long = short > 0 and long - short <= 3
    if apart > 1:
        # A film may be dated by its release abroad.
        return apart <= 3 and exact and people and as_long
    if people or not exact:
        return people or (as_long and _share_country(one, other))
    # The length in a list may count the advertisements.
    return as_long or (apart == 0 and (short == 0 or long <= 1.35 * short))


def _same_series(one: Title, other: Title, *, exact: bool, people: bool) -> bool:
    apart = abs(one.year - other.year)
    if people or _share_country(one, other):
        return apart <= 1 or ((exact or people) and _in_run(one, other, 2 if people else 1))
    if not exact or apart == 0:
        return exact
    telling = any(len(key.split()) > 1 for key in set(name_keys(one)) & set(name_keys(other)))
    if apart == 1:
        return telling or one.seasons == other.seasons
    return telling and _in_run(one, other, 1)


def _key(name: str) -> str:
    """The words of a name in alphabetical order, articles and the like left out, numbers as digits."""
    words = fold(name).split()
    kept: list[str] = []
    for i, word in enumerate(words):
        division = i > 0 and words[i - 1] in _DIVISIONS
        number = _NUMBERS.get(word) if i > 0 and (division or len(word) > 1 or word in "vx") else None
        # "Part" goes where a number follows, and a number in letters counts only there.
        if division and (number or word.isdecimal() or word == "i") and kept and kept[-1] == words[i - 1]:
            kept.pop()
            number = number or ("1" if word == "i" else None)
        elif number and word.isalpha() and word in {"one", "two", "three", "four", "five"}:
            number = None
        if word not in _ARTICLES:
            kept.append(number or word)
    return " ".join(sorted(kept)) or " ".join(words) or name


def _people(title: Title) -> set[str]:
    """Names folded, their parts in alphabetical order: "Song Kang-ho" is "Kang-ho Song"."""
    return {" ".join(sorted(fold(p).split())) for p in (*title.directors, *title.creators, *title.cast)} - {""}


def _share_country(one: Title, other: Title) -> bool:
    return bool(set(map(fold, one.countries)) & set(map(fold, other.countries)))


def _in_run(one: Title, other: Title, years_a_season: int) -> bool:
    """Whether one is dated within the run of the other: to its last year, or as long as its seasons may have taken."""
    early, late = sorted((one, other), key=lambda title: title.year)
    if early.end_year:
        return late.year <= early.end_year + 1
    return late.year - early.year <= years_a_season * max(one.seasons or 1, other.seasons or 1)
