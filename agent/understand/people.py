"""People: directors, creators and cast by full name, by a telling surname, and through slips of the pen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from matinee.agent.understand.patterns import word_set
from matinee.index.title import Title, fold

_PARTICLES = word_set("de del della der di du la le lo van von den ter ten da dos el al bin ben mac mc st")
_AHEAD = 2.5
"""How many times better known than the next of that surname someone must be, to be meant by it."""


@dataclass(frozen=True, slots=True)
class Person:
    """Someone in the catalogue, with how much of it is theirs."""

    name: str
    weight: float
    titles: tuple[str, ...]
    """Ids, best known first."""


class People:
    """The people of one catalogue. ``names`` goes from the folded to the shown name."""

    def __init__(self, names: Mapping[str, str], titles: Iterable[Title]) -> None:
        weight: dict[str, float] = defaultdict(float)
        theirs: dict[str, list[tuple[float, str]]] = defaultdict(list)
        self._made: dict[str, set[str]] = defaultdict(set)
        keys = {shown: key for key, shown in names.items()}

        def key_of(name: str) -> str:
            return keys.get(name) or fold(name)

        for title in titles:
            known = 0.1 + (title.fame if title.fame is not None else 0.3)
            makers = set(map(key_of, (*title.directors, *title.creators)))
            for key in makers | set(map(key_of, title.cast)):
                share = known * (2 if key in makers else 1)
                weight[key] += share
                theirs[key].append((share, title.id))
            for key in makers:
                self._made[key].add(title.id)
        self._people = {
            key: Person(shown, weight[key], tuple(i for _, i in sorted(theirs[key], reverse=True)))
            for key, shown in names.items()
            if key
        }
        self._joined = {key.replace(" ", ""): key for key in self._people if " " in key}
        self._surnames: dict[str, list[str]] = defaultdict(list)
        self._forenames: dict[str, list[str]] = defaultdict(list)
        for key in self._people:
            words = key.split()
            if len(words) > 1:
                for surname in _surnames(words):
                    self._surnames[surname].append(key)
                self._forenames[words[0]].append(key)
        self._by_look: dict[tuple[str, int], list[str]] = defaultdict(list)
        for key in (*self._people, *(s for s in self._surnames if len(s) > 5)):
            self._by_look[key[0], len(key)].append(key)

    def full(self, words: tuple[str, ...]) -> Person | None:
        """The person with exactly this name, spaces aside."""
        key = " ".join(words)
        return self._people.get(key) or self._people.get(self._joined.get(key.replace(" ", ""), ""))

    def mononym(self, word: str) -> Person | None:
        """Someone known by one name."""
        return self._people.get(word) if " " not in word else None

    def surname(self, words: tuple[str, ...]) -> Person | None:
        """The person meant by a surname: the only one, or far the best known."""
        return self._leader(self._surnames.get(" ".join(words), ()))

    def family(self, surname: str) -> tuple[Person, ...]:
        """Every maker of that surname, best known first; those who play where none of the name makes."""
        keys = self._surnames.get(surname, [])
        return self._best_first([k for k in keys if k in self._made] or keys)

    def together(self, surname: str) -> tuple[Person, ...]:
        """The makers of that surname who made something together."""
        keys = [k for k in self._surnames.get(surname, ()) if k in self._made]
        return self._best_first(k for k in keys if any(self._made[k] & self._made[o] for o in keys if o != k))

    def short_form(self, words: tuple[str, ...]) -> Person | None:
        """The person meant by a shortened first name and the surname: "Leo DiCaprio"."""
        first, last = words
        return self._leader(k for k in self._surnames.get(last, ()) if len(first) > 2 and k.startswith(first[:3]))

    def forename(self, word: str) -> Person | None:
        """The person meant by a rare first name."""
        found = self._forenames.get(word, ())
        return self._leader(found) if len(found) == 1 and len(word) > 4 else None

    def slip(self, words: tuple[str, ...]) -> Person | None:
        """The person whose name or surname this is, but for one slip (two in names of twelve letters and more)."""
        key = " ".join(words)
        if len(key) < 6:
            return None
        allowed = 2 if len(key) >= 12 else 1
        looks = [(key[0], n) for n in range(len(key) - allowed, len(key) + allowed + 1)]
        hits = [
            hit
            for look in looks
            if look in self._by_look
            for hit in extract(key, self._by_look[look], scorer=OSA.distance, score_cutoff=allowed, limit=4)
        ]
        found = [self._people[h[0]] if h[0] in self._people else self.surname((*h[0].split(),)) for h in hits]
        people = [p for p in found if p is not None]
        return max(people, key=lambda p: p.weight) if people else None

    def _leader(self, keys: Iterable[str]) -> Person | None:
        people = self._best_first(keys)
        if not people:
            return None
        if len(people) == 1 or people[0].weight >= _AHEAD * people[1].weight:
            return people[0]
        return None

    def _best_first(self, keys: Iterable[str]) -> tuple[Person, ...]:
        return tuple(sorted((self._people[k] for k in keys), key=lambda p: (-p.weight, p.name)))


def _surnames(words: list[str]) -> Iterable[str]:
    yield words[-1]
    if len(words) > 2 and words[-2] in _PARTICLES:
        yield " ".join(words[-2:])
    if len(words) > 3 and words[-3] in _PARTICLES:
        yield " ".join(words[-3:])
