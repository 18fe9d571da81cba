"""Which chat model speaks: the user's Ollama server, the embedded model, or none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from matinee.agent.models.ollama import OllamaModel, list_models, open_chat, server_version
from matinee.errors import ModelError, ModelUnavailable
from matinee.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel


@dataclass(frozen=True)
class ChosenModel:
    """The model that writes replies, and what to say about it."""

    model: BaseChatModel | None
    """None: code composes every reply."""
    name: str
    """``SmolLM2-135M-Instruct.Q4_1``, ``qwen3:8b``, ``none``."""
    kind: Literal["embedded", "ollama", "none"]
    tools: bool
    """Whether it can call tools."""
    note: str
    """Why it was chosen, in one line."""


def choose_chat(settings: Settings, *, adapter: Path | None = None) -> ChosenModel:
    """The model that ``settings.model`` names; nothing is loaded yet.

    ``auto`` takes the best chat model of an Ollama server that answers at once, else the embedded model, else none;
    it never raises. ``adapter`` is a GGUF LoRA adapter for the embedded model. A model asked for by name that is
    not there raises :class:`ModelUnavailable` or :class:`~matinee.errors.WeightsMissing`.
    """
    if settings.model == "none":
        return ChosenModel(None, "none", "none", tools=False, note="no language model: every sentence is composed")
    if settings.model == "embedded":
        return _embedded(settings, adapter, "set by MATINEE_MODEL")
    if settings.model.startswith("ollama:"):
        wanted = settings.model.removeprefix("ollama:")
        return _over(settings, _find(wanted, list_models(settings.ollama_host), settings.ollama_host), "named")
    return _auto(settings, adapter)


def best(models: list[OllamaModel]) -> OllamaModel | None:
    """The model that ``auto`` takes: one of this machine that chats; with tools before without, then the largest."""
    able = [model for model in models if model.chats and model.local]
    return min(able, key=lambda m: ("tools" not in m.capabilities, -m.size, m.name), default=None)


def _auto(settings: Settings, adapter: Path | None) -> ChosenModel:
    host = settings.ollama_host
    why = f"no Ollama server answers at {host}"
    if server_version(host) is not None:
        try:
            found = best(list_models(host))
        except ModelUnavailable as error:
            why = str(error)
        else:
            if found is not None:
                return _over(settings, found, "the most able chat model")
            why = f"the Ollama server at {host} has no chat model"
    try:
        return _embedded(settings, adapter, why)
    except ModelError as error:
        return ChosenModel(None, "none", "none", tools=False, note=f"{why}, and {error}")


def _find(wanted: str, models: list[OllamaModel], host: str) -> OllamaModel:
    for name in (wanted, f"{wanted}:latest"):
        for model in models:
            if model.name == name:
                if not model.chats:
                    raise ModelUnavailable(
                        f"{name} on {host} only makes embeddings: name a chat model. {_there(models)}"
                    )
                return model
    raise ModelUnavailable(
        f"no model {wanted} on {host}: run `ollama pull {wanted}`, or name another. {_there(models)}"
    )


def _there(models: list[OllamaModel]) -> str:
    names = [model.name for model in models if model.chats]
    return f"It has {', '.join(names)}." if names else "It has no chat model."


def _over(settings: Settings, model: OllamaModel, why: str) -> ChosenModel:
    return ChosenModel(
        open_chat(settings.ollama_host, model),
        model.name,
        "ollama",
        tools="tools" in model.capabilities,
        note=f"{why} on the Ollama server at {settings.ollama_host}",
    )


def _embedded(settings: Settings, adapter: Path | None, why: str) -> ChosenModel:
    from matinee.agent.models.embedded import EmbeddedChat

    chat = EmbeddedChat(threads=settings.threads, context=settings.context, adapter=adapter)
    return ChosenModel(chat, chat.path.stem, "embedded", tools=False, note=f"the embedded model: {why}")
