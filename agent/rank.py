"""Rank: fuse the channels, steer along the tone axes, diversify, explore one place."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from matinee.agent.explain import explain
from matinee.agent.request import Request
from matinee.agent.retrieve import Found, Situation
from matinee.agent.steer import closeness, kept_axes
from matinee.agent.turn import Candidate, Pick, Ranking
from matinee.index.catalogue import Catalogue
from matinee.index.title import Title, fold


@dataclass(frozen=True)
class RankConfig:
    """Weights and knobs of the ranking; every feature is 0 to 1."""

    like: float = 0.34
    """Closeness of meaning to the anchors."""
    themes: float = 0.22
    """Shared themes, rare ones counting more."""
    genres: float = 0.08
    """Shared genres."""
    tone: float = 0.20
    """Closeness to the anchors' tone on the axes not asked to move."""
    steer: float = 0.40
    """How well the asked movements are fulfilled."""
    text: float = 0.30
    """Closeness of meaning to the words of the wish."""
    keyword: float = 0.14
    """BM25 over the words of the wish."""
    wanted: float = 0.30
    """Share of the themes asked for that a title has."""
    fame: float = 0.06
    """A light preference for what people know."""
    kind: float = 0.04
    """A light preference for the anchors' kind."""
    away: float = 0.30
    """Weight taken off for closeness to avoided titles."""
    mmr: float = 0.82
    """1 ranks by score alone; less gives more room to variety (Carbonell and Goldstein, 1998)."""
    explore_pool: int = 12
    """The exploring place draws from this many runners-up."""
    explore_heat: float = 0.06
    """Temperature of that draw."""
    logged: int = 40
    """How many candidates a turn's record keeps."""


def rank(
    request: Request,
    found: Found,
    catalogue: Catalogue,
    *,
    count: int,
    seed: int,
    explore: bool,
    config: RankConfig | None = None,
) -> Ranking:
    """The ``count`` best picks, best first, with reasons; deterministic for a seed.

    With ``explore``, the last of four or more places is drawn from the runners-up by their scores, and its
    probability is kept in ``Pick.propensity``.
    """
    config = config or RankConfig()
    candidates = score(request, found, catalogue, config)
    if not candidates:
        return Ranking(relaxed=found.relaxed, limits=found.limits)
    greedy = count - 1 if explore and count >= 4 and len(candidates) > count else count
    chosen = sorted(_diverse(candidates, catalogue, greedy, config.mmr), key=lambda c: (-c.scores["total"], c.id))
    picks = [_pick(c, request, found.situation, catalogue) for c in chosen]
    if greedy < count and len(chosen) == greedy:
        taken = {c.id for c in chosen}
        pool = [c for c in candidates if c.id not in taken][: config.explore_pool]
        if pool:
            drawn, propensity = _draw(pool, seed, config.explore_heat * (3 if request.surprise else 1))
            pick = _pick(drawn, request, found.situation, catalogue)
            picks.append(pick.model_copy(update={"propensity": propensity, "explore": True}))
    kept = tuple(candidates[: config.logged])
    return Ranking(picks=tuple(picks), candidates=kept, relaxed=found.relaxed, limits=found.limits)


def score(request: Request, found: Found, catalogue: Catalogue, config: RankConfig) -> list[Candidate]:
    """Every candidate found with its features and their weighted mean as ``total``, best first."""
    situation = found.situation
    ids = [i for i in found.scores if i in catalogue.titles]
    if not ids:
        return []
    vectors = catalogue.vectors(ids)
    anchors = catalogue.vectors([a.id for a in situation.anchors]) if situation.anchors else None
    avoided = catalogue.vectors([a.id for a in situation.avoided]) if situation.avoided else None
    likeness = _likeness(vectors @ anchors.T) if anchors is not None else None
    aversion = _stretch((vectors @ avoided.T).max(axis=1)) if avoided is not None else None
    kept = kept_axes(request.shifts)
    weigh_theme = _theme_weights(catalogue)
    best_keyword = max((s.get("keyword", 0.0) for s in found.scores.values()), default=0.0) or 1.0
    candidates = []
    for row, ident in enumerate(ids):
        title, channels = catalogue.titles[ident], found.scores[ident]
        features: dict[str, tuple[float, float]] = {}
        if likeness is not None:
            features["like"] = (config.like, float(likeness[row]))
            features["themes"] = (config.themes, _shared_themes(title, situation.anchors, weigh_theme))
            features["genres"] = (config.genres, _shared_genres(title, situation.anchors))
            if situation.anchor_tone and title.tone:
                features["tone"] = (config.tone, closeness(title.tone, situation.anchor_tone, kept))
            kinds = {a.kind for a in situation.anchors}
            features["kind"] = (config.kind, 1.0 if title.kind in kinds else 0.0)
        if situation.goals:
            features["steer"] = (config.steer, _steered(title, situation))
        if "text" in channels or "keyword" in channels or request.free_text:
            features["text"] = (config.text, float(_stretch(np.array(channels.get("text", 0.0)))))
            features["keyword"] = (config.keyword, channels.get("keyword", 0.0) / best_keyword)
        if request.themes:
            features["wanted"] = (config.wanted, _wanted_themes(title, request.themes))
        features["fame"] = (config.fame, title.fame if title.fame is not None else 0.3)
        for shift in request.fact_shifts:
            if shift.field == "rating":
                worth = (title.rating or 0.0) / 10
                features["rating"] = (0.4, worth if shift.direction > 0 else 1 - worth)
        total = sum(w * v for w, v in features.values()) / sum(w for w, _ in features.values())
        if aversion is not None:
            total -= config.away * float(aversion[row])
        scores = {name: value for name, (_, value) in features.items()}
        candidates.append(Candidate(id=ident, scores={**scores, "total": total}))
    candidates.sort(key=lambda c: (-c.scores["total"], c.id))
    return candidates


def _likeness(cosines: np.ndarray) -> np.ndarray:
    """Closeness to the anchors together: the mean, held back by the worst, so "X meets Y" wants both."""
    stretched = _stretch(cosines)
    if stretched.shape[1] <= 3:
        result: np.ndarray = 0.5 * stretched.mean(axis=1) + 0.5 * stretched.min(axis=1)
        return result
    # a long list of favourites is many tastes, not one meeting point: near some of them is near enough
    best = np.sort(stretched, axis=1)[:, -max(2, stretched.shape[1] // 3) :]
    near: np.ndarray = best.mean(axis=1)
    return near


def _stretch(cosine: np.ndarray) -> np.ndarray:
    """Sentence-embedding cosines of related titles lie between about .1 and .65: stretched to 0..1."""
    return np.clip((cosine - 0.1) / 0.55, 0.0, 1.0)


def _steered(title: Title, situation: Situation) -> float:
    """The geometric mean of the goals' utilities, so that no goal is bought with another; 0 where one is missed."""
    if not title.tone:
        return 0.0
    product = 1.0
    for goal in situation.goals:
        value = title.tone[goal.axis]
        utility = goal.utility(value) if goal.obeyed(value) else 0.0
        product *= 0.05 + 0.95 * utility
    return float(product ** (1 / len(situation.goals)))


@lru_cache(maxsize=4)
def _theme_weights(catalogue: Catalogue) -> Mapping[str, float]:
    """Inverse document frequency of the words of themes."""
    count = max(2, len(catalogue.titles))
    words: dict[str, int] = {}
    for theme, number in catalogue.themes.items():
        for word in _words(theme):
            words[word] = words.get(word, 0) + number
    return {word: math.log(1 + count / number) for word, number in words.items()}


@lru_cache(maxsize=20_000)
def _words(theme: str) -> frozenset[str]:
    return frozenset(
        w.rstrip("s") for w in fold(theme).split() if len(w) > 2 and w not in {"the", "and", "for", "with"}
    )


def _shared_themes(title: Title, anchors: Sequence[Title], weights: Mapping[str, float]) -> float:
    """Weight of the theme words shared with each anchor, as a share of the anchor's; the mean over anchors."""
    if not anchors:
        return 0.0
    mine = {w for t in title.themes for w in _words(t)}
    shares = []
    for anchor in anchors:
        theirs = {w for t in anchor.themes for w in _words(t)}
        total = sum(weights.get(w, 1.0) for w in theirs)
        shares.append(sum(weights.get(w, 1.0) for w in mine & theirs) / total if total else 0.0)
    return min(1.0, 2.0 * sum(shares) / len(shares))


def _shared_genres(title: Title, anchors: Sequence[Title]) -> float:
    theirs = {fold(g) for a in anchors for g in a.genres}
    mine = {fold(g) for g in title.genres}
    return len(mine & theirs) / len(mine | theirs) if mine | theirs else 0.0


def _wanted_themes(title: Title, wanted: Sequence[str]) -> float:
    mine = {fold(t) for t in title.themes}
    loose = {w for t in title.themes for w in _words(t)}
    hits = 0.0
    for theme in wanted:
        words = _words(theme)
        hits += 1.0 if fold(theme) in mine else 0.7 * len(words & loose) / len(words) if words else 0.0
    return hits / len(wanted)


def _diverse(candidates: Sequence[Candidate], catalogue: Catalogue, count: int, balance: float) -> list[Candidate]:
    """Maximal marginal relevance over the best of the candidates."""
    pool = list(candidates[: max(60, 4 * count)])
    if balance >= 1 or len(pool) <= 1:
        return pool[:count]
    vectors = catalogue.vectors([c.id for c in pool])
    alike = vectors @ vectors.T
    chosen: list[int] = []
    left = list(range(len(pool)))
    while left and len(chosen) < count:

        def worth(i: int) -> float:
            redundancy = max((float(alike[i, j]) for j in chosen), default=0.0)
            return balance * pool[i].scores["total"] - (1 - balance) * max(0.0, redundancy)

        best = max(left, key=lambda i: (worth(i), -i))
        chosen.append(best)
        left.remove(best)
    return [pool[i] for i in chosen]


def _draw(pool: Sequence[Candidate], seed: int, heat: float) -> tuple[Candidate, float]:
    top = pool[0].scores["total"]
    weights = [math.exp((c.scores["total"] - top) / heat) for c in pool]
    drawn = random.Random(seed).choices(range(len(pool)), weights)[0]
    return pool[drawn], weights[drawn] / sum(weights)


def _pick(candidate: Candidate, request: Request, situation: Situation, catalogue: Catalogue) -> Pick:
    title = catalogue.titles[candidate.id]
    return Pick(title=title, reasons=explain(title, request, situation), scores=candidate.scores)
