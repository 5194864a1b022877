"""Broadcasts: what is said to many, each of its runs, and each of a run's recipients."""

from __future__ import annotations

from sqlalchemy import BigInteger, ForeignKey, Index, SmallInteger, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column

from db.cipher import Sealed
from db.models.base import Base, Big, Facts, Id, Moment, Word

OPEN_RUN = "state IN ('awaiting', 'scheduled', 'running', 'paused')"
WAITING_RECIPIENT = "state = 'waiting'"


class Broadcast(Base):
    """What is said to whom, and how often. It stays as it is once a run of it was confirmed. Business time."""

    __tablename__ = "broadcasts"

    id: Mapped[Id]
    organisation_id: Mapped[Big] = mapped_column(ForeignKey("organisations.id"), index=True)
    author_id: Mapped[Big] = mapped_column(ForeignKey("staff.id"))
    kind: Mapped[Word]
    """`rules.broadcasts.Kind`: what people may stop by itself."""
    template: Mapped[Word | None]
    """The ready-made one that it began with, by its slug."""
    texts: Mapped[str] = mapped_column(Sealed("broadcasts.texts"))
    """Telegram's HTML by language, as JSON."""
    variables: Mapped[str] = mapped_column(Sealed("broadcasts.variables"))
    """What the variables of the texts read, by variable and language, as JSON; a date as ISO."""
    buttons: Mapped[str] = mapped_column(Sealed("broadcasts.buttons"))
    """A list of `rules.broadcast_words.Button`, as JSON."""
    segment: Mapped[Facts]
    """`rules.segments.Segment`."""
    repeat: Mapped[Facts]
    """`rules.broadcasts.Repeat`."""
    by_rule: Mapped[bool] = mapped_column(default=False, server_default=false())
    """Whether a repeated run goes by rule, or waits for a person each time."""
    keep_hours: Mapped[int] = mapped_column(SmallInteger)
    """So long after a run began its letters may still be said."""
    created_at: Mapped[Moment]
    ended_at: Mapped[Moment | None]
    """Since when it does not come again."""


class BroadcastRun(Base):
    """One time that a broadcast goes out, with recipients of its own. Business time."""

    __tablename__ = "broadcast_runs"
    __table_args__ = (
        Index("ix_broadcast_runs_open", "id", postgresql_where=text(OPEN_RUN)),
        Index("ix_broadcast_runs_broadcast", "broadcast_id", "number", unique=True),
    )

    id: Mapped[Id]
    broadcast_id: Mapped[Big] = mapped_column(ForeignKey("broadcasts.id", ondelete="CASCADE"))
    number: Mapped[int]
    """Counted from 1 within the broadcast."""
    source_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("broadcast_runs.id", ondelete="SET NULL"))
    """The run whose failed recipients this one is for; None: the segment."""
    state: Mapped[Word]
    """`rules.broadcasts.State`."""
    due_at: Mapped[Moment | None]
    """When it begins; None while that is "now", as soon as it is confirmed."""
    expires_at: Mapped[Moment | None]
    """From then on nothing of it is said any more."""
    asked: Mapped[int] = mapped_column(server_default=text("0"))
    """How many it would have reached when it was asked for or planned: a second person confirms so many."""
    asked_at: Mapped[Moment | None]
    confirmed_by: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("staff.id"))
    confirmed_at: Mapped[Moment | None]
    started_at: Mapped[Moment | None]
    went_on_at: Mapped[Moment | None]
    """When it began, or went on last after a pause."""
    ended_at: Mapped[Moment | None] = mapped_column(index=True)
    upto: Mapped[int | None] = mapped_column(BigInteger)
    """Up to which person recipients stand already."""
    fixed_at: Mapped[Moment | None]
    """When the last recipient was fixed."""
    paid: Mapped[bool] = mapped_column(default=False, server_default=false())
    """Whether speed is paid for."""
    shown_at: Mapped[Moment | None]
    """When its progress was shown last."""
    changed_at: Mapped[Moment | None]
    """When its state changed last."""


class BroadcastRecipient(Base):
    """One person of a run, fixed when it began."""

    __tablename__ = "broadcast_recipients"
    __table_args__ = (
        UniqueConstraint("run_id", "person_id"),
        Index("ix_broadcast_recipients_waiting", "run_id", "id", postgresql_where=text(WAITING_RECIPIENT)),
        Index("ix_broadcast_recipients_state", "run_id", "state"),
    )

    id: Mapped[Id]
    run_id: Mapped[Big] = mapped_column(ForeignKey("broadcast_runs.id", ondelete="CASCADE"))
    person_id: Mapped[Big] = mapped_column(ForeignKey("people.id"), index=True)
    state: Mapped[Word] = mapped_column(server_default="waiting")
    """`rules.broadcasts.RecipientState`."""
    reason: Mapped[Word | None]
    """Why it was not sent: `rules.broadcasts.Reason`, or a word of the deliverer's."""
    turn: Mapped[int] = mapped_column(SmallInteger, server_default=text("0"))
    """How often a letter was written for them: each time it is one of its own."""
    settled_at: Mapped[Moment | None]
    """When it was sent, or known not to be."""
