"""An embedder that costs nothing: for tests of everything but embedding."""

from __future__ import annotations

import hashlib
import time

from llama_index.core.base.embeddings.base import BaseEmbedding
from pydantic import Field


class FakeEmbedding(BaseEmbedding):
    """Sixteen numbers from the hash of a text; counts what it embeds, and can be slow."""

    model_name: str = "fake"
    pause_s: float = 0.0
    texts: list[str] = Field(default_factory=list)

    def _get_text_embedding(self, text: str) -> list[float]:
        time.sleep(self.pause_s)
        self.texts.append(text)
        return [byte / 255 - 0.5 for byte in hashlib.sha256(text.encode()).digest()[:16]]

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)
