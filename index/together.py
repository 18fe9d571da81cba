"""Liked together: an item-item model of people's ratings, kept beside a catalogue.

The model is EASE (Steck, "Embarrassingly Shallow Autoencoders for Sparse Data", WWW 2019): the ridge regression of
each title's likes on all the others', in closed form.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from matinee.errors import CatalogueDamaged
from matinee.index.manifest import TOGETHER


@dataclass(frozen=True)
class TogetherConfig:
    """How the model is trained."""

    ridge: float = 100.0
    """Added to each title's own count: the greater, the less rare titles are trusted."""
    most_titles: int = 6000
    """The most liked titles take part; the cost grows with the cube of it."""
    least_likes: int = 5
    """Titles liked by fewer people stay out."""
    kept: int = 60
    """Neighbours kept a title."""


class Together:
    """What is liked together: for every title of the model its nearest, with weights from 0 (nothing) upwards."""

    def __init__(
        self, ids: Sequence[str], neighbours: npt.NDArray[np.int32], weights: npt.NDArray[np.float32], people: int
    ) -> None:
        """``neighbours`` and ``weights`` have a row a title of ``ids``; a weight of 0 means no neighbour."""
        self.ids = tuple(ids)
        self.people = people
        """How many people's likes it was trained on."""
        self._place = {ident: place for place, ident in enumerate(ids)}
        self._neighbours, self._weights = neighbours, weights

    @classmethod
    def train(cls, likes: Iterable[Sequence[str]], config: TogetherConfig | None = None) -> Together:
        """The model of ``likes``: for each person the ids of the titles that they liked. Needs no seed."""
        config = config or TogetherConfig()
        baskets = [tuple(dict.fromkeys(basket)) for basket in likes]
        counts: dict[str, int] = {}
        for basket in baskets:
            for ident in basket:
                counts[ident] = counts.get(ident, 0) + 1
        common = sorted((i for i, n in counts.items() if n >= config.least_likes), key=lambda i: (-counts[i], i))
        ids = sorted(common[: config.most_titles])
        gram = _gram(baskets, {ident: place for place, ident in enumerate(ids)})
        neighbours, weights = _nearest(_ease(gram, config.ridge), config.kept)
        return cls(ids, neighbours, weights, len(baskets))

    def near(self, liked: Sequence[str]) -> dict[str, float]:
        """Id to score of what people like who like all of ``liked``, 1 for the best; empty where none is known."""
        total: dict[str, float] = {}
        for ident in liked:
            place = self._place.get(ident)
            if place is None:
                continue
            for other, weight in zip(self._neighbours[place], self._weights[place], strict=True):
                if weight > 0:
                    name = self.ids[other]
                    total[name] = total.get(name, 0.0) + float(weight)
        for ident in liked:
            total.pop(ident, None)
        top = max(total.values(), default=0.0)
        return {ident: weight / top for ident, weight in total.items()} if top > 0 else {}

    def weight(self, liked: str, other: str) -> float:
        """How much liking one title speaks for the other; 0 where nothing is known."""
        row, column = self._place.get(liked), self._place.get(other)
        if row is None or column is None:
            return 0.0
        return float(self._weights[row][self._neighbours[row] == column].sum())

    def mapped(self, aliases: Mapping[str, str], known: Iterable[str]) -> Together:
        """The same model with ids under their present names, and none that is not among ``known``."""
        there = set(known)
        ids = [aliases.get(ident, ident) for ident in self.ids]
        gone = np.array([ident not in there for ident in ids], dtype=bool)
        weights = np.where(gone[self._neighbours] if len(ids) else False, np.float32(0), self._weights)
        return Together(ids, self._neighbours, weights.astype(np.float32), self.people)

    def save(self, folder: Path) -> None:
        """Put the model beside the catalogue in ``folder``, in one step."""
        buffer = io.BytesIO()
        names = np.frombuffer("\n".join(self.ids).encode(), dtype=np.uint8)
        np.savez_compressed(
            buffer, ids=names, neighbours=self._neighbours, weights=self._weights.astype(np.float16),
            people=np.array(self.people),
        )  # fmt: skip
        written = folder / f"{TOGETHER}.new"
        with written.open("wb") as file:
            file.write(buffer.getvalue())
            file.flush()
            os.fsync(file.fileno())
        written.replace(folder / TOGETHER)

    @classmethod
    def load(cls, folder: Path) -> Together | None:
        """The model in ``folder``; None where there is none. Raises :class:`CatalogueDamaged` for a damaged file."""
        path = folder / TOGETHER
        try:
            with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as file:
                ids = file["ids"].tobytes().decode().split("\n")
                neighbours, weights = file["neighbours"], file["weights"].astype(np.float32)
                people = int(file["people"])
        except FileNotFoundError:
            return None
        except Exception as error:  # whatever a damaged archive makes of itself
            raise CatalogueDamaged(
                f"{path} is damaged ({type(error).__name__}): train it again, or delete it."
            ) from None
        if neighbours.shape != weights.shape or len(ids) != len(neighbours):
            raise CatalogueDamaged(f"{path} is damaged (its parts differ in size): train it again, or delete it.")
        return cls(ids, neighbours, weights, people)


_BLOCK = 2048


def _gram(baskets: Sequence[Sequence[str]], place: Mapping[str, int]) -> npt.NDArray[np.float32]:
    """How many people like each two titles, a block of people at a time."""
    gram = np.zeros((len(place), len(place)), dtype=np.float32)
    for start in range(0, len(baskets), _BLOCK):
        block = np.zeros((min(_BLOCK, len(baskets) - start), len(place)), dtype=np.float32)
        for row, basket in enumerate(baskets[start : start + _BLOCK]):
            block[row, [place[i] for i in basket if i in place]] = 1
        gram += block.T @ block
    return gram


def _ease(gram: npt.NDArray[np.float32], ridge: float) -> npt.NDArray[np.float64]:
    """Weights from each title (row) to each other (column); the diagonal is 0."""
    inverse = np.linalg.inv(gram.astype(np.float64) + ridge * np.eye(len(gram)))
    weights: npt.NDArray[np.float64] = -inverse / np.diag(inverse)
    np.fill_diagonal(weights, 0.0)
    return weights


def _nearest(weights: npt.NDArray[np.float64], kept: int) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.float32]]:
    kept = min(kept, max(0, len(weights) - 1))
    order = np.argsort(-weights, axis=1, kind="stable")[:, :kept]
    best = np.take_along_axis(weights, order, axis=1)
    return order.astype(np.int32), np.maximum(best, 0).astype(np.float32)
