"""The tone model: where any title stands on the twelve axes, learnt from the starter's authored tones.

Kernel ridge regression (Saunders, Gammerman and Vovk, ICML 1998) with a Gaussian kernel over the
title's text vector and facts, on a random set of landmarks (Nyström's method: Williams and Seeger,
NIPS 2000). How far a prediction may be off is learnt from predictions that were held out.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from matinee.index.text import embedded_text
from matinee.index.title import TONE_AXES, Title
from matinee.index.tone.features import fact_features

Matrix = npt.NDArray[np.float64]
Vectors = npt.NDArray[np.float32]

AXES = len(TONE_AXES)


@dataclass(frozen=True)
class ToneConfig:
    """Knobs of the tone model."""

    landmarks: int = 1200
    """Training titles that the kernel is measured against; the model's size on disk grows with them."""
    gamma: float = 0.3
    """Of the kernel ``exp(-gamma d²)``."""
    reg: float = 0.3
    """Ridge penalty."""
    fact_weight: float = 0.18
    """Weight of a standardised fact beside the unit text vector."""
    folds: int = 10
    """Parts that the titles are cut into, to learn from held-out predictions."""
    seed: int = 0
    """Draws landmarks and folds."""


@dataclass(frozen=True)
class Tones:
    """Predicted tones: a row a title, a column an axis in the order of TONE_AXES."""

    values: Matrix
    """0 to 1."""
    spreads: Matrix
    """Standard deviation of the error to expect."""


@dataclass(frozen=True)
class ToneModel:
    """A trained model; :meth:`predict` needs nothing but numpy."""

    config: ToneConfig
    centre: Matrix
    scale: Matrix
    landmarks: Matrix
    weights: Matrix
    bias: Matrix
    spread: Matrix
    """Two numbers an axis: error variance at the ends of the axis, and what the middle adds."""
    digest: str
    """Of what the model learnt from, see :func:`lesson_digest`."""

    @classmethod
    def train(cls, titles: Sequence[Title], vectors: Vectors, config: ToneConfig | None = None) -> ToneModel:
        """The model of ``titles``, all with a full tone, and the vectors of their embedded text, a row a title."""
        return cls.train_held_out(titles, vectors, config)[0]

    @classmethod
    def train_held_out(
        cls, titles: Sequence[Title], vectors: Vectors, config: ToneConfig | None = None
    ) -> tuple[ToneModel, Tones]:
        """The model, and for every title what a model says that has not seen it (see :func:`out_of_fold`)."""
        config = config or ToneConfig()
        held_out = out_of_fold(titles, vectors, config)
        model = _fit(titles, vectors, config)
        spread = _learn_spread(held_out.values, tone_matrix(titles))
        return cls(**{**vars(model), "spread": spread, "digest": lesson_digest(titles)}), held_out

    def predict(self, titles: Sequence[Title], vectors: Vectors) -> Tones:
        """The tones of ``titles``; ``vectors`` are those of their embedded text, by the embedder trained with."""
        values = np.empty((len(titles), AXES))
        for start in range(0, len(titles), 2048):
            part = slice(start, start + 2048)
            seen = _see(titles[part], vectors[part], self.centre, self.scale, self.config.fact_weight)
            values[part] = _kernel(seen, self.landmarks, self.config.gamma) @ self.weights + self.bias
        values = np.clip(values, 0.0, 1.0)
        return Tones(values, _spreads(values, self.spread))

    def save(self, path: Path, **extra: npt.NDArray[Any]) -> None:
        """Write the model to ``path`` (.npz), with ``extra`` arrays beside it; the same model, the same bytes."""
        head = json.dumps({"config": asdict(self.config), "digest": self.digest, "axes": TONE_AXES})
        arrays = {
            "head": np.frombuffer(head.encode(), dtype=np.uint8),
            "landmarks": self.landmarks.astype(np.float16),
            **{
                name: getattr(self, name).astype(np.float32)
                for name in ("centre", "scale", "weights", "bias", "spread")
            },
            **extra,
        }
        buffer = io.BytesIO()
        np.savez_compressed(buffer, **arrays)
        path.write_bytes(buffer.getvalue())

    @classmethod
    def load(cls, path: Path) -> ToneModel:
        """The model in ``path``; :class:`ValueError` where it is for other axes."""
        with np.load(path, allow_pickle=False) as file:
            head = json.loads(file["head"].tobytes())
            if tuple(head["axes"]) != TONE_AXES:
                raise ValueError(f"{path} is for other axes: run python -m matinee.index.tone.train")
            names = ("centre", "scale", "landmarks", "weights", "bias", "spread")
            arrays = {name: file[name].astype(np.float64) for name in names}
        return cls(config=ToneConfig(**head["config"]), digest=head["digest"], **arrays)


def out_of_fold(titles: Sequence[Title], vectors: Vectors, config: ToneConfig | None = None) -> Tones:
    """Each title's tone as predicted by a model trained on the other folds.

    Folds are drawn by title: sequels and remakes may stand in different folds, so a franchise can
    teach the model about its own members. Spreads, too, are learnt from the other folds.
    """
    config = config or ToneConfig()
    fold = np.random.default_rng(config.seed).permutation(len(titles)) % config.folds
    true, values = tone_matrix(titles), np.zeros((len(titles), AXES))
    for k in range(config.folds):
        inside, outside = np.flatnonzero(fold != k).tolist(), np.flatnonzero(fold == k).tolist()
        model = _fit([titles[i] for i in inside], vectors[inside], config)
        values[outside] = model.predict([titles[i] for i in outside], vectors[outside]).values
    spreads = np.empty_like(values)
    for k in range(config.folds):
        spreads[fold == k] = _spreads(values[fold == k], _learn_spread(values[fold != k], true[fold != k]))
    return Tones(values, spreads)


def tone_matrix(titles: Sequence[Title]) -> Matrix:
    """The tones of ``titles``, a row each; an unknown value is NaN."""
    rows = [[title.tone.get(axis, np.nan) for axis in TONE_AXES] for title in titles]
    return np.array(rows, dtype=np.float64).reshape(len(titles), AXES)


def lesson_digest(titles: Sequence[Title]) -> str:
    """A hash of all that the model learns from: texts, facts and tones; names, people and fame are no part of it."""
    digest = hashlib.sha256()
    for title, facts in sorted(zip(titles, fact_features(titles).tolist(), strict=True), key=lambda pair: pair[0].id):
        digest.update(json.dumps([title.id, embedded_text(title), facts, sorted(title.tone.items())]).encode())
    return digest.hexdigest()[:16]


def _fit(titles: Sequence[Title], vectors: Vectors, config: ToneConfig) -> ToneModel:
    facts, true = fact_features(titles), tone_matrix(titles)
    # A fact that few titles have must not grow past all others when it is divided by its spread.
    centre, scale = facts.mean(axis=0), np.sqrt(facts.var(axis=0) + 0.02)
    seen = _see(titles, vectors, centre, scale, config.fact_weight)
    drawn = np.random.default_rng(config.seed).permutation(len(titles))[: config.landmarks]
    landmarks, bias = seen[np.sort(drawn)], true.mean(axis=0)
    kernel = _kernel(seen, landmarks, config.gamma)
    # The jitter keeps the system solvable where two titles are as good as one.
    penalty = config.reg * _kernel(landmarks, landmarks, config.gamma) + 1e-6 * np.eye(len(landmarks))
    weights = np.linalg.solve(kernel.T @ kernel + penalty, kernel.T @ (true - bias))
    return ToneModel(
        config=config,
        centre=centre,
        scale=scale,
        landmarks=landmarks,
        weights=weights,
        bias=bias,
        spread=np.zeros((2, AXES)),
        digest="",
    )


def _see(titles: Sequence[Title], vectors: Vectors, centre: Matrix, scale: Matrix, fact_weight: float) -> Matrix:
    return np.hstack([vectors.astype(np.float64), (fact_features(titles) - centre) / scale * fact_weight])


def _kernel(rows: Matrix, landmarks: Matrix, gamma: float) -> Matrix:
    squared = (rows**2).sum(axis=1)[:, None] + (landmarks**2).sum(axis=1)[None] - 2 * rows @ landmarks.T
    kernel: Matrix = np.exp(-gamma * np.maximum(squared, 0.0))
    return kernel


def _learn_spread(values: Matrix, true: Matrix) -> Matrix:
    """Error variance as ``a + b * 4v(1 - v)``: a prediction near an end of an axis can be off to one side only."""
    middle = 4 * values * (1 - values)
    spread = np.empty((2, AXES))
    for axis in range(AXES):
        known = np.column_stack([np.ones(len(values)), middle[:, axis]])
        fitted, *_ = np.linalg.lstsq(known, (values[:, axis] - true[:, axis]) ** 2, rcond=None)
        spread[:, axis] = fitted
    return spread


def _spreads(values: Matrix, spread: Matrix) -> Matrix:
    variance = spread[0] + spread[1] * 4 * values * (1 - values)
    spreads: Matrix = np.sqrt(np.clip(variance, 0.01**2, None))
    return spreads
