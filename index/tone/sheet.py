"""The sheet: what traits are scored by, of a list of titles, column by column; each column is made when first asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from matinee.index.title import MATURITIES, TONE_AXES, Title, fold
from matinee.index.tone.features import age_step, genre_set

if TYPE_CHECKING:
    from matinee.index.tone.lexicon import Fact

Column = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

NOW, LONG_AGO = 2025, 1935
"""The years that stand for new and for old."""


class Sheet:
    """The columns of ``titles``. Kept between traits, it makes the second one cheap.

    ``vectors`` and ``tones`` have a row a title: the vector of its embedded text, and its twelve
    tones in the order of TONE_AXES (NaN where unknown).
    """

    def __init__(self, titles: Sequence[Title], vectors: npt.NDArray[np.float32], tones: Column) -> None:
        self.titles, self.vectors, self.tones = titles, vectors, tones
        self._facts: dict[str, Column] = {}
        self._themes: dict[str, Mask] = {}

    def tone(self, axis: str) -> Column:
        """Where the titles stand on ``axis``; the middle where that is unknown."""
        column = self.tones[:, TONE_AXES.index(axis)]
        known: Column = np.where(np.isnan(column), 0.5, column)
        return known

    def genre(self, name: str) -> Mask:
        """Which titles have the genre ``name``, one of GENRES, however their catalogue writes it."""
        return self._genres.get(name, self._nowhere)

    def theme(self, phrase: str) -> Mask:
        """Which titles have a theme in which a word begins like ``phrase``; read in the logline where there are none.

        A logline may use any word in passing, so it is read only where there are no themes.
        """
        if phrase not in self._themes:
            text, starts = self._said
            mask = self._nowhere.copy()
            wanted = f" {fold(phrase)}"
            at = text.find(wanted)
            while at >= 0:
                row = int(np.searchsorted(starts, at, side="right")) - 1
                mask[row] = True
                # on to the next title: one find is enough
                at = text.find(wanted, int(starts[row + 1])) if row + 1 < len(starts) else -1
            self._themes[phrase] = mask
        return self._themes[phrase]

    def fact(self, name: Fact) -> Column:
        """A fact as a number from 0 to 1, .5 where unknown."""
        if name not in self._facts:
            self._facts[name] = np.array([_fact(name, title) for title in self.titles], dtype=np.float64)
        return self._facts[name]

    @cached_property
    def _nowhere(self) -> Mask:
        return np.zeros(len(self.titles), dtype=bool)

    @cached_property
    def _genres(self) -> dict[str, Mask]:
        rows: dict[str, list[int]] = {}
        for row, title in enumerate(self.titles):
            for genre in title.genres:
                rows.setdefault(genre, []).append(row)
        table: dict[str, Mask] = {}
        for genre, places in rows.items():
            for name in genre_set((genre,)):
                table.setdefault(name, self._nowhere.copy())[places] = True
        return table

    @cached_property
    def _said(self) -> tuple[str, npt.NDArray[np.int64]]:
        """The folded themes of all titles in one text, a line each, and where the lines start."""
        lines = [(" ".join(t.themes) if t.themes else t.logline).replace("\n", " ") for t in self.titles]
        # what is not ASCII is folded line by line, and the lot in one go, which says the same ten times as fast
        text = "\n ".join(line if line.isascii() else fold(line) for line in lines).casefold()
        text = re.sub(r"[^\w\n]+", " ", " " + text.replace("&", " and ").replace("'", ""))
        return text, np.array([0, *(found.end() for found in re.finditer("\n", text))], dtype=np.int64)


def _fact(name: Fact, title: Title) -> float:
    match name:
        case "fame":
            return 0.5 if title.fame is None else title.fame
        case "old":
            return _between(NOW - title.year, 0, NOW - LONG_AGO)
        case "long":
            return _length(title)
        case "adult":
            step = age_step(title)
            return 0.5 if step is None else step / (len(MATURITIES) - 1)
        case "american":
            return _is("united states", title.countries)
        case "british":
            return _is("united kingdom", title.countries)
        case "foreign":
            return 1.0 - _is("english", title.languages) if title.languages else 0.5
        case "series":
            return float(title.kind == "series")
        case "rating":
            return 0.5 if title.rating is None else _between(title.rating, 3, 9)


def _length(title: Title) -> float:
    """Of a film its minutes, of a series its seasons."""
    if title.kind == "series":
        return 0.5 if title.seasons is None else 0.4 + _between(title.seasons, 1, 15) * 0.6
    return 0.5 if title.runtime_minutes is None else _between(title.runtime_minutes, 60, 210)


@lru_cache(maxsize=10_000)
def _is(name: str, values: tuple[str, ...]) -> float:
    """1 for the first value, less for one of the others; .5 where none is known."""
    if not values:
        return 0.5
    folded = [fold(value) for value in values]
    return 1.0 if folded[0] == name else 0.6 if name in folded else 0.0


def _between(value: float, low: float, high: float) -> float:
    return min(1.0, max(0.0, (value - low) / (high - low)))
