"""Build: sources in, a catalogue folder out, in one step or not at all.

The new table is made in a folder of its own; then the manifest, which is what readers go by, is
replaced by rename. A killed build leaves the old catalogue (or none), and the next one clears up.
The table that was in force before stays until the next build, so that whoever reads it can go on.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import IO, Any

from filelock import FileLock, Timeout
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.ingestion import IngestionPipeline
from llama_index.core.schema import BaseNode, TextNode, TransformComponent

from matinee.errors import CatalogueError, SourceError
from matinee.index.embedding import Embedder, embedder_name
from matinee.index.llama_embedding import llama_embedding
from matinee.index.manifest import (
    BUILDING,
    DATA,
    LOCK,
    MANIFEST,
    QUARANTINE,
    SCHEMA,
    UNFINISHED,
    CatalogueInfo,
    SourceInfo,
    ours,
    read_manifest,
    write_manifest,
)
from matinee.index.proper import proper_nouns, with_proper_themes
from matinee.index.scan import SCAN_UP_TO
from matinee.index.snapshot import Snapshot, write_snapshot
from matinee.index.sources.row import BadRow
from matinee.index.sources.source import Source, starter_digest
from matinee.index.staging import Staging
from matinee.index.store import TitleVectorStore, node_of
from matinee.index.tone.fill import FillTones
from matinee.index.tone.shipped import shipped_digest

Progress = Callable[[int, int | None], None]
"""Called with what is done and what is to do: rows read (total unknown), then titles embedded."""

BATCH = 512
EMBEDDER = "embedder.txt"
"""Beside an unfinished table: who made its vectors."""


class EmbedNew(TransformComponent):
    """A step of the ingestion pipeline: embeds the nodes that have no vector yet."""

    embedder: BaseEmbedding

    def __call__(self, nodes: Sequence[BaseNode], **kwargs: Any) -> Sequence[BaseNode]:
        """The same nodes, all with a vector."""
        self.embedder([node for node in nodes if not node.embedding], **kwargs)
        return nodes


def build(
    sources: Sequence[Source], to: Path, embedder: Embedder, *, progress: Progress | None = None
) -> CatalogueInfo:
    """Build the catalogue of ``sources`` in the folder ``to``, replacing the one there; returns its manifest.

    Titles whose text has not changed keep their vectors. Rows that cannot be titles go to
    ``quarantine.jsonl`` in that folder, with source, line and reason.
    Raises :class:`SourceError` for an unusable source and :class:`CatalogueError` where the folder
    holds other files, is being built already, or cannot be written; then the old catalogue stands.
    """
    with build_lock(to):
        return build_locked(sources, to, embedder, progress=progress)


@contextmanager
def build_lock(to: Path, wait_s: float = 0.0) -> Iterator[None]:
    """The right to build in ``to``, which is made where missing; waits up to ``wait_s`` for another build."""
    with _writing(to):
        to.mkdir(parents=True, exist_ok=True)
        if not (to / MANIFEST).exists() and any(not ours(entry) for entry in to.iterdir()):
            raise CatalogueError(f"{to} holds other files: name a new or empty folder with --to.")
        lock = FileLock(to / LOCK, timeout=wait_s)
        try:
            lock.acquire()
        except Timeout:
            raise CatalogueError(f"another build is writing {to}: wait until it has ended.") from None
    try:
        yield
    finally:
        lock.release()


def build_locked(
    sources: Sequence[Source],
    to: Path,
    embedder: Embedder,
    *,
    progress: Progress | None = None,
    read_before: Sequence[SourceInfo] | None = None,
) -> CatalogueInfo:
    """:func:`build`, for a caller that holds the lock.

    ``read_before`` is what the first of ``sources`` was made of, where that is a catalogue's own titles.
    """
    report = progress or _silent
    work = to / BUILDING
    done = False
    try:
        with _writing(to):
            _set_aside(work, to / UNFINISHED)
            work.mkdir()
            with closing(Staging(work / "staging.sqlite")) as staging:
                read = _stage(sources, staging, work / QUARANTINE, report)
                dimension = len(embedder.get_text_embedding("film"))
                store = TitleVectorStore.create(work / "table", dimension)
                (work / EMBEDDER).write_text(f"{embedder_name(embedder)} {dimension}", encoding="utf-8")
                old = [_old_store(to, embedder), _unfinished(to / UNFINISHED, dimension, embedder)]
                _embed(staging, store, embedder, [s for s in old if s is not None], report)
                if len(staging) <= SCAN_UP_TO:
                    write_snapshot(work / "table", Snapshot(store.search.records(), store.search.vectors()))
                info = CatalogueInfo(
                    titles=len(staging),
                    version=staging.version(),
                    schema=SCHEMA,
                    embedder=embedder_name(embedder),
                    dimension=dimension,
                    sources=(*(read[:1] if read_before is None else read_before), *read[1:]),
                    made_by=made_by(),
                    built_at=datetime.now(UTC).replace(microsecond=0),
                    data=f"{DATA}{uuid.uuid4().hex[:12]}",
                )
            _put_in_force(work, to, info)
            done = True
    except KeyboardInterrupt:
        # what is embedded already serves the next build
        _set_aside(work, to / UNFINISHED)
        raise
    finally:
        shutil.rmtree(work, ignore_errors=True)
        if done:
            shutil.rmtree(to / UNFINISHED, ignore_errors=True)
    return info


def made_by() -> str:
    """What turns rows into titles here: the schema, the starter catalogue and the tone model."""
    return f"{SCHEMA}/{starter_digest()[:12]}/{shipped_digest()[:12]}"


def unchanged(sources: Sequence[Source], to: Path, embedder: Embedder) -> CatalogueInfo | None:
    """The manifest of the catalogue in ``to``, where building it of ``sources`` again would change nothing."""
    try:
        info = read_manifest(to)
    except CatalogueError:
        return None
    now = [(s.kind, s.place, s.digest) for s in sources]
    same = now == [(s.kind, s.place, s.digest) for s in info.sources] and all(digest for _, _, digest in now)
    return info if same and info.embedder == embedder_name(embedder) and info.made_by == made_by() else None


def _set_aside(work: Path, unfinished: Path) -> None:
    """Keep what a killed build left, unless an earlier one left more."""
    if not work.exists():
        return
    if (work / "table").exists() and _size(work / "table") >= _size(unfinished / "table"):
        shutil.rmtree(unfinished, ignore_errors=True)
        work.replace(unfinished)
        (unfinished / "staging.sqlite").unlink(missing_ok=True)
    else:
        shutil.rmtree(work)


def _size(folder: Path) -> int:
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()) if folder.exists() else 0


def _unfinished(folder: Path, dimension: int, embedder: Embedder) -> TitleVectorStore | None:
    """The table of a killed build, where the same embedder was at it."""
    try:
        if (folder / EMBEDDER).read_text(encoding="utf-8") != f"{embedder_name(embedder)} {dimension}":
            return None
        return TitleVectorStore.open(folder / "table")
    except (OSError, RuntimeError, ValueError):
        return None


def _silent(done: int, total: int | None) -> None:
    del done, total


def _stage(sources: Sequence[Source], staging: Staging, quarantine: Path, report: Progress) -> list[SourceInfo]:
    read: list[SourceInfo] = []
    done = 0
    with quarantine.open("w", encoding="utf-8") as file:
        for number, source in enumerate(sources):
            rows = bad = 0
            for rows, item in enumerate(source.rows, 1):
                if not isinstance(item, BadRow) and (why := staging.add(item, number)):
                    item = BadRow(rows, why, item.label)
                if isinstance(item, BadRow):
                    bad += 1
                    _quarantine(file, source, item)
                done += 1
                if done % BATCH == 0:
                    report(done, None)
            read.append(SourceInfo(kind=source.kind, place=source.place, digest=source.digest, rows=rows, bad=bad))
    if not len(staging):
        raise SourceError(f"there is no title in {', '.join(s.place or s.kind for s in sources) or 'no source'}.")
    return read


def _quarantine(file: IO[str], source: Source, row: BadRow) -> None:
    fault = {"source": source.place or source.kind, "line": row.line, "reason": row.reason, "row": row.text}
    file.write(json.dumps(fault, ensure_ascii=False) + "\n")


def _embed(
    staging: Staging, store: TitleVectorStore, embedder: Embedder, old: Sequence[TitleVectorStore], report: Progress
) -> None:
    # The pipeline's own cache would keep every node of the run in memory.
    pipeline = IngestionPipeline(
        transformations=[EmbedNew(embedder=llama_embedding(embedder)), FillTones(embedder=embedder)],
        vector_store=store,
        disable_cache=True,
    )
    total, done = len(staging), 0
    titles = with_proper_themes(staging, proper_nouns(staging))
    report(done, total)
    while batch := [node_of(title) for title in islice(titles, BATCH)]:
        known = {key: vector for store_ in old for key, vector in _known(store_, batch).items()}
        for node in batch:
            node.embedding = known.get((node.node_id, node.text))
        pipeline.run(nodes=batch)
        done += len(batch)
        report(done, total)
    store.index()


def _known(old: TitleVectorStore, batch: Sequence[TextNode]) -> dict[tuple[str, str], list[float]]:
    try:
        held = old.search.embedded(node.node_id for node in batch)
    except (OSError, RuntimeError, ValueError):
        # A damaged table is no reason not to build a sound one.
        return {}
    return {(ident, text): vector for ident, (text, vector) in held.items()}


def _old_store(to: Path, embedder: Embedder) -> TitleVectorStore | None:
    """The store in force, where this embedder made it: titles whose text has not changed keep their vectors."""
    try:
        info = read_manifest(to)
        return TitleVectorStore.open(to / info.data) if info.embedder == embedder_name(embedder) else None
    except (CatalogueError, OSError, RuntimeError, ValueError):
        return None


def _put_in_force(work: Path, to: Path, info: CatalogueInfo) -> None:
    old = _data_in_force(to)
    (work / "table").replace(to / info.data)
    write_manifest(to, info)
    (work / QUARANTINE).replace(to / QUARANTINE)
    for folder in to.glob(f"{DATA}*"):
        if folder.name not in {info.data, old}:
            shutil.rmtree(folder, ignore_errors=True)


def _data_in_force(to: Path) -> str | None:
    try:
        return read_manifest(to).data
    except CatalogueError:
        return None


@contextmanager
def _writing(to: Path) -> Iterator[None]:
    """Whatever goes wrong on disk becomes one line; LanceDB reports it as a RuntimeError."""
    try:
        yield
    except (OSError, sqlite3.Error, RuntimeError) as error:
        fix = "free some space, or name another folder with --to"
        raise CatalogueError(f"the catalogue cannot be written to {to} ({_why(error)}): {fix}.") from error


def _why(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    # Of LanceDB's "lance error: LanceError(IO): No space left, /source/file.rs:1:2" only the middle is of use.
    return str(error).splitlines()[0].split(", /")[0].removeprefix("lance error: ")[:200]
