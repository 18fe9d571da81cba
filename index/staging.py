"""Staging: titles on their way into a catalogue, on disk, each identity and each id once."""

from __future__ import annotations

import hashlib
import json
import math
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from matinee.index.merge import merge
from matinee.index.same import loose_keys, name_keys, same_title
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
            "WITHOUT ROWID; "
            "CREATE TABLE names (key TEXT, id TEXT, PRIMARY KEY (key, id)) WITHOUT ROWID; "
            "CREATE TABLE given (id TEXT, source INTEGER, PRIMARY KEY (id, source)) WITHOUT ROWID; BEGIN"
        )
        self._most_votes = FEWEST_VOTES

    def add(self, title: Title, source: int = 0) -> str | None:
        """Take ``title`` in, merged into an earlier record of the same identity.

        A record of another ``source`` is merged too where :func:`same_title` says that it is the same; one source
        tells its own titles apart. Of a series dated differently the earliest year stands.
        Returns why it cannot be taken where its id already belongs to another title, else None.
        """
        identity = json.dumps(title.identity, ensure_ascii=False)
        held = self._record("identity = ?", identity) or self._elsewhere(title, source)
        if held is not None:
            title = self._merged(held, title)
        elif owner := self._record("id = ?", title.id):
            return f"id {title.id[:80]!r} already belongs to {owner.label}"
        self._most_votes = max(self._most_votes, title.votes or 0)
        record = title.model_dump_json(exclude_defaults=True)
        identity = json.dumps(title.identity, ensure_ascii=False)
        self._db.execute("INSERT OR REPLACE INTO titles VALUES (?, ?, ?)", (title.id, identity, record))
        keys = [(key, title.id) for key in (*name_keys(title), *loose_keys(title))]
        self._db.executemany("INSERT OR IGNORE INTO names VALUES (?, ?)", keys)
        self._db.execute("INSERT OR IGNORE INTO given VALUES (?, ?)", (title.id, source))
        return None

    def _record(self, condition: str, value: str) -> Title | None:
        held = self._db.execute(f"SELECT record FROM titles WHERE {condition}", (value,)).fetchone()
        return Title.model_validate_json(held[0]) if held else None

    def _elsewhere(self, title: Title, source: int) -> Title | None:
        """The record of ``title`` that other sources gave, the one nearest in year."""
        if source == 0:
            return None
        ids: set[str] = set()
        for key in (*name_keys(title), *loose_keys(title)):
            query = (
                "SELECT id FROM names WHERE key = ? "
                "AND NOT EXISTS (SELECT 1 FROM given WHERE given.id = names.id AND source = ?)"
            )
            ids.update(ident for (ident,) in self._db.execute(query, (key, source)))
        records = [record for ident in sorted(ids) if (record := self._record("id = ?", ident))]
        same = [record for record in records if same_title(record, title)]
        return min(same, key=lambda record: (abs(record.year - title.year), record.id), default=None)

    def _merged(self, held: Title, title: Title) -> Title:
        both = merge(held, title)
        if both.kind == "series" and title.year < both.year:
            earlier = both.model_copy(update={"year": title.year})
            if self._record("identity = ?", json.dumps(earlier.identity, ensure_ascii=False)) is None:
                return earlier
        return both

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
