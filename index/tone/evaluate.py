"""How well traits agree with people: accuracy over judgements "less, about as, more <attribute> than <film>".

The file is that of Balog, Radlinski and Karatzoglou, "On Interpretation and Measurement of Soft
Attributes for Recommendation", SIGIR 2021: one row a rater, reference film and attribute, with
three lists of films. It is for measuring only: nothing in this package is fitted to it.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np

from matinee.errors import InputError
from matinee.index.catalogue import Catalogue
from matinee.index.embedding import Embedder
from matinee.index.tone.batch import TraitScorer
from matinee.index.tone.finder import split_label
from matinee.index.tone.traits import parse_trait

AGREED = 20
"""How many attributes the mean over the best agreed ones takes."""

_COLUMNS = ("soft_attribute", "less_than", "about_as", "more_than")


@dataclass(frozen=True)
class Judgement:
    """One rater's word that ``more`` is more of the attribute than ``less``; films as labels with a year."""

    attribute: str
    less: str
    more: str


@dataclass(frozen=True)
class Accuracy:
    """Share of judgements that scores reproduce; ties count half."""

    right: float
    judged: int
    """Judgements whose films both have a score."""
    asked: int
    """All judgements."""

    @property
    def share(self) -> float:
        """Accuracy over what could be judged; NaN where nothing could."""
        return self.right / self.judged if self.judged else float("nan")

    @property
    def whole(self) -> float:
        """Accuracy over all that was asked; a judgement on a film that is not there counts half, as a tie does."""
        return (self.right + 0.5 * (self.asked - self.judged)) / self.asked if self.asked else float("nan")

    @property
    def covered(self) -> float:
        """Share of all judgements that could be judged."""
        return self.judged / self.asked if self.asked else 0.0


@dataclass(frozen=True)
class Agreement:
    """What :func:`measure` found."""

    by_attribute: Mapping[str, Accuracy]
    raters: Mapping[str, float]
    """Attribute to the share of rater pairs who order the same two films the same way."""

    @property
    def overall(self) -> Accuracy:
        """All judgements together."""
        parts = self.by_attribute.values()
        return Accuracy(sum(p.right for p in parts), sum(p.judged for p in parts), sum(p.asked for p in parts))

    @property
    def agreed(self) -> list[str]:
        """The attributes on which raters agree most, best first."""
        return sorted(self.raters, key=lambda name: (-self.raters[name], name))[:AGREED]

    @property
    def agreed_mean(self) -> float:
        """Mean accuracy over :attr:`agreed`."""
        return float(np.nanmean([self.by_attribute[name].share for name in self.agreed]))


def read_judgements(path: Path) -> list[Judgement]:
    """The strict pairs in the file: less before about as, about as before more, less before more.

    Raises :class:`InputError` where the file cannot be read or has other columns.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(
            f"{path} cannot be read: {getattr(error, 'strerror', None) or 'it is not a CSV file'}."
        ) from None
    if not rows or not set(_COLUMNS) <= set(rows[0]):
        raise InputError(f"{path} has no judgements: its columns should be {', '.join(_COLUMNS)}.")
    return [judgement for number, row in enumerate(rows, 2) for judgement in _pairs(row, f"{path}:{number}")]


def measure(judgements: Sequence[Judgement], scores: Mapping[str, Mapping[str, float]]) -> Agreement:
    """The accuracy of ``scores``: attribute to film label to score, films without a score left out."""
    right: defaultdict[str, float] = defaultdict(float)
    judged: defaultdict[str, int] = defaultdict(int)
    asked: defaultdict[str, int] = defaultdict(int)
    for each in judgements:
        asked[each.attribute] += 1
        of = scores.get(each.attribute, {})
        if each.less in of and each.more in of:
            judged[each.attribute] += 1
            difference = of[each.more] - of[each.less]
            right[each.attribute] += 0.5 if difference == 0 else float(difference > 0)
    accuracy = {name: Accuracy(right[name], judged[name], asked[name]) for name in asked}
    return Agreement(accuracy, rater_agreement(judgements))


def score_judged(
    judgements: Sequence[Judgement], catalogue: Catalogue, embedder: Embedder, *, predicted: bool
) -> Agreement:
    """The accuracy of the catalogue's scores, by its tones or, with ``predicted``, by those that the model predicts."""
    scorer = TraitScorer(catalogue, embedder, predicted=predicted)
    labels = sorted({label for each in judgements for label in (each.less, each.more)})
    found = {label: title for label in labels if (title := scorer.find(*split_label(label)))}
    scores = {
        name: dict(zip(found, scorer.scores(parse_trait(name, embedder), list(found.values())).tolist(), strict=True))
        for name in sorted({each.attribute for each in judgements})
    }
    return measure(judgements, scores)


def agreement_table(found: Mapping[str, Agreement]) -> str:
    """Accuracies as a table: a line an attribute, those first on which raters agree most, and a column a name."""
    first = next(iter(found.values()))
    lines = [f"{'attribute':22} raters  judged" + "".join(f"  {name:>9}" for name in found)]
    for name in sorted(first.raters, key=lambda name: (-first.raters[name], name)):
        shares = "".join(f"  {each.by_attribute[name].share:9.3f}" for each in found.values())
        lines.append(f"{name:22} {first.raters[name]:6.2f}  {first.by_attribute[name].judged:6}{shares}")
    overall = "".join(f"  {each.overall.share:9.3f}" for each in found.values())
    lines.append(f"{'all pairs':22} {'':6}  {first.overall.judged:6}{overall}")
    whole = "".join(f"  {each.overall.whole:9.3f}" for each in found.values())
    lines.append(f"{'missing films as ties':22} {'':6}  {first.overall.asked:6}{whole}")
    agreed = "".join(f"  {each.agreed_mean:9.3f}" for each in found.values())
    lines.append(f"{f'mean of best agreed {AGREED}':22} {'':6}  {'':6}{agreed}")
    lines.append(
        f"covered: both films are in the catalogue for {first.overall.covered:.1%} of {first.overall.asked} pairs"
    )
    return "\n".join(lines)


def rater_agreement(judgements: Iterable[Judgement]) -> dict[str, float]:
    """Attribute to the share of pairs of judgements on the same two films that agree; .5 where there is none."""
    votes: defaultdict[tuple[str, str, str], list[int]] = defaultdict(lambda: [0, 0])
    for each in judgements:
        first, second = sorted((each.less, each.more))
        votes[each.attribute, first, second][each.more == second] += 1
    same: defaultdict[str, int] = defaultdict(int)
    pairs: defaultdict[str, int] = defaultdict(int)
    for (attribute, _, _), (one, other) in votes.items():
        same[attribute] += one * (one - 1) // 2 + other * (other - 1) // 2
        pairs[attribute] += (one + other) * (one + other - 1) // 2
    return {name: same[name] / pairs[name] if pairs[name] else 0.5 for name in pairs}


def _pairs(row: Mapping[str, str], where: str) -> Iterator[Judgement]:
    try:
        less, about, more = (json.loads(row[name]) for name in _COLUMNS[1:])
    except (TypeError, ValueError):
        raise InputError(f"{where} cannot be read: its films should be three JSON lists.") from None
    for low, high in ((less, about), (about, more), (less, more)):
        for one, other in product(low, high):
            yield Judgement(row["soft_attribute"], one, other)
