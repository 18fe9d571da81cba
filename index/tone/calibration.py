"""The calibration plot: what titles that a model predicted alike really have, a panel an axis, as SVG."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from matinee.index.title import TONE_AXES
from matinee.index.tone.model import Tones

BINS = 10
"""Points a panel, each the mean of as many titles."""
_SIDE, _GAP, _COLUMNS = 150, 46, 4


def calibration_points(predicted: npt.NDArray[np.float64], true: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """One axis in BINS groups of equal size by prediction: rows of mean prediction, mean true value, its spread."""
    order = np.argsort(predicted, kind="stable")
    groups = np.array_split(order, min(BINS, len(order)))
    return np.array([[predicted[g].mean(), true[g].mean(), true[g].std()] for g in groups])


def calibration_svg(predicted: Tones, true: npt.NDArray[np.float64]) -> str:
    """The plot of all axes; ``true`` has the shape of ``predicted.values``. A perfect model lies on the diagonals."""
    rows = -(-len(TONE_AXES) // _COLUMNS)
    width, height = _COLUMNS * (_SIDE + _GAP) + _GAP, rows * (_SIDE + _GAP) + _GAP
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        'font-family="sans-serif" font-size="11">',
        f'<rect width="{width}" height="{height}" fill="white"/>',
    ]
    for number, axis in enumerate(TONE_AXES):
        left = _GAP + number % _COLUMNS * (_SIDE + _GAP)
        top = _GAP // 2 + number // _COLUMNS * (_SIDE + _GAP)
        points = calibration_points(predicted.values[:, number], true[:, number])
        parts += [f'<g transform="translate({left} {top})">', *_panel(axis, points), "</g>"]
    return "\n".join([*parts, "</svg>"]) + "\n"


def _panel(axis: str, points: npt.NDArray[np.float64]) -> Iterator[str]:
    yield f'<rect width="{_SIDE}" height="{_SIDE}" fill="none" stroke="#999"/>'
    yield f'<line x1="0" y1="{_SIDE}" x2="{_SIDE}" y2="0" stroke="#bbb" stroke-dasharray="3 3"/>'
    yield f'<text x="{_SIDE / 2}" y="-5" text-anchor="middle" font-weight="bold">{axis}</text>'
    for value in (0, 1):
        yield f'<text x="{value * _SIDE}" y="{_SIDE + 13}" text-anchor="middle" fill="#666">{value}</text>'
        yield f'<text x="-5" y="{_SIDE * (1 - value) + 4}" text-anchor="end" fill="#666">{value}</text>'
    for said, held, spread in points:
        x, y = said * _SIDE, (1 - held) * _SIDE
        up, down = (float(np.clip(y + sign * spread * _SIDE, 0, _SIDE)) for sign in (-1, 1))
        yield f'<line x1="{x:.1f}" y1="{up:.1f}" x2="{x:.1f}" y2="{down:.1f}" stroke="#d9a066"/>'
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="#a0411e"/>'
