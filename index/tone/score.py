"""The score of titles on a trait: a weighted mean of axes, genres, themes, facts and text, each 0 to 1."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from matinee.index.title import MATURITIES, TONE_AXES, Title, fold
from matinee.index.tone.features import age_step, genre_set
from matinee.index.tone.lexicon import Entry, Fact
from matinee.index.tone.traits import Ingredient, Trait, Vectors

Column = npt.NDArray[np.float64]

NOW, LONG_AGO = 2025, 1935
"""The years that stand for new and for old."""
CONTRAST = 1.6
"""Stretches a difference of two cosines, mostly within ±.3, to the range of a score."""


def score(trait: Trait, titles: Sequence[Title], vectors: Vectors, tones: Column) -> Column:
    """How much each title is ``trait``, 0 to 1; a title's score does not depend on the other titles.

    ``vectors`` and ``tones`` have a row a title: the vector of its embedded text, by the embedder that
    the trait was parsed with, and its twelve tones in the order of TONE_AXES (NaN where unknown).
    What is unknown counts as the middle.
    """
    total = np.zeros(len(titles))
    for each in trait.mix:
        scores = _of_ingredient(each, titles, vectors, tones)
        total += abs(each.weight) * (scores if each.weight > 0 else 1.0 - scores)
    mean = total / sum(abs(each.weight) for each in trait.mix)
    powered: Column = np.clip(mean, 0.0, 1.0) ** trait.power
    return powered


def _of_ingredient(each: Ingredient, titles: Sequence[Title], vectors: Vectors, tones: Column) -> Column:
    entry = each.entry
    parts = [
        _tone_part(entry, tones),
        _genre_part(entry, titles),
        _theme_part(entry, titles),
        *_fact_parts(entry, titles),
    ]
    if each.contrast is not None:
        closeness = np.clip(0.5 + CONTRAST * (vectors @ each.contrast), 0.0, 1.0)
        parts.append((entry.text * closeness, entry.text))
    weighed: Column = sum((part for part, _ in parts), np.zeros(len(titles)))
    return weighed / max(sum(weight for _, weight in parts), 1e-9)


def _tone_part(entry: Entry, tones: Column) -> tuple[Column, float]:
    known = np.where(np.isnan(tones), 0.5, tones)
    total = np.zeros(len(tones))
    for axis, weight in entry.tone.items():
        total += _weigh(weight, known[:, TONE_AXES.index(axis)])
    return total, sum(map(abs, entry.tone.values()))


def _genre_part(entry: Entry, titles: Sequence[Title]) -> tuple[Column, float]:
    return _sum_within(entry.genres, [genre_set(title.genres) for title in titles])


def _theme_part(entry: Entry, titles: Sequence[Title]) -> tuple[Column, float]:
    if not entry.themes:
        return np.zeros(len(titles)), 0.0
    patterns = {phrase: re.compile(rf"\b{re.escape(fold(phrase))}") for phrase in entry.themes}
    # A logline may use any word in passing, so it is read only where there are no themes.
    said = [fold(" . ".join(title.themes)) if title.themes else fold(title.logline) for title in titles]
    found = [frozenset(p for p, pattern in patterns.items() if pattern.search(text)) for text in said]
    return _sum_within(entry.themes, found)


def _sum_within(weights: Mapping[str, float], found: Sequence[frozenset[str]]) -> tuple[Column, float]:
    """The weights of what is found, summed up to the greatest of them: no title has all the genres of a trait."""
    low, high = min([0.0, *weights.values()]), max([0.0, *weights.values()])
    sums = np.array([sum(weights.get(name, 0.0) for name in names) for names in found])
    return np.clip(sums, low, high) - low, high - low


def _fact_parts(entry: Entry, titles: Sequence[Title]) -> list[tuple[Column, float]]:
    return [
        (_weigh(weight, np.array([_fact(name, title) for title in titles])), abs(weight))
        for name, weight in entry.facts.items()
    ]


def _weigh(weight: float, values: Column) -> Column:
    return weight * values if weight > 0 else -weight * (1.0 - values)


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


def _is(name: str, values: Sequence[str]) -> float:
    """1 for the first value, less for one of the others; .5 where none is known."""
    if not values:
        return 0.5
    folded = [fold(value) for value in values]
    return 1.0 if folded[0] == name else 0.6 if name in folded else 0.0


def _between(value: float, low: float, high: float) -> float:
    return min(1.0, max(0.0, (value - low) / (high - low)))
