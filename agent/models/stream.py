"""A reply as a stream of text, alike for every chat model."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from matinee.errors import ModelError, ModelInterrupted, ModelUnavailable

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel, LanguageModelInput


def stream_text(
    model: BaseChatModel,
    messages: LanguageModelInput,
    *,
    max_tokens: int,
    seed: int,
    temperature: float,
    stop: Sequence[str] = (),
) -> Iterator[str]:
    """The reply to ``messages`` piece by piece as it is written, at most ``max_tokens`` tokens of it.

    Closing the iterator stops the model. Raises :class:`ModelUnavailable` where the model or its server is not
    there, :class:`ModelInterrupted` where it stops in the middle, and :class:`ModelError` where it refuses the prompt.
    """
    tuned = with_sampling(model, max_tokens=max_tokens, seed=seed, temperature=temperature)
    begun = False
    try:
        for chunk in tuned.stream(messages, stop=list(stop) or None):
            if chunk.text:
                begun = True
                yield chunk.text
    except _failures() as error:
        raise _named(error, begun) from error


def with_sampling(model: BaseChatModel, *, max_tokens: int, seed: int, temperature: float) -> BaseChatModel:
    """``model`` with these sampling settings, under whatever names it has for them; the original stays as it is."""
    fields = type(model).model_fields
    limit = "num_predict" if "num_predict" in fields else "max_tokens"
    wanted = {limit: max_tokens, "seed": seed, "temperature": temperature}
    return model.model_copy(update={name: value for name, value in wanted.items() if name in fields})


def _failures() -> tuple[type[Exception], ...]:
    """What a model's client raises when its server fails. Asked for only then: these imports are slow."""
    import httpx
    import ollama

    return (OSError, httpx.HTTPError, ollama.ResponseError, json.JSONDecodeError)


def _named(error: Exception, begun: bool) -> ModelError:
    import httpx
    import ollama

    reason = " ".join(str(error).split()) or type(error).__name__
    if isinstance(error, ollama.ResponseError) and error.status_code == 404:
        return ModelUnavailable(f"the Ollama server has no such model ({reason}): see `ollama list`.")
    if not begun and isinstance(error, httpx.ConnectError | httpx.ConnectTimeout):
        return ModelUnavailable(f"no Ollama server answers ({reason}): start it, or set MATINEE_MODEL=embedded.")
    return ModelInterrupted(f"the model stopped in the middle of its reply ({reason}): ask again.")
