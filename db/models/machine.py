"""The machine's own rows: conversations in progress, jobs that ran, what Telegram was told about the bot."""

from __future__ import annotations

from datetime import date

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from db.cipher import Sealed
from db.models.base import Base, Moment, Word


class Conversation(Base):
    """State and data of a conversation, part of the update's own transaction."""

    __tablename__ = "conversations"

    key: Mapped[str] = mapped_column(String(96), primary_key=True)
    """bot:chat:thread:user."""
    state: Mapped[Word | None]
    data: Mapped[str | None] = mapped_column(Sealed("conversations.data"))
    touched_at: Mapped[Moment]


class JobRun(Base):
    """One run of a once-a-day job: unique by local date, whatever the number of replicas."""

    __tablename__ = "job_runs"

    job: Mapped[Word] = mapped_column(primary_key=True)
    local_date: Mapped[date] = mapped_column(primary_key=True)
    ran_at: Mapped[Moment]


class ToldTelegram(Base):
    """What was last set at Telegram (commands, descriptions), so that it is set only when it changed."""

    __tablename__ = "told_telegram"

    key: Mapped[str] = mapped_column(String(96), primary_key=True)
    digest: Mapped[Word]
