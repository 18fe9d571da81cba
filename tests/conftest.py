"""Fixtures that every room uses: the shipped embedder, the toy catalogue and the starter catalogue."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from matinee.index.catalogue import Catalogue
    from matinee.index.embedding import Embedder

ROOT = Path(__file__).resolve().parent.parent


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """In the inner loop, a module that is slow as a whole is not even imported: what it imports is slow too."""
    if not os.environ.get("MATINEE_TEST_FAST") or collection_path.suffix != ".py":
        return None
    return "\npytestmark = pytest.mark.slow" in collection_path.read_text(encoding="utf-8") or None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever asks the starter catalogue is slow: it may have to be built first."""
    for item in items:
        if "starter" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    """The shipped MiniLM."""
    from matinee.index.embedding import make_embedder

    return make_embedder("minilm")


@pytest.fixture(scope="session")
def toy(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The toy catalogue, really built and opened."""
    from matinee.index.build import build
    from matinee.index.catalogue import open_catalogue
    from matinee.index.sources.source import Source
    from tests.toy import TOY

    folder = tmp_path_factory.mktemp("toy") / "catalogue"
    build([Source("toy", "", TOY)], folder, embedder)
    return open_catalogue(folder, embedder)


@pytest.fixture(scope="session")
def starter(embedder: Embedder) -> Catalogue:
    """The starter catalogue, built once for each state of its files."""
    from matinee.index.catalogue import open_catalogue
    from matinee.index.ensure import ensure_starter

    folder = ROOT / ".cache" / "starter"
    ensure_starter(folder, embedder)
    return open_catalogue(folder, embedder)
