"""The tone model that comes with Matinee, and what it says of the starter's own titles without having seen them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from matinee.index.title import Title
from matinee.index.tone.model import ToneModel, Tones

WEIGHTS = Path(__file__).with_name("weights.npz")
"""Made by ``python -m matinee.index.tone.train``."""


@lru_cache(maxsize=1)
def shipped_model() -> ToneModel:
    """The model trained on the whole starter catalogue, for vectors of the shipped MiniLM."""
    return ToneModel.load(WEIGHTS)


@lru_cache(maxsize=1)
def held_out() -> Mapping[str, npt.NDArray[np.float64]]:
    """Starter id to the twelve tones that a model predicts which was trained without that title."""
    with np.load(WEIGHTS, allow_pickle=False) as file:
        ids = file["ids"].tobytes().decode().split("\n")
        return dict(zip(ids, file["held_out"].astype(np.float64), strict=True))


def save_shipped(model: ToneModel, titles: Sequence[Title], predicted: Tones, path: Path = WEIGHTS) -> None:
    """Write the file that :func:`shipped_model` and :func:`held_out` read."""
    ids = np.frombuffer("\n".join(title.id for title in titles).encode(), dtype=np.uint8)
    model.save(
        path, ids=ids, held_out=predicted.values.astype(np.float32), spreads=predicted.spreads.astype(np.float16)
    )


def predicted_tones(titles: Sequence[Title], vectors: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
    """What the model says of ``titles``, authored or not, a row each; of a starter title, out of fold."""
    values = shipped_model().predict(titles, vectors).values
    for row, title in enumerate(titles):
        if (unseen := held_out().get(title.id)) is not None:
            values[row] = unseen
    return values
