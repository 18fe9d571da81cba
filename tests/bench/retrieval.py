"""Retrieval: the searches of the starter catalogue beside numpy brute force over the same vectors, interleaved."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np

from matinee.index.catalogue import Catalogue
from matinee.index.filters import Filters
from tests.bench.rows import Row
from tests.index.paths import in_table

K = 50
ROUNDS = 60
FILTERS = Filters(kind="film", year_min=1980, genres_not=("horror",), tone_min={"light": 0.4})


def run(catalogue: Catalogue) -> list[Row]:
    """p50 and p95 in ms of the nearest, filtered, keyword and hybrid search; the peer where there is one."""
    rng = np.random.default_rng(0)
    ids = list(catalogue.titles)
    matrix = catalogue.vectors(ids)
    chosen = rng.choice(len(ids), ROUNDS)
    themes = list(catalogue.themes)
    texts = [f"{themes[rng.integers(len(themes))]} and {themes[rng.integers(len(themes))]}" for _ in range(ROUNDS)]
    allowed = {hit.id for hit in catalogue.matching(FILTERS, len(ids))}
    mask = np.array([ident in allowed for ident in ids])
    hybrid = catalogue.retriever("hybrid", K)
    table = in_table(catalogue)

    def exact(number: int) -> object:
        return _brute_force(matrix, matrix[chosen[number]])

    def exact_filtered(number: int) -> object:
        return _brute_force(matrix, matrix[chosen[number]], mask)

    rows = [
        *_rows("nearest", lambda n: catalogue.nearest(matrix[chosen[n]], K), exact),
        *_rows("nearest, filtered", lambda n: catalogue.nearest(matrix[chosen[n]], K, FILTERS), exact_filtered),
        *_rows("nearest, filtered, in LanceDB", lambda n: table.nearest(matrix[chosen[n]], K, FILTERS), exact_filtered),
        *_rows("keyword", lambda n: catalogue.keyword(texts[n], K)),
        *_rows("hybrid, embedding included", lambda n: hybrid.retrieve(texts[n])),
    ]
    return [*rows, _recall(catalogue, matrix, ids, chosen)]


def _rows(name: str, ours: Callable[[int], object], peer: Callable[[int], object] | None = None) -> list[Row]:
    mine: list[float] = []
    theirs: list[float] = []
    for number in range(ROUNDS):
        runs = [(mine, ours), *([(theirs, peer)] if peer else [])]
        # turn about, for whoever comes second finds the vectors in the processor's cache
        for timings, search in runs if number % 2 else reversed(runs):
            timings.append(_ms(search, number))
    note = f"top {K}, {ROUNDS} queries" + (", peer numpy brute force" if peer else "")
    rows = []
    for q in (50, 95):
        other = float(np.percentile(theirs, q)) if theirs else None
        rows.append(Row(f"{name} p{q}", float(np.percentile(mine, q)), other, "ms", note))
    return rows


def _ms(search: Callable[[int], object], number: int) -> float:
    start = time.perf_counter()
    search(number)
    return (time.perf_counter() - start) * 1e3


def _brute_force(matrix: np.ndarray, query: np.ndarray, mask: np.ndarray | None = None) -> np.ndarray:
    scores = matrix @ query
    if mask is not None:
        scores[~mask] = -1
    best = np.argpartition(-scores, K)[:K]
    return best[np.argsort(-scores[best])]


def _recall(catalogue: Catalogue, matrix: np.ndarray, ids: list[str], chosen: np.ndarray) -> Row:
    shares = []
    for place in chosen:
        true = {ids[i] for i in _brute_force(matrix, matrix[place])}
        shares.append(len(true & {hit.id for hit in catalogue.nearest(matrix[place], K)}) / K)
    return Row("nearest, recall", float(np.mean(shares)), 1.0, "", f"top {K} against brute force")
