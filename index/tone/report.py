"""How good predicted tones are: agreement with the authored ones an axis, and whether the spreads are honest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matinee.errors import InputError
from matinee.index.title import TONE_AXES, Title
from matinee.index.tone.calibration import calibration_svg
from matinee.index.tone.model import Tones, tone_matrix
from matinee.index.tone.shipped import held_out

Matrix = npt.NDArray[np.float64]

INTERVALS: tuple[tuple[float, float], ...] = ((0.50, 0.674), (0.80, 1.282), (0.95, 1.960))
"""Share that an interval should hold, and its half-width in standard deviations of a normal error."""


@dataclass(frozen=True)
class AxisFit:
    """One axis of a report."""

    axis: str
    r2: float
    """Share of the variance explained; 0 is no better than the mean."""
    spearman: float
    """Rank correlation."""
    error: float
    """Mean absolute error."""
    inside: tuple[float, ...]
    """Share of true values inside each of INTERVALS."""


def fits(predicted: Tones, true: Matrix) -> list[AxisFit]:
    """The fit of every axis; ``true`` has the shape of ``predicted.values``."""
    return [
        AxisFit(
            axis=axis,
            r2=1
            - float(((true[:, i] - predicted.values[:, i]) ** 2).sum() / ((true[:, i] - true[:, i].mean()) ** 2).sum()),
            spearman=float(np.corrcoef(_ranks(predicted.values[:, i]), _ranks(true[:, i]))[0, 1]),
            error=float(np.abs(true[:, i] - predicted.values[:, i]).mean()),
            inside=tuple(
                float((np.abs(true[:, i] - predicted.values[:, i]) <= width * predicted.spreads[:, i]).mean())
                for _, width in INTERVALS
            ),
        )
        for i, axis in enumerate(TONE_AXES)
    ]


def held_out_report(titles: Sequence[Title]) -> str:
    """The report on the starter's titles among ``titles``; :class:`InputError` where there is none."""
    return tone_report(*_held_out(titles))


def held_out_plot(titles: Sequence[Title]) -> str:
    """The calibration plot of the same predictions, as SVG; :class:`InputError` likewise."""
    return calibration_svg(*_held_out(titles))


def _held_out(titles: Sequence[Title]) -> tuple[Tones, Matrix]:
    places, unseen = held_out(titles)
    if not places:
        raise InputError("predictions can be held against the starter catalogue only: leave --catalogue out.")
    return unseen, tone_matrix([titles[place] for place in places])


def tone_report(predicted: Tones, true: Matrix) -> str:
    """The fits as a table for people, with their means in the last line."""
    found = fits(predicted, true)
    lines = ["axis         R2   rank  error" + "".join(f"  in {share:.0%}" for share, _ in INTERVALS)]
    lines += [_line(fit.axis, fit.r2, fit.spearman, fit.error, fit.inside) for fit in found]
    inside = tuple(float(np.mean([fit.inside[i] for fit in found])) for i in range(len(INTERVALS)))
    r2, spearman, error = (
        float(np.mean([getattr(fit, name) for fit in found])) for name in ("r2", "spearman", "error")
    )
    lines.append(_line("mean", r2, spearman, error, inside))
    return "\n".join(lines)


def _line(name: str, r2: float, spearman: float, error: float, inside: tuple[float, ...]) -> str:
    return f"{name:10} {r2:5.2f}  {spearman:5.2f}  {error:5.3f}" + "".join(f"  {share:6.1%}" for share in inside)


def _ranks(values: Matrix) -> Matrix:
    """Ranks from 0, ties sharing their mean."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    ranks: Matrix = (last - (counts + 1) / 2)[inverse]
    return ranks
