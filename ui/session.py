"""Opening what a command needs: settings, catalogue, turn store, agent."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from matinee.errors import StoreError
from matinee.settings import Settings, load_settings

if TYPE_CHECKING:
    from matinee.agent.agent import Agent
    from matinee.index.build import Progress
    from matinee.index.catalogue import Catalogue
    from matinee.index.embedding import Embedder


def settings_for(*, catalogue: Path | None = None, user: str | None = None, model: str | None = None) -> Settings:
    """The settings in force, with a command's own options over them."""
    # no library may report a conversation anywhere, whatever the shell's variables say
    for name in ("LANGSMITH_TRACING", "LANGCHAIN_TRACING_V2"):
        os.environ[name] = "false"
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    given = {"catalogue": catalogue, "user": user, "model": model}
    return load_settings(**{name: value for name, value in given.items() if value is not None})


def open_embedder(settings: Settings) -> Embedder:
    """The embedder the settings name."""
    from matinee.index.embedding import make_embedder

    return make_embedder(settings.embedder, host=settings.ollama_host)


def open_catalogue(settings: Settings, *, before_build: Callable[[], None] | None = None) -> Catalogue:
    """The catalogue in use; the starter is built the first time, with a progress bar on stderr.

    ``before_build`` is called before that bar appears, to make room for it.
    """
    from matinee.index.catalogue import open_catalogue as opened
    from matinee.index.ensure import ensure_starter

    embedder = open_embedder(settings)
    if settings.catalogue is not None:
        return opened(settings.catalogue, embedder)
    with progress_bar("Building the starter catalogue (once)", before_build) as progress:
        ensure_starter(settings.starter_dir, embedder, progress)
    return opened(settings.starter_dir, embedder)


def open_agent(settings: Settings, *, keep: bool, before_build: Callable[[], None] | None = None) -> Agent:
    """The agent; with ``keep``, conversations are kept on disk for the next run.

    ``before_build`` is called where the starter catalogue has to be built first.
    """
    from matinee.agent.agent import Agent
    from matinee.agent.models.choose import choose_chat
    from matinee.rlhf.store import Store

    log = Store(settings.database_url)
    return Agent(
        open_catalogue(settings, before_build=before_build),
        choose_chat(settings),
        log=log,
        checkpointer=_checkpointer(settings) if keep else None,
        count=settings.picks,
        seed=settings.seed,
    )


def _checkpointer(settings: Settings) -> Any:
    from langgraph.checkpoint.sqlite import SqliteSaver

    path = settings.data_dir / "conversations.db"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, check_same_thread=False, timeout=15)
        connection.execute("PRAGMA journal_mode = WAL")
        saver = SqliteSaver(connection)
        saver.setup()
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"conversations cannot be kept in {path} ({error}). Set MATINEE_DATA_DIR.") from error
    return saver


@contextmanager
def progress_bar(what: str, before: Callable[[], None] | None = None) -> Iterator[Progress]:
    """A bar on stderr with rate and time left; shown, after ``before``, only once there is progress to show."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    bar = Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(), console=Console(stderr=True), transient=False,
    )  # fmt: skip
    task = None

    def advance(done: int, total: int | None) -> None:
        nonlocal task
        if task is None:
            if before is not None:
                before()
            bar.start()
            task = bar.add_task(what, total=total, rate="")
        speed = bar.tasks[0].speed
        bar.update(task, completed=done, total=total, rate=f"{speed:.0f} titles/s" if speed else "")

    try:
        yield advance
    finally:
        if task is not None:
            bar.stop()
