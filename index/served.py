"""Embeddings from an Ollama server."""

from __future__ import annotations

import httpx
from llama_index.embeddings.ollama import OllamaEmbedding
from ollama import ResponseError

from matinee.errors import ModelUnavailable


class ServedEmbedding(OllamaEmbedding):  # type: ignore[misc]
    """An embedding model of an Ollama server; where that fails, :class:`ModelUnavailable` says so in one line."""

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        try:
            vectors: list[list[float]] = super()._get_text_embeddings(texts)
        except (ConnectionError, httpx.HTTPError):
            raise ModelUnavailable(
                f"no Ollama server answers at {self.base_url}: start it with ollama serve."
            ) from None
        except ResponseError as error:
            raise ModelUnavailable(
                f"Ollama cannot embed with {self.model_name} ({error.error}): try ollama pull {self.model_name}."
            ) from None
        return vectors

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)
