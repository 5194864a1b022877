"""The duty roster, and who was called when somebody was in danger."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, SmallInteger, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Big, Id, Moment, Word


class DutyShift(Base):
    """A staff member is on duty. Times are business time; the row stays when the shift is taken out of the roster."""

    __tablename__ = "duty_shifts"
    __table_args__ = (
        Index("ix_duty_shifts_ahead", "organisation_id", "ends_at", postgresql_where=text("removed_at IS NULL")),
    )

    id: Mapped[Id]
    organisation_id: Mapped[Big] = mapped_column(ForeignKey("organisations.id"))
    staff_id: Mapped[Big] = mapped_column(ForeignKey("staff.id"))
    place: Mapped[int] = mapped_column(SmallInteger)
    """In which order those on duty at the same time are called, from 1 on."""
    starts_at: Mapped[Moment]
    ends_at: Mapped[Moment]
    written_by: Mapped[Big] = mapped_column(ForeignKey("staff.id"))
    """Who changed it last."""
    removed_at: Mapped[Moment | None]


class AlarmCall(Base):
    """Somebody of staff was called because of an alarm: one row for each of them and round."""

    __tablename__ = "alarm_calls"
    __table_args__ = (UniqueConstraint("alarm_id", "round", "staff_id"),)

    id: Mapped[Id]
    alarm_id: Mapped[Big] = mapped_column(ForeignKey("alarms.id"))
    round: Mapped[int]
    """Counted over the whole alarm, from 0."""
    staff_id: Mapped[Big] = mapped_column(ForeignKey("staff.id"))
    rung: Mapped[Word]
    """`rules.duty.Rung`; `over`: once more, since the promise to the person is over."""
    called_at: Mapped[Moment]
