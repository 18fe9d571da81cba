"""The linker: everything in a catalogue that has a name, indexed once so that messages can be read quickly."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import islice, takewhile
from math import log10
from typing import Protocol

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extract

from matinee.agent.understand.common import CHAT, FUNCTION, ORDINARY
from matinee.agent.understand.genres import GENRE_WORDS, Meaning, genre_table
from matinee.agent.understand.names import HEAD, Name, key_of, ways
from matinee.agent.understand.people import People
from matinee.agent.understand.places import Places
from matinee.agent.understand.resemblance import resembles
from matinee.agent.understand.slips import PLAIN_WORDS, Spelling
from matinee.agent.understand.themes import Themes
from matinee.agent.understand.tone_words import TONE_WORDS
from matinee.index.title import Kind, Title, fold

_LOWER_WORD = re.compile(r"(?<![.!?] )(?<!^)\b[a-z]{2,}\b")
_WORD = re.compile(r"[a-z]{4,}")
_SLIPPED = (0.7, 0.78, 0.91, 0.95)
"""What is left of certainty after one slip, in names of up to 5, 7, 14 letters and in longer ones."""
_ALIKE = 0.15
"""Fame by which titles of one row may differ."""
_LOGLINES_READ = 4000
_FAR_BEHIND = 18
"""Points of likeness by which a name that is asked after may fall short of the nearest."""


class Named(Protocol):
    """What the linker needs of a catalogue. The mappings go from the folded to the catalogue's own wording."""

    @property
    def titles(self) -> Mapping[str, Title]:
        """Title by id."""

    @property
    def themes(self) -> Mapping[str, int]:
        """Theme to number of titles."""

    @property
    def people(self) -> Mapping[str, str]:
        """Directors, creators and cast."""

    @property
    def genres(self) -> Mapping[str, str]:
        """Genres."""

    @property
    def languages(self) -> Mapping[str, str]:
        """Languages."""

    @property
    def countries(self) -> Mapping[str, str]:
        """Countries."""


class Linker:
    """Names of one catalogue. Build it once; it does not change."""

    def __init__(self, catalogue: Named) -> None:
        self.titles: Mapping[str, Title] = catalogue.titles
        self.genre_words: Mapping[str, Meaning] = genre_table(catalogue.genres)
        self.people = People(catalogue.people, catalogue.titles.values())
        self.places = Places(catalogue.countries, catalogue.languages)
        self.themes = Themes(catalogue.themes)
        self.ordinary = _ordinary(catalogue.titles.values()) | self.places.words
        self._names: dict[str, tuple[Name, ...]] = _names(catalogue.titles.values())
        self.spelling = _spelling(self, catalogue)
        self._by_length: dict[int, list[str]] = defaultdict(list)
        self._longest: dict[str, int] = defaultdict(int)
        for key in self._names:
            self._by_length[len(key)].append(key)
            first, count = key.split(" ", 1)[0], key.count(" ") + 1
            self._longest[first] = max(self._longest[first], count)

    def exact(self, words: tuple[str, ...]) -> tuple[Name, ...]:
        """The titles that these folded words name."""
        return self._names.get(key_of(words), ())

    def reach(self, word: str) -> int:
        """How many words the longest name has that begins with ``word``; 0 where none does."""
        return self._longest.get(key_of((word,)), 0)

    def beginning(self, letters: str) -> list[Title]:
        """The titles that have a name which begins with these letters, its article aside."""
        first = bisect_left(self._sorted, letters)
        keys = takewhile(lambda key: key.startswith(letters), islice(self._sorted, first, None))
        return [self.titles[i] for i in dict.fromkeys(n.id for key in keys for n in self._names[key])]

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._names)

    def slip(self, words: tuple[str, ...]) -> tuple[Name, ...]:
        """The titles whose name these words are, but for a slip of the pen; certainty falls with each slip.

        Slips are counted as optimal string alignment distance: one edit from five letters, two from ten, three
        from seventeen; four letters may be swapped.
        """
        key = key_of(words)
        allowed = 3 if len(key) >= 17 else 2 if len(key) >= 10 else 1 if len(key) >= 4 else 0
        if not allowed:
            return ()
        joined = self._names.get(key.replace(" ", ""), ()) if " " in key else ()
        if joined:
            return tuple(Name(n.id, n.quality * 0.95) for n in joined)
        lengths = range(len(key) - allowed, len(key) + allowed + 1)
        pools = (self._by_length[n] for n in lengths if n in self._by_length)
        found = [extract(key, pool, scorer=OSA.distance, score_cutoff=allowed, limit=4) for pool in pools]
        hits = [h for hits in found for h in hits if _plausible(key, h[0])]
        if not hits:
            return ()
        fewest = min(int(h[1]) for h in hits)
        certainty = _SLIPPED[0 if len(key) < 6 else 1 if len(key) < 8 else 2 if len(key) < 15 else 3] ** max(fewest, 1)
        return tuple(
            Name(name.id, name.quality * certainty)
            for key, edits, _ in hits
            if int(edits) == fewest
            for name in self._names[key]
        )

    def nearest(self, text: str, n: int = 3) -> list[Title]:
        """The titles whose names look most like ``text``, best first; at most ``n``, none that is far off."""
        words = fold(text).split()
        key = key_of(words[:-1] if len(words) > 1 and words[-1].isdigit() else words)
        exact = self._names.get(key, ())
        hits = extract(key, list(self._names), scorer=ratio, score_cutoff=80 if exact else 58, limit=4 * n)
        if len(key) < 4:
            hits = [h for h in hits if h[0] == key]
        hits = [h for h in hits if h[1] > hits[0][1] - _FAR_BEHIND and resembles(key, h[0], self.ordinary)]
        found: dict[str, float] = {}
        for name_key, score, _ in hits:
            for name in self._names[name_key]:
                found[name.id] = max(found.get(name.id, 0.0), score + 5 * self.standing(name.id))
        return [self.titles[i] for i in sorted(found, key=lambda i: -found[i])[:n]]

    def best(
        self, names: Iterable[Name], *, year: int | None = None, kind: Kind | None = None, prefer: Iterable[str] = ()
    ) -> tuple[Title, float] | None:
        """The title meant among ``names``, with its certainty.

        What was said (year, kind) comes first, then titles in ``prefer`` (those the conversation is about), then how
        exact the name is and how well known the title. None where a year was said that none of them has.
        """
        preferred = set(prefer)
        pool = [(self.titles[n.id], n.quality) for n in names]
        if year is not None:
            pool = [p for p in pool if p[0].year == year] or [p for p in pool if abs(p[0].year - year) == 1]
        if kind is not None:
            pool = [p for p in pool if p[0].kind == kind] or pool
        if not pool:
            return None

        def rank(item: tuple[Title, float]) -> tuple[float, int, int, str]:
            title, quality = item
            score = 10 * quality + self.standing(title.id) + (3 if title.id in preferred else 0)
            return (score, title.votes or 0, title.year, title.id)

        pool.sort(key=rank, reverse=True)
        title, quality = pool[0]
        if quality <= HEAD and title.id not in preferred:
            # of a row of films that begin alike, the first is meant: "Harry Potter"
            row = [p for p in pool if p[1] == quality and self.standing(title.id) - self.standing(p[0].id) < _ALIKE]
            title, quality = min(row, key=lambda p: (p[0].year, p[0].id))
        rivals = [t for t, q in pool[1:] if q >= quality - 0.02 and t.id != title.id]
        doubtful = year is None and kind is None and title.id not in preferred
        if doubtful and any(self.standing(title.id) - self.standing(t.id) < 0.1 for t in rivals):
            quality = min(quality, 0.72)
        return title, round(quality, 3)

    def standing(self, id_: str) -> float:
        """How well known a title is, 0 to 1: its fame, else from its votes."""
        title = self.titles[id_]
        if title.fame is not None:
            return title.fame
        return min(1.0, log10(title.votes + 1) / 7) if title.votes else 0.3


def _names(titles: Iterable[Title]) -> dict[str, tuple[Name, ...]]:
    best: dict[str, dict[str, float]] = defaultdict(dict)
    for title in titles:
        for key, quality in ways(title):
            if quality > best[key].get(title.id, 0.0):
                best[key][title.id] = quality
    return {key: tuple(Name(i, q) for i, q in found.items()) for key, found in best.items() if key}


def _ordinary(titles: Iterable[Title]) -> frozenset[str]:
    """Words that are no names: grammar, talk, everyday words, and what several loglines use in lower case."""
    seen: Counter[str] = Counter()
    for title in islice(titles, _LOGLINES_READ):
        seen.update(set(_LOWER_WORD.findall(title.logline)))
    lexicon = {word for phrase in (*TONE_WORDS, *GENRE_WORDS) for word in phrase.split()}
    return FUNCTION | CHAT | ORDINARY | lexicon | {word for word, count in seen.items() if count > 1}


def _spelling(names: Linker, catalogue: Named) -> Spelling:
    """What may be mended to what: the words of wishes, and every word that the catalogue itself uses."""
    single = (*TONE_WORDS, *names.genre_words, *PLAIN_WORDS, *names.places.words)
    written = (*names._names, *catalogue.people, *catalogue.themes)
    known = {word for text in written for word in fold(text).split()}
    for title in islice(catalogue.titles.values(), _LOGLINES_READ):
        known.update(_WORD.findall(title.logline.lower()))
    return Spelling((w for w in single if " " not in w), names.ordinary | known)


def _plausible(typed: str, key: str) -> bool:
    """Whether a slip of the pen can lie between two spellings: numbers never slip, and initials seldom do."""
    if [w for w in typed.split() if w.isdigit()] != [w for w in key.split() if w.isdigit()]:
        return False
    if len(key) < 4 or (len(typed) == 4 and not (len(key) == 4 and sorted(typed) == sorted(key))):
        return False
    pairs = list(zip(typed.split(), key.split(), strict=False))
    return all(a[0] == b[0] or len(b) >= 8 for a, b in pairs) or typed.replace(" ", "") == key.replace(" ", "")
