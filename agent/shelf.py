"""The shelf: one catalogue as columns, so that hundreds of candidates are scored in a few array sums."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt

from matinee.agent.words import theme_words
from matinee.index.catalogue import Catalogue
from matinee.index.title import Title, fold
from matinee.index.tone.model import tone_matrix
from matinee.index.tone.sheet import Sheet

Column = npt.NDArray[np.float64]
Rows = npt.NDArray[np.int64]

TIE = 0.12
"""The share of a title's theme words, by weight, from which another has something to do with it."""
FAME_UNKNOWN = 0.3
"""What a title of unknown fame counts as."""


class Shelf:
    """The titles of one catalogue, a row each in the order of ``ids``. Nothing here depends on a request."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self.titles: Sequence[Title] = tuple(catalogue.titles.values())
        self.ids: Sequence[str] = tuple(catalogue.titles)
        self.row: Mapping[str, int] = {ident: row for row, ident in enumerate(self.ids)}
        self.tones = tone_matrix(self.titles)
        """A column an axis, NaN where unknown."""
        self.fame: Column = np.array([FAME_UNKNOWN if t.fame is None else t.fame for t in self.titles])
        self.series = np.array([t.kind == "series" for t in self.titles])
        self.rating: Column = np.array([np.nan if t.rating is None else t.rating / 10 for t in self.titles])

    @property
    def rated(self) -> bool:
        """Whether any title has a rating."""
        return not bool(np.isnan(self.rating).all())

    @cached_property
    def vectors(self) -> npt.NDArray[np.float32]:
        """The titles' unit vectors."""
        return self._catalogue.vectors(self.ids)

    @cached_property
    def sheet(self) -> Sheet:
        """What traits are scored by."""
        return Sheet(self.titles, self.vectors, self.tones)

    def rows(self, idents: Iterable[str]) -> Rows:
        """The rows of ``idents``."""
        return np.array([self.row[i] for i in idents], dtype=np.int64)

    def shared_genres(self, others: Sequence[Title]) -> Column:
        """The genres each title shares with all of ``others`` taken together, as a share of what they have together.

        Rare genres count more: two musicals are more alike than two dramas.
        """
        theirs = sorted({self._genre_number[fold(g)] for t in others for g in t.genres})
        inside = self._genres[:, theirs].sum(axis=1)
        union = self._genres.sum(axis=1) + self._genre_weights[theirs].sum() - inside
        shares: Column = inside / np.maximum(union, 1e-9)
        return shares

    def tied(self, others: Sequence[Title]) -> Column:
        """1 where a title shares a theme with one of ``others``, or has its main genre or lends it its own; else 0."""
        ties = np.zeros(len(self.titles), dtype=bool)
        for other in others:
            genres = [self._genre_number[fold(g)] for g in other.genres]
            ties |= self.shared_themes(other) >= TIE
            if genres:
                ties |= (self._genres[:, genres[0]] > 0) | np.isin(self._main_genre, genres)
        return ties.astype(np.float64)

    def shared_themes(self, other: Title) -> Column:
        """The theme words each title shares with ``other``: their weight as a share of all of the other's."""
        words = {w for theme in other.themes for w in theme_words(theme)}
        total = sum(self._weight(w) for w in words)
        shares = np.zeros(len(self.titles))
        for word in words:
            shares[self._with_word.get(word, _NONE)] += self._weight(word)
        return shares / total if total else shares

    def wanted_theme(self, theme: str) -> Column:
        """1 where a title has ``theme``, up to .7 where it has some of its words."""
        words = theme_words(theme)
        shares = np.zeros(len(self.titles))
        for word in words:
            shares[self._with_word.get(word, _NONE)] += 0.7 / len(words)
        shares[self._with_theme.get(fold(theme), _NONE)] = 1.0
        return shares

    def _weight(self, word: str) -> float:
        """Inverse document frequency of a theme word."""
        held = len(self._with_word.get(word, _NONE))
        return math.log(1 + max(2, len(self.titles)) / held) if held else 1.0

    @cached_property
    def _with_word(self) -> Mapping[str, Rows]:
        return _inverted({w for theme in t.themes for w in theme_words(theme)} for t in self.titles)

    @cached_property
    def _with_theme(self) -> Mapping[str, Rows]:
        return _inverted({fold(theme) for theme in t.themes} for t in self.titles)

    @cached_property
    def _genre_number(self) -> Mapping[str, int]:
        names = dict.fromkeys(fold(g) for t in self.titles for g in t.genres)
        return {name: number for number, name in enumerate(names)}

    @cached_property
    def _main_genre(self) -> Rows:
        """The number of each title's first genre, -1 where it has none."""
        return np.array([self._genre_number[fold(t.genres[0])] if t.genres else -1 for t in self.titles])

    @cached_property
    def _genre_weights(self) -> Column:
        """Inverse document frequency of each genre."""
        held = Counter(fold(g) for t in self.titles for g in t.genres)
        return np.array([math.log(1 + max(2, len(self.titles)) / held[name]) for name in self._genre_number])

    @cached_property
    def _genres(self) -> Column:
        """A column a genre: its weight where a title has it."""
        matrix = np.zeros((len(self.titles), len(self._genre_number)))
        for row, title in enumerate(self.titles):
            matrix[row, [self._genre_number[fold(g)] for g in title.genres]] = 1.0
        weighed: Column = matrix * self._genre_weights
        return weighed


@lru_cache(maxsize=4)
def shelf_of(catalogue: Catalogue) -> Shelf:
    """The shelf of ``catalogue``, made once."""
    return Shelf(catalogue)


def cosines(vectors: npt.NDArray[np.float32], others: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """The cosine of each of ``vectors`` (rows) with each of ``others`` (columns), all of unit length.

    One after the other: so small a product of matrices spends its time on waking threads.
    """
    return np.stack([vectors @ other for other in others], axis=1)


_NONE: Rows = np.zeros(0, dtype=np.int64)


def _inverted(keys: Iterable[Iterable[str]]) -> dict[str, Rows]:
    """Key to the rows that have it."""
    rows: dict[str, list[int]] = {}
    for row, held in enumerate(keys):
        for key in held:
            rows.setdefault(key, []).append(row)
    return {key: np.array(places, dtype=np.int64) for key, places in rows.items()}
