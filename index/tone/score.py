"""The score of titles on a trait: a weighted mean of axes, genres, themes, facts and text, each 0 to 1."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from matinee.index.title import Title
from matinee.index.tone.lexicon import Entry
from matinee.index.tone.sheet import Column, Mask, Sheet
from matinee.index.tone.traits import Ingredient, Trait, Vectors

CONTRAST = 1.6
"""Stretches a difference of two cosines, mostly within ±.3, to the range of a score."""


def score(trait: Trait, titles: Sequence[Title], vectors: Vectors, tones: Column) -> Column:
    """How much each title is ``trait``, 0 to 1; a title's score does not depend on the other titles.

    ``vectors`` and ``tones`` have a row a title: the vector of its embedded text, by the embedder that
    the trait was parsed with, and its twelve tones in the order of TONE_AXES (NaN where unknown).
    What is unknown counts as the middle.
    """
    return score_sheet(trait, Sheet(titles, vectors, tones))


def score_sheet(trait: Trait, sheet: Sheet) -> Column:
    """See :func:`score`; for titles that are scored on many traits."""
    total = np.zeros(len(sheet.titles))
    for each in trait.mix:
        scores = _of_ingredient(each, sheet)
        total += abs(each.weight) * (scores if each.weight > 0 else 1.0 - scores)
    mean = total / sum(abs(each.weight) for each in trait.mix)
    powered: Column = np.clip(mean, 0.0, 1.0) ** trait.power
    return powered


def _of_ingredient(each: Ingredient, sheet: Sheet) -> Column:
    entry = each.entry
    parts = [
        _tone_part(entry, sheet),
        _sum_within(entry.genres, {name: sheet.genre(name) for name in entry.genres}, len(sheet.titles)),
        _sum_within(entry.themes, {phrase: sheet.theme(phrase) for phrase in entry.themes}, len(sheet.titles)),
        *((_weigh(weight, sheet.fact(name)), abs(weight)) for name, weight in entry.facts.items()),
    ]
    if each.contrast is not None:
        closeness = np.clip(0.5 + CONTRAST * (sheet.vectors @ each.contrast), 0.0, 1.0)
        parts.append((entry.text * closeness, entry.text))
    weighed: Column = sum((part for part, _ in parts), np.zeros(len(sheet.titles)))
    return weighed / max(sum(weight for _, weight in parts), 1e-9)


def _tone_part(entry: Entry, sheet: Sheet) -> tuple[Column, float]:
    total = np.zeros(len(sheet.titles))
    for axis, weight in entry.tone.items():
        total += _weigh(weight, sheet.tone(axis))
    return total, sum(map(abs, entry.tone.values()))


def _sum_within(weights: Mapping[str, float], found: Mapping[str, Mask], count: int) -> tuple[Column, float]:
    """The weights of what is found, summed up to the greatest of them: no title has all the genres of a trait."""
    low, high = min([0.0, *weights.values()]), max([0.0, *weights.values()])
    sums = np.zeros(count)
    for name, weight in weights.items():
        sums += weight * found[name]
    return np.clip(sums, low, high) - low, high - low


def _weigh(weight: float, values: Column) -> Column:
    return weight * values if weight > 0 else -weight * (1.0 - values)
