"""The user's Ollama server: whether it answers, what models it has, and a chat over one of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from matinee.errors import ModelUnavailable

if TYPE_CHECKING:
    from langchain_ollama import ChatOllama
    from ollama import Client

_KNOCK_SECONDS = 0.3
_ANSWER_SECONDS = 1.0
_ASK_SECONDS = 30.0
_LOAD_SECONDS = 600.0
"""A large model may be read from a slow disk before its first word."""


@dataclass(frozen=True)
class OllamaModel:
    """One model of an Ollama server."""

    name: str
    size: int
    """Bytes on disk."""
    parameters: str
    """As the server words it: ``8.0B``; empty where it does not say."""
    capabilities: frozenset[str]
    """``completion``, ``tools``, ``embedding``, ``vision``, ``thinking``."""

    @property
    def chats(self) -> bool:
        """Whether it writes replies, rather than only embeddings."""
        return "completion" in self.capabilities

    @property
    def local(self) -> bool:
        """Whether it runs on the server's own machine; Ollama's cloud models have ``cloud`` for a tag."""
        return not self.name.endswith((":cloud", "-cloud"))


def server_version(host: str) -> str | None:
    """The version of the Ollama server at ``host``; None where none answers at once (at most about a second)."""
    try:
        url = _url(host)
        kind = HTTPSConnection if url.scheme == "https" else HTTPConnection
        connection = kind(url.hostname or "", url.port, timeout=_KNOCK_SECONDS)
        try:
            connection.connect()
            connection.sock.settimeout(_ANSWER_SECONDS)
            connection.request("GET", f"{url.path}/api/version")
            answer = json.loads(connection.getresponse().read())
        finally:
            connection.close()
        return str(answer["version"])
    except (OSError, HTTPException, ValueError, KeyError, TypeError):
        return None


def list_models(host: str) -> list[OllamaModel]:
    """The models of the server at ``host``, by name; raises :class:`ModelUnavailable` where it does not answer."""
    with _client(host) as client:
        found = []
        for entry in client.list().models:
            name = entry.model or ""
            details = entry.details
            found.append(
                OllamaModel(
                    name=name,
                    size=int(entry.size or 0),
                    parameters=(details.parameter_size if details else None) or "",
                    capabilities=_capabilities(client, name),
                )
            )
        return sorted(found, key=lambda model: model.name)


def _capabilities(client: Client, name: str) -> frozenset[str]:
    import ollama

    try:
        named = client.show(name).capabilities
    except ollama.ResponseError:
        # one damaged model must not hide the others
        return frozenset()
    # servers before 0.6.4 do not say
    return frozenset({"completion"} if named is None else named)


def open_chat(host: str, model: OllamaModel) -> ChatOllama:
    """A LangChain chat over ``model`` on the server at ``host``."""
    import httpx
    from langchain_ollama import ChatOllama

    return ChatOllama(
        model=model.name,
        base_url=_url(host).geturl(),
        # thinking aloud would stand in the reply
        reasoning=False if "thinking" in model.capabilities else None,
        client_kwargs={
            "timeout": httpx.Timeout(_ASK_SECONDS, read=_LOAD_SECONDS),
            "trust_env": not _is_loopback(host),
        },
    )


@contextmanager
def _client(host: str) -> Iterator[Client]:
    import httpx
    import ollama

    try:
        with ollama.Client(_url(host).geturl(), timeout=_ASK_SECONDS, trust_env=not _is_loopback(host)) as client:
            yield client
    except (ConnectionError, httpx.HTTPError, ollama.ResponseError, ValueError) as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise ModelUnavailable(
            f"the Ollama server at {host} does not answer ({reason}): start it with `ollama serve`, "
            "or set MATINEE_OLLAMA_HOST or MATINEE_MODEL=embedded."
        ) from error


def _url(host: str) -> Any:
    """``host`` as a URL with its scheme and no slash at the end."""
    return urlsplit((host if "://" in host else f"http://{host}").rstrip("/"))


def _is_loopback(host: str) -> bool:
    """Whether ``host`` is this machine: a proxy named in the environment must not see that traffic."""
    name = _url(host).hostname or ""
    try:
        return name == "localhost" or ip_address(name).is_loopback
    except ValueError:
        return False
