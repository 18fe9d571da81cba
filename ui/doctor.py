"""`matinee doctor`: what is installed, what will be used, and how to mend what is wrong."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal

from rich.console import Console
from rich.text import Text

from matinee.errors import CatalogueMissing, MatineeError
from matinee.settings import Settings, settings_file
from matinee.ui.session import open_embedder, settings_for

_PACKAGES = ("langchain", "langgraph", "llama-index-core", "lancedb", "ollama", "xllamacpp", "onnxruntime")
_MARKS = {"ok": ("✓", "green"), "note": ("·", "yellow"), "bad": ("✗", "red")}
_LEAST_FREE = 200_000_000
"""Bytes; less free space than this is worth a word."""


@dataclass(frozen=True)
class Finding:
    """One line of the report; ``bad`` ones make the exit code 1."""

    state: Literal["ok", "note", "bad"]
    what: str
    text: str


def run(*, catalogue: Path | None) -> int:
    """Print the report; 0 where Matinee can work, 1 where something it needs is broken."""
    console = Console(highlight=False)
    findings = list(examine(catalogue))
    width = max(len(f.what) for f in findings)
    for finding in findings:
        mark, colour = _MARKS[finding.state]
        console.print(Text.assemble((mark, colour), f" {finding.what:<{width}}  {finding.text}"), soft_wrap=True)
    return 1 if any(f.state == "bad" for f in findings) else 0


def examine(catalogue: Path | None) -> Iterator[Finding]:
    """The findings, settings first: without them nothing else can be looked at."""
    yield Finding("ok", "python", f"{sys.version.split()[0]} at {sys.executable}")
    yield from _packages()
    try:
        settings = settings_for(catalogue=catalogue)
    except MatineeError as error:
        yield Finding("bad", "settings", str(error))
        return
    file = settings_file()
    yield Finding("ok", "settings", f"{file}" if file.exists() else f"defaults ({file} is not there, and need not be)")
    yield _data_folder(settings)
    for what, look in (("embedder", _embedder), ("catalogue", _catalogue), ("turns", _turns), ("model", _model)):
        yield from _guarded(what, look, settings)


def _guarded(what: str, look: Callable[[Settings], Iterator[Finding]], settings: Settings) -> Iterator[Finding]:
    try:
        yield from look(settings)
    except MatineeError as error:
        yield Finding("bad", what, str(error))


def _packages() -> Iterator[Finding]:
    found, missing = [], []
    for name in _PACKAGES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            missing.append(name)
    yield Finding("ok", "packages", ", ".join(found))
    if missing:
        yield Finding("bad", "packages", f"missing: {', '.join(missing)}. Run `make clean chat`.")


def _data_folder(settings: Settings) -> Finding:
    folder = settings.data_dir
    there = next(p for p in (folder, *folder.parents) if p.exists())
    if not os.access(there, os.W_OK) or not there.is_dir():
        return Finding("bad", "data folder", f"{folder} cannot be written: set MATINEE_DATA_DIR to a folder of yours.")
    free = shutil.disk_usage(there).free
    if free < _LEAST_FREE:
        return Finding("note", "data folder", f"{folder}: only {free // 1_000_000} MB free on its disk.")
    return Finding("ok", "data folder", f"{folder} ({free / 1e9:.0f} GB free)")


def _embedder(settings: Settings) -> Iterator[Finding]:
    open_embedder(settings)
    yield Finding("ok", "embedder", settings.embedder)


def _catalogue(settings: Settings) -> Iterator[Finding]:
    from matinee.index.catalogue import open_catalogue

    place = settings.catalogue or settings.starter_dir
    try:
        opened = open_catalogue(place, open_embedder(settings))
    except CatalogueMissing as error:
        if settings.catalogue is not None:
            raise
        del error
        yield Finding("note", "catalogue", "the starter, not built yet: the first `matinee chat` builds it.")
        return
    name = "the starter" if settings.catalogue is None else str(settings.catalogue)
    yield Finding("ok", "catalogue", f"{name}: {opened.info.titles:,} titles, version {opened.info.version}")


def _turns(settings: Settings) -> Iterator[Finding]:
    from matinee.rlhf.store import Store

    store = Store(settings.database_url)
    yield Finding("ok", "turns", f"{store.count():,} stored in {store.place}")
    store.close()


def _model(settings: Settings) -> Iterator[Finding]:
    from matinee.agent.models.choose import choose_chat
    from matinee.agent.models.ollama import list_models, server_version

    chosen = choose_chat(settings)
    state: Literal["ok", "note"] = "ok" if chosen.model is not None else "note"
    yield Finding(state, "model", f"{chosen.name}: {chosen.note}")
    answer = server_version(settings.ollama_host)
    if answer is None:
        yield Finding("note", "ollama", f"none at {settings.ollama_host}; a larger model there writes better.")
        return
    names = [m.name for m in list_models(settings.ollama_host) if m.chats]
    fix = "" if names else " Get one with `ollama pull qwen3:8b`."
    yield Finding("ok", "ollama", f"{answer} at {settings.ollama_host}: {', '.join(names) or 'no chat model'}.{fix}")
