"""The words of a theme phrase that count when two phrases are compared."""

from __future__ import annotations

from functools import lru_cache

from matinee.index.title import fold

_ARTICLES = frozenset(["the", "a", "an", "of", "and", "in", "on", "for", "with", "to", "as", "at", "by", "from"])
_SMALL = _ARTICLES | {"life", "story"}


@lru_cache(maxsize=100_000)
def theme_words(theme: str) -> frozenset[str]:
    """The folded words of ``theme`` without small ones, where two others are left, and without plural endings.

    >>> sorted(theme_words("The secrets of a small town")), sorted(theme_words("double life"))
    (['secret', 'small', 'town'], ['double', 'life'])
    """
    words = fold(theme).split()
    telling = [w for w in words if w not in _SMALL]
    return frozenset(w.rstrip("s") for w in (telling if len(telling) > 1 else words) if w not in _ARTICLES)
