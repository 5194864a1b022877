"""Reminders, what people do not want to be reminded of, and the deadlines of cases."""

from __future__ import annotations

from sqlalchemy import BigInteger, ForeignKey, Index, SmallInteger, String, text
from sqlalchemy.orm import Mapped, mapped_column

from db.cipher import Sealed
from db.models.base import Base, Big, Id, Moment, Word

WAITING_REMINDER = "state = 'waiting'"


class Reminder(Base):
    """Something to be told at its time, once. All moments are business time."""

    __tablename__ = "reminders"
    __table_args__ = (
        Index("ix_reminders_due", "due_at", "id", postgresql_where=text(WAITING_REMINDER)),
        Index("ix_reminders_case", "case_id", postgresql_where=text(WAITING_REMINDER)),
        Index("ix_reminders_person", "person_id", postgresql_where=text("person_id IS NOT NULL")),
        Index("ix_reminders_staff", "staff_id", postgresql_where=text(f"{WAITING_REMINDER} AND staff_id IS NOT NULL")),
        Index("uq_reminders_person_draft", "person_id", unique=True, postgresql_where=text("state = 'draft'")),
        Index("ix_reminders_settled", "settled_at", postgresql_where=text("settled_at IS NOT NULL")),
    )

    id: Mapped[Id]
    kind: Mapped[Word]
    """`rules.catalogue.ReminderKind`."""
    step: Mapped[int] = mapped_column(SmallInteger, server_default=text("0"))
    """The place in the kind's ladder."""
    unique_key: Mapped[str] = mapped_column(String(160), unique=True)
    state: Mapped[Word] = mapped_column(server_default="waiting")
    """`draft` while the person is asked for a time · `waiting` · `written` · `late` · `gone` · `cancelled`."""
    person_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("people.id"))
    """Who is reminded; None where staff are."""
    staff_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("staff.id"))
    """Whose morning digest it is; of other kinds the readers are found when it is due."""
    case_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("cases.id"))
    deadline_id: Mapped[int | None] = mapped_column(
        BigInteger, ForeignKey("case_deadlines.id", ondelete="CASCADE"), index=True
    )
    subject: Mapped[int | None] = mapped_column(BigInteger)
    """What in the case is meant, where that is a row of its own."""
    about_at: Mapped[Moment | None]
    """The moment that it is about: when the deadline ends, or by when we promised."""
    words: Mapped[str | None] = mapped_column(Sealed("reminders.words"))
    """The person's own words, of a reminder of their own."""
    due_at: Mapped[Moment]
    expires_at: Mapped[Moment | None]
    """From then on it would be stale; None: as long as it is true."""
    snoozed: Mapped[int] = mapped_column(SmallInteger, server_default=text("0"))
    """How often it was put off: each time it is a letter of its own."""
    planned_at: Mapped[Moment]
    settled_at: Mapped[Moment | None]


class ReminderStop(Base):
    """A kind that a person does not want to be reminded of."""

    __tablename__ = "reminder_stops"

    person_id: Mapped[Big] = mapped_column(ForeignKey("people.id"), primary_key=True)
    kind: Mapped[Word] = mapped_column(primary_key=True)
    stopped_at: Mapped[Moment]


class CaseDeadline(Base):
    """A deadline that a case has, by the version of the rule that was in force when it began. Business time."""

    __tablename__ = "case_deadlines"
    __table_args__ = (
        Index("uq_case_deadlines_open", "case_id", "rule", unique=True, postgresql_where=text("ended_at IS NULL")),
        Index("ix_case_deadlines_due", "due_at", postgresql_where=text("ended_at IS NULL")),
    )

    id: Mapped[Id]
    case_id: Mapped[Big] = mapped_column(ForeignKey("cases.id"), index=True)
    rule: Mapped[Word]
    version: Mapped[Word]
    started_at: Mapped[Moment]
    due_at: Mapped[Moment]
    paused_at: Mapped[Moment | None]
    """Since when it stands still."""
    extended_at: Mapped[Moment | None]
    extended_reason: Mapped[Word | None]
    """A slug of the catalogue's reasons."""
    met_at: Mapped[Moment | None]
    """When what must happen had happened; None in one that ended otherwise."""
    ended_at: Mapped[Moment | None]
    """Met, or not needed any more."""
