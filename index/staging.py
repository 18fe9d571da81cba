"""Staging: titles on their way into a catalogue, on disk, each identity and each id once."""

from __future__ import annotations

import hashlib
import json
import math
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from matinee.index.merge import merge
from matinee.index.title import Title

FEWEST_VOTES = 10_000
"""The votes that count as full fame where no title of a catalogue has more."""


class Staging:
    """A table of titles in one SQLite file, so that memory stays flat however many there are."""

    def __init__(self, file: Path) -> None:
        self._db = sqlite3.connect(file, isolation_level=None)
        # A killed build starts again from nothing, so its staging needs no journal.
        self._db.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; "
            "CREATE TABLE titles (id TEXT PRIMARY KEY, identity TEXT NOT NULL UNIQUE, record TEXT NOT NULL) "
            "WITHOUT ROWID; BEGIN"
        )
        self._most_votes = FEWEST_VOTES

    def add(self, title: Title) -> str | None:
        """Take ``title`` in, merged into an earlier record of the same identity.

        Returns why it cannot be taken where its id already belongs to another title, else None.
        """
        identity = json.dumps(title.identity, ensure_ascii=False)
        held = self._db.execute("SELECT record FROM titles WHERE identity = ?", (identity,)).fetchone()
        if held is not None:
            title = merge(Title.model_validate_json(held[0]), title)
        else:
            owner = self._db.execute("SELECT record FROM titles WHERE id = ?", (title.id,)).fetchone()
            if owner is not None:
                return f"id {title.id[:80]!r} already belongs to {Title.model_validate_json(owner[0]).label}"
        self._most_votes = max(self._most_votes, title.votes or 0)
        record = title.model_dump_json(exclude_defaults=True)
        self._db.execute("INSERT OR REPLACE INTO titles VALUES (?, ?, ?)", (title.id, identity, record))
        return None

    def __len__(self) -> int:
        count: int = self._db.execute("SELECT count(*) FROM titles").fetchone()[0]
        return count

    def __iter__(self) -> Iterator[Title]:
        """All titles by id; one whose fame is unknown gets it from its votes, on a logarithmic scale."""
        for (record,) in self._db.execute("SELECT record FROM titles ORDER BY id"):
            title = Title.model_validate_json(record)
            if title.fame is None and title.votes:
                fame = math.log1p(title.votes) / math.log1p(self._most_votes)
                title = title.model_copy(update={"fame": round(fame, 3)})
            yield title

    def version(self) -> str:
        """A hash of the content, the same for the same titles in whatever order they came."""
        digest = hashlib.sha256()
        for (record,) in self._db.execute("SELECT record FROM titles ORDER BY id"):
            digest.update(record.encode() + b"\n")
        return digest.hexdigest()[:16]

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()
