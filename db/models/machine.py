"""The machine's own rows: who works, conversations in progress, jobs that ran, backups, what Telegram was told."""

from __future__ import annotations

from datetime import date

from sqlalchemy import BigInteger, ForeignKey, SmallInteger, String, func, text
from sqlalchemy.orm import Mapped, mapped_column

from db.cipher import Sealed
from db.models.base import Base, Big, Facts, Id, Moment, Word


class Worker(Base):
    """One running process. What it has claimed is its own as long as this row lives; see `db.repositories.workers`."""

    __tablename__ = "workers"

    id: Mapped[Id]
    machine: Mapped[Word]
    """Where the process number means something: the machine's boot and its process namespace."""
    pid: Mapped[int]
    started: Mapped[Word]
    """The process's own start time as the kernel counts it: tells a reused number from the same process."""
    beats: Mapped[Big] = mapped_column(server_default=text("0"))
    """Grows while the process lives; others watch whether it grows, no clock is compared."""
    joined_at: Mapped[Moment] = mapped_column(server_default=func.clock_timestamp())


class RoleLease(Base):
    """A role that one process holds at a time: `poller`. It ends with its worker."""

    __tablename__ = "role_leases"

    role: Mapped[Word] = mapped_column(primary_key=True)
    worker_id: Mapped[Big] = mapped_column(ForeignKey("workers.id", ondelete="CASCADE"))
    taken_at: Mapped[Moment] = mapped_column(server_default=func.clock_timestamp())


class BudgetNote(Base):
    """A call that a process is about to make, told to the others that share the bot's budget; or a pause that Telegram
    asked for. Forgotten after some minutes; see `db.repositories.budget`.
    """

    __tablename__ = "budget_notes"

    id: Mapped[Id]
    worker_id: Mapped[Big]
    chat_id: Mapped[int | None] = mapped_column(BigInteger)
    priority: Mapped[int] = mapped_column(SmallInteger)
    letter_id: Mapped[int | None] = mapped_column(BigInteger)
    """The letter that the call is for; None for what is answered at once and for further calls of a letter."""
    pause: Mapped[float | None]
    """Seconds from `noted_at` on in which the chat (None: Telegram at all) is not to be called: no call, a pause."""
    noted_at: Mapped[Moment] = mapped_column(server_default=func.clock_timestamp())
    started_at: Mapped[Moment | None]
    ended_at: Mapped[Moment | None]


class TelegramContact(Base):
    """When Telegram was last heard, by bot: Telegram keeps what it could not deliver for a day only."""

    __tablename__ = "telegram_contacts"

    bot_id: Mapped[Big] = mapped_column(primary_key=True, autoincrement=False)
    heard_at: Mapped[Moment]
    """Real time (PostgreSQL's), never business time."""
    restored_at: Mapped[Moment | None]
    """The database was put back from a backup then: whatever came after `heard_at` is not in it."""


class Backup(Base):
    """A backup that was finished: the file itself lies elsewhere."""

    __tablename__ = "backups"

    id: Mapped[Id]
    taken_at: Mapped[Moment]
    """Real time at which the snapshot was taken."""
    bytes: Mapped[Big]
    file: Mapped[str] = mapped_column(String(255))
    """The file's name without its folder."""
    fingerprint: Mapped[Word]
    """Of the key ring that opens it."""
    revision: Mapped[Word]


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


class JobResult(Base):
    """How the last run of a job went, whichever process ran it. Real time (PostgreSQL's); no personal data."""

    __tablename__ = "job_results"

    job: Mapped[Word] = mapped_column(primary_key=True)
    ran_at: Mapped[Moment]
    """When it began."""
    took_ms: Mapped[Big]
    error: Mapped[Word | None]
    """The class of the error that ended it; None: it went well."""
    ok_at: Mapped[Moment | None]
    """When it began the last time that it went well."""
    did_at: Mapped[Moment | None]
    """When it began the last time that it found something to do: most runs don't."""
    counts: Mapped[Facts]
    """What it did then, in numbers by word."""


class Hold(Base):
    """What one process asks all others to leave for a while: `broadcasts`, before a backup. Real time."""

    __tablename__ = "holds"

    what: Mapped[Word] = mapped_column(primary_key=True)
    holder: Mapped[Word]
    until: Mapped[Moment]
    """Whoever holds may die: from then on it counts no more."""


class ToldTelegram(Base):
    """What was last set at Telegram (commands, descriptions), so that it is set only when it changed."""

    __tablename__ = "told_telegram"

    key: Mapped[str] = mapped_column(String(96), primary_key=True)
    digest: Mapped[Word]
