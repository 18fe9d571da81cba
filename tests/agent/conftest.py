from collections.abc import Iterator

import pytest

from tests.ollama_server import OllamaServer, start_server


@pytest.fixture(scope="session")
def ollama_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OllamaServer]:
    """A real Ollama server with the packaged model; do not kill it, others use it too."""
    server = start_server(tmp_path_factory.mktemp("ollama"))
    yield server
    server.stop()


@pytest.fixture
def own_ollama_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OllamaServer]:
    """A real Ollama server for this test alone, to kill."""
    server = start_server(tmp_path_factory.mktemp("ollama"))
    yield server
    server.stop()
