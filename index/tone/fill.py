"""Tones for titles that have none: the starter's own where it knows the title, else the tone model's."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
from llama_index.core.schema import BaseNode, MetadataMode, TransformComponent
from pydantic import ConfigDict, SkipValidation

from matinee.index.embedding import Embedder, MiniLM
from matinee.index.same import at_odds
from matinee.index.sources.starter import read_starter
from matinee.index.store import node_of, title_of
from matinee.index.title import TONE_AXES, Title
from matinee.index.tone.finder import Finder
from matinee.index.tone.shipped import shipped_model

FOREIGN_TEXT = 1.5
"""How much further off predictions are for descriptions by other hands than for the starter's own held-out titles:
measured on 900 starter titles as streaming catalogues describe them."""


def fill_tones(titles: Sequence[Title], vectors: npt.NDArray[np.float32]) -> list[Title]:
    """``titles`` with all twelve tones; ``vectors`` has the shipped MiniLM's vector of each embedded text, a row each.

    A tone that a title brings along stays. What is missing comes from the starter catalogue where it
    has the same title, and else from the tone model; a predicted axis stands in ``tone_spread`` too,
    with the standard deviation of the error to expect.
    """
    filled = list(titles)
    bare: list[int] = []
    for i, title in enumerate(titles):
        if len(title.tone) == len(TONE_AXES):
            continue
        known = _starter().by_name(title.name, title.year, title.kind)
        if known is None or at_odds(title, known):
            bare.append(i)
        else:
            filled[i] = title.model_copy(update={"tone": {**known.tone, **title.tone}})
    if bare:
        tones = shipped_model().predict([titles[i] for i in bare], vectors[bare])
        for i, values, spreads in zip(bare, tones.values, tones.spreads * FOREIGN_TEXT, strict=True):
            filled[i] = _with_prediction(titles[i], values, spreads)
    return filled


class FillTones(TransformComponent):
    """A step of an ingestion pipeline, after the embedder: nodes of titles in, the same with all tones out."""

    model_config = ConfigDict(ignored_types=(cached_property,))

    embedder: SkipValidation[Embedder]
    """The pipeline's own; the tone model reads its vectors where it is the shipped one."""

    @cached_property
    def _reader(self) -> MiniLM:
        return self.embedder if isinstance(self.embedder, MiniLM) else MiniLM()

    def __call__(self, nodes: Sequence[BaseNode], **kwargs: Any) -> Sequence[BaseNode]:
        """The nodes with all tones; those that have them already go through untouched."""
        del kwargs
        titles = [title_of(node) for node in nodes]
        bare = [i for i, title in enumerate(titles) if len(title.tone) < len(TONE_AXES)]
        if not bare:
            return nodes
        out = list(nodes)
        for i, title in zip(
            bare, fill_tones([titles[i] for i in bare], self._vectors([nodes[i] for i in bare])), strict=True
        ):
            out[i] = node_of(title, nodes[i].get_content(MetadataMode.NONE))
            out[i].embedding = nodes[i].embedding
        return out

    def _vectors(self, nodes: Sequence[BaseNode]) -> npt.NDArray[np.float32]:
        if self._reader is self.embedder:
            return np.array([node.get_embedding() for node in nodes], dtype=np.float32).reshape(len(nodes), -1)
        return self._reader.encode([node.get_content(MetadataMode.NONE) for node in nodes])


@lru_cache(maxsize=1)
def _starter() -> Finder:
    return Finder(read_starter())


def _with_prediction(title: Title, values: npt.NDArray[np.float64], spreads: npt.NDArray[np.float64]) -> Title:
    predicted = {axis: round(float(v), 3) for axis, v in zip(TONE_AXES, values, strict=True)}
    spread = {a: round(float(s), 3) for a, s in zip(TONE_AXES, spreads, strict=True) if a not in title.tone}
    return title.model_copy(update={"tone": {**predicted, **title.tone}, "tone_spread": spread})
