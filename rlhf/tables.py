"""The tables of the turn store."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Date, DateTime, Float, ForeignKey, Index, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """Metadata of every table."""


class TurnRow(Base):
    """One turn, whole: ``record`` holds the turn as JSON, the columns what is searched by."""

    __tablename__ = "turns"

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    conversation: Mapped[str] = mapped_column(Text, index=True)
    user: Mapped[str] = mapped_column(Text, index=True)
    created: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    message: Mapped[str] = mapped_column(Text)
    reply: Mapped[str] = mapped_column(Text)
    model: Mapped[str] = mapped_column(Text)
    policy: Mapped[str] = mapped_column(Text, index=True)
    record: Mapped[dict[str, Any]] = mapped_column(JSON)


class FeedbackRow(Base):
    """One piece of feedback on a turn, or on one title of it. Undone feedback stays, with the time of its undoing."""

    __tablename__ = "feedback"
    __table_args__ = (Index("feedback_user_standing", "user", "undone"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    turn_id: Mapped[str] = mapped_column(ForeignKey("turns.id"), index=True)
    user: Mapped[str] = mapped_column(Text)
    signal: Mapped[str] = mapped_column(Text)
    title_id: Mapped[str | None] = mapped_column(Text)
    comment: Mapped[str | None] = mapped_column(Text)
    created: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    undone: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class ImportRow(Base):
    """One import of a viewing history. An undone one stays, with the time of its undoing."""

    __tablename__ = "imports"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    user: Mapped[str] = mapped_column(Text, index=True)
    service: Mapped[str] = mapped_column(Text)
    file: Mapped[str] = mapped_column(Text)
    created: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    undone: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class MarkRow(Base):
    """What an import says of one title; the latest import's word counts."""

    __tablename__ = "marks"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    import_id: Mapped[int] = mapped_column(ForeignKey("imports.id"), index=True)
    title_id: Mapped[str] = mapped_column(Text)
    mark: Mapped[str] = mapped_column(Text)
    rating: Mapped[float | None] = mapped_column(Float)
    day: Mapped[date | None] = mapped_column(Date)
    name: Mapped[str] = mapped_column(Text)
