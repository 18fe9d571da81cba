"""Themes: the catalogue's own theme phrases, found in a message whatever their endings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from matinee.agent.understand.common import CHAT, FUNCTION
from matinee.agent.understand.patterns import word_set
from matinee.agent.understand.text import Utterance
from matinee.index.title import fold

_LONGEST = 5
_TOO_PLAIN = word_set("family friends love life story war film films tv home work day night time year girl man")
"""Themes of one word that are said in passing too often to be heard without "about", "with", "set in"."""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A folded word without plural, -ing and doubled consonants: ``travelling`` and ``travels`` are ``travel``."""
    word = word.replace("iz", "is")
    if len(word) > 5 and word.endswith("our"):
        return word[:-2] + "r"
    if len(word) > 6 and word.endswith("ing"):
        word = word[:-3]
        if word[-1] == word[-2] and word[-1] not in "sz":
            word = word[:-1]
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 3 and word.endswith("ie"):
        return f"{word[:-2]}y"
    if len(word) > 4 and word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if len(word) > 3 and word.isalpha() and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


_SAME: tuple[tuple[str, ...], ...] = (
    ("world war ii", "second world war", "ww2", "wwii", "world war 2", "world war two"),
    ("world war i", "first world war", "ww1", "wwi", "world war 1", "world war one", "great war"),
    ("artificial intelligence", "ai"),
    ("serial killer", "serial killing"),
    ("post-apocalypse", "post-apocalyptic", "after the apocalypse"),
    ("dystopia", "dystopian"),
    ("robots", "androids"),
    ("coming of age", "growing up"),
    ("organised crime", "mafia", "the mob", "mobsters", "gangsters"),
    ("espionage", "spies", "spying"),
    ("courtroom", "court case", "trial"),
    ("heist", "bank robbery", "bank job"),
)
"""Phrases for one thing; a catalogue has some of them."""


class Themes:
    """The theme phrases of one catalogue; ``counts`` says how many titles each has."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self.counts = counts
        self._theme: dict[str, str] = {}
        self._by_word: dict[str, list[str]] = defaultdict(list)
        for theme in sorted(counts, key=lambda t: (-counts[t], t)):
            stems = [stem(w) for w in fold(theme).split()]
            self._theme.setdefault(" ".join(stems), theme)
            for s in set(stems):
                self._by_word[s].append(theme)
        for phrases in _SAME:
            keys = [" ".join(stem(w) for w in fold(p).split()) for p in phrases]
            known = next((self._theme[k] for k in keys if k in self._theme), None)
            if known is not None:
                self._theme.update({key: known for key in keys if key not in self._theme})

    def find(self, said: Utterance) -> Iterator[tuple[int, int, str]]:
        """Spans that are a theme, longest first, with the catalogue's wording.

        A phrase of several words may overlap with what other readers understood ("dark comedy" is a theme too); a
        single word may not.
        """
        stems = [stem(w) for w in said.words]
        i = 0
        while i < len(stems):
            for n in range(min(_LONGEST, len(stems) - i), 0, -1):
                theme = self._theme.get(" ".join(stems[i : i + n]))
                if theme is not None and self._heard(said, i, n):
                    yield i, i + n, theme
                    i += n - 1
                    break
            i += 1

    def _heard(self, said: Utterance, i: int, n: int) -> bool:
        if any(said.names[i : i + n]) or any(said.opens_clause(j) for j in range(i + 1, i + n)):
            return False
        if n > 1:
            return not all(w in FUNCTION for w in said.words[i : i + n])
        word = said.words[i]
        if said.taken[i] or word in FUNCTION:
            return False
        if word in CHAT or word in _TOO_PLAIN or stem(word) in _TOO_PLAIN:
            return i > 0 and said.words[i - 1] in {"about", "involving", "around"}
        return True

    def containing(self, words: str) -> tuple[str, ...]:
        """Every theme in which these words stand together: "zombie" is in "zombie apocalypse" too."""
        wanted = [stem(w) for w in fold(words).split()]
        if not wanted:
            return ()
        pool = self._by_word.get(wanted[0], ())
        return tuple(t for t in pool if _inside(wanted, [stem(w) for w in fold(t).split()]))


def _inside(wanted: list[str], words: list[str]) -> bool:
    n = len(wanted)
    return any(words[i : i + n] == wanted for i in range(len(words) - n + 1))
