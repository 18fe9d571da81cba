"""What a search finds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

RRF_K = 60
"""The constant of reciprocal rank fusion (Cormack, Clarke & Büttcher, SIGIR 2009)."""

DIGITS = 6
"""Decimals of a cosine: equal vectors then tie, however a processor adds them up."""


class Hit(NamedTuple):
    """One title found; ``score`` is 0 to 1, higher is better."""

    id: str
    score: float


def best_first(scored: Iterable[tuple[str, float]]) -> list[Hit]:
    """Best first, ties by id, so that a search answers the same every time."""
    return [Hit(ident, -score) for score, ident in sorted((-score, ident) for ident, score in scored)]


def fuse(*searches: Sequence[Hit]) -> list[Hit]:
    """The hits of several searches, fused by reciprocal rank; 1 is first place in all of them."""
    scores: dict[str, float] = {}
    for hits in searches:
        for rank, hit in enumerate(hits, 1):
            scores[hit.id] = scores.get(hit.id, 0.0) + (RRF_K + 1) / (RRF_K + rank) / len(searches)
    return best_first(scores.items())


def fused_depth(k: int) -> int:
    """How many hits each search brings where ``k`` fused ones are wanted."""
    return max(2 * k, 50)
