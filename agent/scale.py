"""Scales: the axes and traits that titles stand on and a request moves along."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from matinee.agent.shelf import Column, shelf_of
from matinee.index.catalogue import Catalogue
from matinee.index.title import TONE_AXES, Title
from matinee.index.tone.score import score_sheet
from matinee.index.tone.traits import Trait, parse_trait

ENDS: tuple[tuple[float, float], ...] = ((0.01, 0.05), (0.99, 0.9), (0.0, 0.0), (1.0, 1.0))
"""Shares of the titles, and where a trait's score that they stay below comes to stand on its scale."""
NARROW = 0.02
"""A trait on which the titles lie closer together than this tells nothing apart."""


@dataclass(frozen=True)
class Scale:
    """Where every title of a catalogue stands on one axis or trait, 0 to 1."""

    name: str
    """One of TONE_AXES, or the trait's own words."""
    values: Column = field(repr=False, compare=False)
    """A value a title, NaN where unknown."""
    row: Mapping[str, int] = field(repr=False, compare=False)
    """Title id to its place in ``values``."""
    pull: Mapping[str, float] = field(default_factory=dict, compare=False)
    """How much each axis has part in a trait, the one most concerned having 1; less than 0 where it falls."""
    nearest: tuple[str, ...] = ()
    """For a trait that is not known: the known ones it was guessed from, nearest first."""

    @property
    def is_axis(self) -> bool:
        """Whether this is one of the twelve axes."""
        return self.name in TONE_AXES

    def at(self, title: Title) -> float | None:
        """Where ``title`` stands; None where that is unknown."""
        place = self.row.get(title.id)
        value = np.nan if place is None else self.values[place]
        return None if np.isnan(value) else float(value)

    def share(self, share: float) -> float:
        """The value that ``share`` (0 to 1) of the titles stand below."""
        known = np.sort(self.values[~np.isnan(self.values)])
        return float(known[round(share * (len(known) - 1))]) if len(known) else 0.5


@lru_cache(maxsize=256)
def scale_of(catalogue: Catalogue, name: str) -> Scale:
    """The scale called ``name``: an axis as it is, a trait scored once over the whole catalogue.

    Raw scores of a trait lie close together, and differently so for each; they are stretched (see ENDS) until the
    titles spread about as far as they do on an axis. Steps then mean the same on every scale. The few at the very
    end are not thrown together there: what goes further than *Alien* in gore is told apart by that end.
    """
    shelf = shelf_of(catalogue)
    if name in TONE_AXES:
        return Scale(name, shelf.tones[:, TONE_AXES.index(name)], shelf.row, {name: 1.0})
    trait = parse_trait(name, catalogue.embedder)
    raw = score_sheet(trait, shelf.sheet)
    return Scale(name, _stretched(raw), shelf.row, _pull(trait), trait.nearest)


def _stretched(raw: Column) -> Column:
    ordered = np.sort(raw)
    if not len(raw) or ordered[-1] - ordered[0] <= NARROW:
        return np.full(len(raw), np.nan)
    # where titles are few, shares fall together, and the outermost place holds
    marks = {float(ordered[round(share * (len(raw) - 1))]): place for share, place in ENDS}
    values: Column = np.interp(raw, sorted(marks), [marks[mark] for mark in sorted(marks)])
    return values


def _pull(trait: Trait) -> dict[str, float]:
    pull: dict[str, float] = {}
    for each in trait.mix:
        for axis, weight in each.entry.tone.items():
            pull[axis] = pull.get(axis, 0.0) + each.weight * weight
    most = max(map(abs, pull.values()), default=0.0)
    return {axis: weight / most for axis, weight in pull.items()} if most else {}
