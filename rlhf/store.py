"""The turn store: turns and feedback in SQLite (WAL) or any database SQLAlchemy speaks to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, func, inspect, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.orm import Session

from matinee.agent.log import Signal, Standing, Undone
from matinee.agent.turn import Turn
from matinee.errors import StoreError
from matinee.rlhf.tables import FeedbackRow, ImportRow, MarkRow, TurnRow

HEAD = "0002"
"""The newest migration; an older database is brought up to it when opened."""


LIKED, DISLIKED = 0.75, 0.4
"""An imported rating from the one on, or up to the other, counts as a thumb."""


@dataclass(frozen=True)
class Marked:
    """What an import says of one title."""

    title_id: str
    mark: str
    """``seen``, ``rated`` or ``wanted``."""
    name: str
    """As the service wrote it."""
    rating: float | None = None
    """0 to 1."""
    day: date | None = None

    def differs(self, other: Marked) -> bool:
        """Whether this says something else, or something newer, than what is stored."""
        return (self.mark, self.rating, self.day) != (other.mark, other.rating, other.day)


class Store:
    """Implements :class:`matinee.agent.log.TurnLog`. Every write is committed, with a full sync, before it returns."""

    def __init__(self, url: str) -> None:
        self._engine = _engine(url)
        with self._errors():
            _migrate(self._engine)

    def record(self, turn: Turn) -> None:
        """Store ``turn``; storing the same turn again changes nothing."""
        row = TurnRow(
            id=turn.id,
            conversation=turn.conversation,
            user=turn.user,
            created=turn.created,
            message=_storable(turn.message),
            reply=turn.reply,
            model=turn.model,
            policy=turn.policy,
            record=turn.model_dump(mode="json"),
        )
        with self._session() as session:
            session.merge(row)

    def feedback(
        self, *, turn_id: str, user: str, signal: Signal, title_id: str | None = None, comment: str | None = None
    ) -> int:
        """Store feedback and return its number; a thumb replaces an opposite thumb on the same thing.

        Raises :class:`StoreError` where the turn is not there.
        """
        now = datetime.now(UTC)
        with self._session() as session:
            if session.get(TurnRow, turn_id) is None:
                raise StoreError(f"there is no turn {turn_id} to give feedback on")
            if signal in {"like", "dislike"}:
                earlier = select(FeedbackRow).where(
                    FeedbackRow.turn_id == turn_id,
                    FeedbackRow.user == user,
                    FeedbackRow.title_id == title_id if title_id else FeedbackRow.title_id.is_(None),
                    FeedbackRow.signal.in_(("like", "dislike")),
                    FeedbackRow.undone.is_(None),
                )
                for row in session.scalars(earlier):
                    row.undone = now
            added = FeedbackRow(
                turn_id=turn_id, user=user, signal=signal, title_id=title_id,
                comment=_storable(comment) if comment else None, created=now,
            )  # fmt: skip
            session.add(added)
            session.flush()
            return added.id

    def undo(self, *, user: str, conversation: str | None = None) -> Undone | None:
        """Take back the user's latest standing feedback and return it; None where there is none.

        With ``conversation``, only feedback on that conversation's turns.
        """
        query = select(FeedbackRow).where(FeedbackRow.user == user, FeedbackRow.undone.is_(None))
        if conversation is not None:
            query = query.join(TurnRow, TurnRow.id == FeedbackRow.turn_id).where(TurnRow.conversation == conversation)
        with self._session() as session:
            row = session.scalars(query.order_by(FeedbackRow.id.desc()).limit(1)).first()
            if row is None:
                return None
            row.undone = datetime.now(UTC)
            # what this thumb had replaced stands again
            replaced = select(FeedbackRow).where(
                FeedbackRow.turn_id == row.turn_id,
                FeedbackRow.user == user,
                FeedbackRow.title_id == row.title_id if row.title_id else FeedbackRow.title_id.is_(None),
                FeedbackRow.undone == row.created,
            )
            for old in session.scalars(replaced):
                old.undone = None
            return Undone(signal=row.signal, title_id=row.title_id)

    def standing(self, user: str) -> Standing:
        """What the user's standing feedback says about single titles; the latest thumb on a title counts."""
        query = (
            select(FeedbackRow.signal, FeedbackRow.title_id)
            .where(FeedbackRow.user == user, FeedbackRow.undone.is_(None), FeedbackRow.title_id.is_not(None))
            .order_by(FeedbackRow.id)
        )
        seen: dict[str, None] = {}
        thumbs: dict[str, str] = {}
        with self._session() as session:
            held = _held(session, user)
            given = list(session.execute(query))
        for ident, row in held.items():
            if row.mark != "wanted":
                seen[ident] = None
            if row.rating is not None and not DISLIKED < row.rating < LIKED:
                thumbs[ident] = "like" if row.rating >= LIKED else "dislike"
        for signal, title in given:
            assert title is not None
            if signal == "seen":
                seen[title] = None
            elif signal in {"like", "dislike"}:
                thumbs[title] = signal
        return Standing(
            seen=tuple(seen),
            liked=tuple(t for t, s in thumbs.items() if s == "like"),
            disliked=tuple(t for t, s in thumbs.items() if s == "dislike"),
            wanted=tuple(ident for ident, row in held.items() if row.mark == "wanted" and ident not in seen),
        )

    def import_marks(self, *, user: str, service: str, file: str, marks: Sequence[Marked]) -> int:
        """Store what an export says, all of it or nothing; returns how many marks are new to this user.

        The same export again adds nothing.
        """
        with self._session() as session:
            held = _held(session, user)
            fresh = [m for m in marks if m.title_id not in held or m.differs(held[m.title_id])]
            if fresh:
                batch = ImportRow(user=user, service=service, file=_storable(file), created=datetime.now(UTC))
                session.add(batch)
                session.flush()
                session.add_all(
                    MarkRow(import_id=batch.id, title_id=m.title_id, mark=m.mark, rating=m.rating, day=m.day,
                            name=_storable(m.name))
                    for m in fresh
                )  # fmt: skip
            return len(fresh)

    def undo_import(self, *, user: str) -> tuple[str, str, int] | None:
        """Take back the user's latest import; its service, file and number of marks, or None where there is none."""
        query = select(ImportRow).where(ImportRow.user == user, ImportRow.undone.is_(None))
        with self._session() as session:
            row = session.scalars(query.order_by(ImportRow.id.desc()).limit(1)).first()
            if row is None:
                return None
            row.undone = datetime.now(UTC)
            count = session.scalar(select(func.count()).select_from(MarkRow).where(MarkRow.import_id == row.id)) or 0
            return row.service, row.file, count

    def marks(self, user: str) -> list[Marked]:
        """What the user's imports say, one mark a title, latest day first."""
        with self._session() as session:
            found = _held(session, user).values()
        return sorted(found, key=lambda m: (m.day is None, -(m.day.toordinal() if m.day else 0), m.name))

    def turns(self, *, conversation: str | None = None, user: str | None = None) -> Iterator[Turn]:
        """The stored turns, oldest first."""
        query = select(TurnRow).order_by(TurnRow.created, TurnRow.id)
        if conversation is not None:
            query = query.where(TurnRow.conversation == conversation)
        if user is not None:
            query = query.where(TurnRow.user == user)
        with self._session() as session:
            for row in session.scalars(query.execution_options(yield_per=200)):
                yield Turn.model_validate(row.record)

    def given(self, *, user: str | None = None, standing: bool = True) -> Sequence[dict[str, Any]]:
        """Feedback as plain rows, oldest first: id, turn_id, user, signal, title_id, comment, created, undone."""
        query = select(FeedbackRow).order_by(FeedbackRow.id)
        if user is not None:
            query = query.where(FeedbackRow.user == user)
        if standing:
            query = query.where(FeedbackRow.undone.is_(None))
        columns = [c.key for c in inspect(FeedbackRow).column_attrs]
        with self._session() as session:
            return [{key: getattr(row, key) for key in columns} for row in session.scalars(query)]

    def count(self) -> int:
        """How many turns are stored."""
        with self._session() as session:
            return session.scalar(select(func.count()).select_from(TurnRow)) or 0

    @property
    def place(self) -> str:
        """Where the turns are, without a password."""
        return self._engine.url.render_as_string(hide_password=True)

    def close(self) -> None:
        """Give back the connections."""
        self._engine.dispose()

    @contextmanager
    def _session(self) -> Iterator[Session]:
        with self._errors(), Session(self._engine) as session, session.begin():
            yield session

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError as error:
            cause = str(getattr(error, "orig", None) or error).splitlines()[0]
            raise StoreError(f"the turn store {self.place} cannot be used: {cause}. See `matinee doctor`.") from error


def _held(session: Session, user: str) -> dict[str, Marked]:
    """The marks of imports that were not undone, by title; the latest import's word on each."""
    query = (
        select(MarkRow)
        .join(ImportRow, ImportRow.id == MarkRow.import_id)
        .where(ImportRow.user == user, ImportRow.undone.is_(None))
        .order_by(MarkRow.id)
    )
    return {r.title_id: Marked(r.title_id, r.mark, r.name, r.rating, r.day) for r in session.scalars(query)}


def _engine(url: str) -> Engine:
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "sqlite" and parsed.database not in (None, "", ":memory:"):
            Path(str(parsed.database)).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(parsed)
    except OSError as error:
        raise StoreError(f"{error.filename}: cannot make the folder of the turn store ({error.strerror}).") from error
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        reason = str(error).splitlines()[0]
        raise StoreError(f"MATINEE_DATABASE is no usable SQLAlchemy URL: {reason}") from error
    if parsed.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _tune_sqlite)
    return engine


def _tune_sqlite(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA busy_timeout = 15000")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _migrate(engine: Engine) -> None:
    with engine.begin() as connection:
        if _revision(connection) == HEAD:
            return
        # imported only here: most starts find the database up to date
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(files("matinee") / "rlhf" / "migrations"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _storable(words: str) -> str:
    """PostgreSQL takes no NUL, and nobody takes lone surrogates."""
    return words.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
