"""The tone model that comes with Matinee, and what it says of the starter's own titles without having seen them."""

from __future__ import annotations

import hashlib
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
def shipped_digest() -> str:
    """SHA-256 of the model's file, hexadecimal."""
    return hashlib.sha256(WEIGHTS.read_bytes()).hexdigest()


def held_out(titles: Sequence[Title]) -> tuple[list[int], Tones]:
    """The places of the starter's titles among ``titles``, and the tones that models predict which never saw them."""
    ids, tones = _held_out()
    places = [place for place, title in enumerate(titles) if title.id in ids]
    rows = [ids[titles[place].id] for place in places]
    return places, Tones(tones.values[rows], tones.spreads[rows])


def predicted_tones(titles: Sequence[Title], vectors: npt.NDArray[np.float32]) -> Tones:
    """What the model says of ``titles``, whatever tone they have; of the starter's titles, what :func:`held_out` says.

    ``vectors`` has the shipped MiniLM's vector of each embedded text, a row each.
    """
    tones = shipped_model().predict(titles, vectors)
    places, unseen = held_out(titles)
    tones.values[places], tones.spreads[places] = unseen.values, unseen.spreads
    return tones


def save_shipped(model: ToneModel, titles: Sequence[Title], unseen: Tones, path: Path = WEIGHTS) -> None:
    """Write the file that the functions above read: the model, and the held-out tones of what it learnt from."""
    ids = np.frombuffer("\n".join(title.id for title in titles).encode(), dtype=np.uint8)
    values, spreads = unseen.values.astype(np.float16), unseen.spreads.astype(np.float16)
    model.save(path, ids=ids, held_out=values, held_out_spread=spreads)


@lru_cache(maxsize=1)
def _held_out() -> tuple[Mapping[str, int], Tones]:
    with np.load(WEIGHTS, allow_pickle=False) as file:
        ids = file["ids"].tobytes().decode().split("\n")
        tones = Tones(file["held_out"].astype(np.float64), file["held_out_spread"].astype(np.float64))
    return {ident: row for row, ident in enumerate(ids)}, tones
