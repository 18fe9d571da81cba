"""An embedder that costs nothing: for tests of everything but embedding."""

from __future__ import annotations

import hashlib
import time

import numpy as np
from llama_index.core.base.embeddings.base import BaseEmbedding
from pydantic import Field


class FakeEmbedding(BaseEmbedding):
    """Random numbers seeded by the hash of a text; remembers what it embeds, and can be slow."""

    model_name: str = "fake"
    dimension: int = 16
    pause_s: float = 0.0
    texts: list[str] = Field(default_factory=list)

    def _get_text_embedding(self, text: str) -> list[float]:
        time.sleep(self.pause_s)
        self.texts.append(text)
        seed = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8])
        values: list[float] = np.random.default_rng(seed).normal(size=self.dimension).tolist()
        return values

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)
