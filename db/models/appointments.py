"""Appointments, the times that are offered for them, and when a specialist sees people. Business time."""

from __future__ import annotations

from datetime import date

from sqlalchemy import BigInteger, ForeignKey, Index, SmallInteger, UniqueConstraint, literal_column, text
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.cipher import Sealed
from db.models.base import Base, Big, Id, Moment, Word

SEATED_APPOINTMENT = "state IN ('held', 'confirmed')"


class Specialist(Base):
    """A staff member who set when and where they see people; without a row the organisation's hours hold."""

    __tablename__ = "specialists"

    staff_id: Mapped[Big] = mapped_column(ForeignKey("staff.id"), primary_key=True)
    at_once: Mapped[int] = mapped_column(SmallInteger)
    """How many people they see at once."""
    place: Mapped[str | None] = mapped_column(Sealed("specialists.place"))
    video: Mapped[str | None] = mapped_column(Sealed("specialists.video"))
    """The link under which they are seen."""
    changed_at: Mapped[Moment]


class SpecialistHours(Base):
    """Local hours of a weekday in which a specialist sees people."""

    __tablename__ = "specialist_hours"

    id: Mapped[Id]
    staff_id: Mapped[Big] = mapped_column(ForeignKey("staff.id"), index=True)
    weekday: Mapped[int] = mapped_column(SmallInteger)
    """From 0, a Monday."""
    opens: Mapped[int] = mapped_column(SmallInteger)
    """Minutes of the local day."""
    closes: Mapped[int] = mapped_column(SmallInteger)


class SpecialistDayOff(Base):
    """A local date on which a specialist sees nobody."""

    __tablename__ = "specialist_days_off"

    staff_id: Mapped[Big] = mapped_column(ForeignKey("staff.id"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)


class Appointment(Base):
    """One meeting of a person with a specialist, whatever its time becomes."""

    __tablename__ = "appointments"
    __table_args__ = (
        # Core ranges alone: no extension has to be there. A seat is one of `specialists.at_once`.
        ExcludeConstraint(
            (literal_column("int8range(staff_id, staff_id, '[]')"), "&&"),
            (literal_column("int4range(seat::int, seat::int, '[]')"), "&&"),
            (literal_column("tstzrange(starts_at, ends_at)"), "&&"),
            name="ex_appointments_seat",
            using="gist",
            where=text(SEATED_APPOINTMENT),
        ),
        Index("ix_appointments_of_staff", "staff_id", "starts_at", postgresql_where=text("starts_at IS NOT NULL")),
        Index("ix_appointments_unsettled", "lapses_at", postgresql_where=text("lapses_at IS NOT NULL")),
    )

    id: Mapped[Id]
    organisation_id: Mapped[Big] = mapped_column(ForeignKey("organisations.id"))
    case_id: Mapped[Big] = mapped_column(ForeignKey("cases.id"), index=True)
    person_id: Mapped[Big] = mapped_column(ForeignKey("people.id"), index=True)
    staff_id: Mapped[Big] = mapped_column(ForeignKey("staff.id"))
    """Whom the person meets."""
    offered_by: Mapped[Big] = mapped_column(ForeignKey("staff.id"))
    state: Mapped[Word]
    """`rules.appointments.AppointmentState`."""
    way: Mapped[Word]
    minutes: Mapped[int] = mapped_column(SmallInteger)
    place: Mapped[str | None] = mapped_column(Sealed("appointments.place"))
    """The address, or the link of a video meeting, as it was when it was offered."""
    starts_at: Mapped[Moment | None]
    ends_at: Mapped[Moment | None]
    seat: Mapped[int | None] = mapped_column(SmallInteger)
    held_until: Mapped[Moment | None]
    uid: Mapped[Word] = mapped_column(unique=True)
    """By which calendars know it, whatever its time becomes."""
    sequence: Mapped[int] = mapped_column(SmallInteger)
    """How often calendars have to change it."""
    rounds: Mapped[int] = mapped_column(SmallInteger)
    """How often times were offered."""
    coming_at: Mapped[Moment | None]
    """When they said, asked by a reminder, that they come."""
    lapses_at: Mapped[Moment | None]
    """When the last time that is offered begins, while nobody has confirmed one."""
    replaces_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("appointments.id", ondelete="CASCADE"))
    """Of a draft: the appointment for which these times are offered anew."""
    made_at: Mapped[Moment]
    ended_at: Mapped[Moment | None]


class AppointmentTime(Base):
    """A time that is offered."""

    __tablename__ = "appointment_times"
    __table_args__ = (UniqueConstraint("appointment_id", "starts_at"),)

    id: Mapped[Id]
    appointment_id: Mapped[Big] = mapped_column(ForeignKey("appointments.id", ondelete="CASCADE"))
    starts_at: Mapped[Moment]
