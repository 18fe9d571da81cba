"""Rank: fuse the channels, steer along axes and traits, diversify, explore one place."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from matinee.agent.compose.say import listed
from matinee.agent.explain import explain, kin
from matinee.agent.request import Request
from matinee.agent.retrieve import Found, Situation, loved_together
from matinee.agent.shelf import Column, Rows, Shelf, cosines, shelf_of
from matinee.agent.steer import closeness, halfway, kept_axes
from matinee.agent.turn import Candidate, Guess, Pick, Ranking, Reason
from matinee.agent.understand.rows import goes_on
from matinee.index.catalogue import Catalogue
from matinee.index.title import Title, fold

LOVED = 0.3
"""From this share of the most loved on, a pick is said to be loved together with the anchors."""


@dataclass(frozen=True)
class RankConfig:
    """Weights and knobs of the ranking; every feature is 0 to 1.

    The balance of likeness (``like``, ``themes``, ``genres``, ``tied``, ``tone``: 1.16 together) and movement
    (``steer``: .5) was set by reading the first five picks of 80 steering messages over the starter, asking of each
    pick whether it is recognisably like the anchor and clearly more of what was asked:

    - with ``steer`` .4, picks that hardly moved came third ("Dark but lighter": 12 Monkeys, .25 against .10); with .5
      they fall behind those that move;
    - with ``tone`` .2 and ``genres`` .08, titles of another world came among the first five ("Knives Out but
      twistier": Cure). Rare genres now count more, and ``tied`` keeps out what shares neither theme nor genre;
    - two titles that meet brought sequels of either until ``middle`` and a weightier ``min`` in the likeness asked
      for both ("Amélie meets Blade Runner": Delicatessen, not Blade Runner 2049).

    ``matinee eval steer`` measures what came of it; most of its cases were read while tuning.
    """

    like: float = 0.34
    """Closeness of meaning to the anchors."""
    themes: float = 0.22
    """Shared themes, rare ones counting more."""
    genres: float = 0.16
    """Shared genres."""
    tied: float = 0.14
    """Whether a title has to do with an anchor at all: a theme, or the main genre of either."""
    tone: float = 0.30
    """Closeness to the anchors' tone on the axes not asked to move."""
    meets: float = 0.45
    """The same where two or three anchors meet: the mean of their tones is what they have in common."""
    together: float = 0.25
    """How much people who love the anchors love it, where ratings were learnt."""
    middle: float = 0.2
    """Whether a title's tone lies halfway between those of two anchors, rather than close to one ("Die Hard meets Home
    Alone" is not Die Hard 2)."""
    between: float = 0.75
    """The same where picks should stand halfway between the anchors."""
    steer: float = 0.50
    """How well the asked movements are fulfilled."""
    rating: float = 0.40
    """How well a title is rated, where "better rated" was asked for."""
    text: float = 0.30
    """Closeness of meaning to the words of the wish."""
    keyword: float = 0.14
    """BM25 over the words of the wish."""
    wanted: float = 0.30
    """Share of the themes asked for that a title has."""
    fame: float = 0.06
    """A light preference for what people know."""
    home: float = 0.20
    """Whether a country asked for is a title's main one, rather than one of several that paid for it."""
    chance: float = 0.60
    """What falls to chance where nothing but a surprise is asked for."""
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
    kin: bool = True
    """Whether a pick must have to do with an anchor: a theme in common, or the main genre of either. Then it is also no
    more than one sequel of an anchor that is shown, and none where two titles meet."""
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
    notes = Ranking(
        relaxed=found.relaxed,
        limits=found.limits,
        guesses=tuple(Guess(word=g.scale.name, nearest=g.scale.nearest) for g in found.situation.goals
                      if g.scale.nearest),
        ignored=_ignored(request, shelf_of(catalogue)),
    )  # fmt: skip
    scored = score(request, found, catalogue, config, seed=seed)
    most = max(60, 4 * count, config.logged, count + config.explore_pool)
    candidates = scored.best(most, _Kin(found.situation, catalogue)) if config.kin else scored.best(most)
    candidates = candidates or scored.best(most)
    if not candidates:
        return notes
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
    return notes.model_copy(update={"picks": tuple(picks), "candidates": tuple(candidates[: config.logged])})


@dataclass(frozen=True)
class Scored:
    """Candidates with their features as columns, best first."""

    ids: Sequence[str]
    features: Mapping[str, Column]
    """Feature to a value a candidate, NaN where it says nothing about one."""
    total: Column

    def best(self, most: int, fits: Callable[[str], bool] | None = None) -> list[Candidate]:
        """The ``most`` best, one by one; with ``fits``, of those whose id fits, which is asked best first."""
        fitting = (row for row, ident in enumerate(self.ids) if fits is None or fits(ident))
        rows = list(islice(fitting, most))
        names = list(self.features)
        columns = np.array([self.features[name][rows] for name in names]).T.tolist()
        return [
            Candidate(id=self.ids[row], scores={n: v for n, v in zip(names, values, strict=True) if v == v}
                      | {"total": total})
            for row, values, total in zip(rows, columns, self.total[rows].tolist(), strict=True)
        ]  # fmt: skip


def _at_home(title: Title, countries: Container[str]) -> float:
    return 1.0 if title.countries and fold(title.countries[0]) in countries else 0.0


class _Kin:
    """Tells, best candidate first, which have to do with an anchor without being one more of its sequels."""

    def __init__(self, situation: Situation, catalogue: Catalogue) -> None:
        self._anchors, self._titles = situation.anchors, catalogue.titles
        self._sequels = 0 if 1 < len(situation.anchors) <= 3 else 1

    def __call__(self, ident: str) -> bool:
        title = self._titles[ident]
        if not self._anchors:
            return True
        if not any(kin(title, anchor) for anchor in self._anchors):
            return False
        if any(goes_on(anchor, title) for anchor in self._anchors):
            self._sequels -= 1
            return self._sequels >= 0
        return True


def score(request: Request, found: Found, catalogue: Catalogue, config: RankConfig, *, seed: int = 0) -> Scored:
    """Every candidate found, with its features and their weighted mean as ``total``; ``seed`` draws surprises."""
    shelf = shelf_of(catalogue)
    ids = [i for i in found.scores if i in shelf.row]
    at = shelf.rows(ids)
    channels = [found.scores[i] for i in ids]
    weighed: dict[str, tuple[float, Column]] = {
        **_of_anchors(request, found.situation, shelf, at, config),
        **_of_words(request, channels, shelf, at, config),
    }
    if loved := loved_together(found.situation, catalogue):
        weighed["together"] = (config.together, np.array([loved.get(i, 0.0) for i in ids]))
    if found.situation.goals:
        weighed["steer"] = (config.steer, _steered(found.situation, at))
    weighed["fame"] = (config.fame, shelf.fame[at])
    if countries := {fold(c) for c in request.filters.countries}:
        weighed["home"] = (config.home, np.array([_at_home(shelf.titles[row], countries) for row in at]))
    if request.surprise and not (request.liked or request.shifts or request.themes or request.free_text):
        draw = np.random.default_rng(seed)
        weighed["chance"] = (config.chance, draw.random(len(shelf.ids))[at])
    for shift in request.fact_shifts:
        if shift.field == "rating" and shelf.rated:
            worth = np.nan_to_num(shelf.rating[at])
            weighed["rating"] = (config.rating, worth if shift.direction > 0 else 1 - worth)
    values = np.array([column for _, column in weighed.values()])
    weights = np.array([weight for weight, _ in weighed.values()])[:, None] * ~np.isnan(values)
    total = (weights * np.nan_to_num(values)).sum(axis=0) / weights.sum(axis=0)
    if found.situation.avoided:
        avoided = shelf.vectors[shelf.rows(t.id for t in found.situation.avoided)]
        total = total - config.away * _stretch(cosines(shelf.vectors[at], avoided).max(axis=1))
    order = np.lexsort((at, -total))  # rows stand by id, which settles a tie
    return Scored(
        ids=[ids[i] for i in order],
        features={name: column[order] for name, (_, column) in weighed.items()},
        total=total[order],
    )


def _of_anchors(
    request: Request, situation: Situation, shelf: Shelf, at: Rows, config: RankConfig
) -> dict[str, tuple[float, Column]]:
    """What likeness to the anchors consists of; nothing where there are none."""
    anchors = situation.anchors
    if not anchors:
        return {}
    vectors = shelf.vectors[shelf.rows(a.id for a in anchors)]
    shared = sum((shelf.shared_themes(a)[at] for a in anchors), np.zeros(len(at))) / len(anchors)
    kinds = {a.kind == "series" for a in anchors}
    found = {
        "like": (config.like, _likeness(cosines(shelf.vectors[at], vectors))),
        "themes": (config.themes, np.minimum(1.0, 2.0 * shared)),
        "genres": (config.genres, shelf.shared_genres(anchors)[at]),
        "tied": (config.tied, shelf.tied(anchors)[at]),
        "kind": (config.kind, np.isin(shelf.series[at], list(kinds)).astype(np.float64)),
    }
    if situation.anchor_tone:
        tone = closeness(shelf.tones[at], situation.anchor_tone, kept_axes(situation.goals))
        weight = config.between if request.between else config.meets if 1 < len(anchors) <= 3 else config.tone
        found["tone"] = (weight, tone)
    if len(anchors) == 2 and not situation.goals:
        middle = halfway(shelf.tones[at], *anchors)
        if middle is not None:
            found["middle"] = (config.middle, middle)
    return found


def _of_words(
    request: Request, channels: Sequence[Mapping[str, float]], shelf: Shelf, at: Rows, config: RankConfig
) -> dict[str, tuple[float, Column]]:
    """How well the words of the wish are met; NaN where a candidate came up otherwise and no words were left over."""
    found: dict[str, tuple[float, Column]] = {}
    text = np.array([c.get("text", 0.0) for c in channels])
    keyword = np.array([c.get("keyword", 0.0) for c in channels])
    heard = np.array([bool(request.free_text) or "text" in c or "keyword" in c for c in channels], dtype=bool)
    if heard.any():
        found["text"] = (config.text, np.where(heard, _stretch(text), np.nan))
        found["keyword"] = (config.keyword, np.where(heard, keyword / (keyword.max() or 1.0), np.nan))
    if request.themes:
        wanted = sum((shelf.wanted_theme(theme)[at] for theme in request.themes), np.zeros(len(at)))
        found["wanted"] = (config.wanted, wanted / len(request.themes))
    return found


def _steered(situation: Situation, at: Rows) -> Column:
    """The geometric mean of the goals' utilities, so that no goal is bought with another; 0 where one is missed."""
    product = np.ones(len(at))
    for goal in situation.goals:
        values = goal.scale.values[at]
        product *= 0.05 + 0.95 * np.where(goal.obeying(values), goal.utilities(values), 0.0)
    mean: Column = product ** (1 / len(situation.goals))
    return mean


def _ignored(request: Request, shelf: Shelf) -> tuple[str, ...]:
    """The wishes that need a fact this catalogue has of no title."""
    return () if shelf.rated else tuple(s.word for s in request.fact_shifts if s.field == "rating")


def _likeness(cosines: np.ndarray) -> Column:
    """Closeness to the anchors together: the mean, held back by the worst, so "X meets Y" wants both."""
    stretched = _stretch(cosines)
    if stretched.shape[1] <= 3:
        result: Column = 0.3 * stretched.mean(axis=1) + 0.7 * stretched.min(axis=1)
        return result
    # a long list of favourites is many tastes, not one meeting point: near some of them is near enough
    best = np.sort(stretched, axis=1)[:, -max(2, stretched.shape[1] // 3) :]
    near: Column = best.mean(axis=1)
    return near


def _stretch(cosine: np.ndarray) -> Column:
    """Sentence-embedding cosines of related titles lie between about .1 and .65: stretched to 0..1."""
    stretched: Column = np.clip((cosine.astype(np.float64) - 0.1) / 0.55, 0.0, 1.0)
    return stretched


def _diverse(candidates: Sequence[Candidate], catalogue: Catalogue, count: int, balance: float) -> list[Candidate]:
    """Maximal marginal relevance over the best of the candidates."""
    pool = list(candidates[: max(60, 4 * count)])
    if balance >= 1 or len(pool) <= 1:
        return pool[:count]
    vectors = catalogue.vectors([c.id for c in pool])
    worth = np.array([c.scores["total"] for c in pool])
    redundancy = np.zeros(len(pool))
    chosen: list[int] = []
    while len(chosen) < min(count, len(pool)):
        left = balance * worth - (1 - balance) * redundancy
        left[chosen] = -np.inf
        chosen.append(int(np.argmax(left)))
        redundancy = np.maximum(redundancy, vectors @ vectors[chosen[-1]])
    return [pool[i] for i in chosen]


def _draw(pool: Sequence[Candidate], seed: int, heat: float) -> tuple[Candidate, float]:
    top = pool[0].scores["total"]
    weights = [math.exp((c.scores["total"] - top) / heat) for c in pool]
    drawn = random.Random(seed).choices(range(len(pool)), weights)[0]
    return pool[drawn], weights[drawn] / sum(weights)


def _pick(candidate: Candidate, request: Request, situation: Situation, catalogue: Catalogue) -> Pick:
    title = catalogue.titles[candidate.id]
    reasons = explain(title, request, situation)
    if candidate.scores.get("together", 0.0) >= LOVED:
        loved = listed([anchor.name for anchor in situation.anchors[:2]])
        reasons = (*reasons, Reason(kind="together", text=f"people who loved {loved} loved this", value=(loved,)))
    return Pick(title=title, reasons=reasons, scores=candidate.scores)
