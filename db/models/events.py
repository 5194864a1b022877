"""Group events with their dates, and who has or wants a seat. Business time."""

from __future__ import annotations

from datetime import date

from sqlalchemy import BigInteger, ForeignKey, Index, SmallInteger, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from db.cipher import Sealed
from db.models.base import Base, Big, Id, Moment, Word

STANDING_SEAT = "state IN ('signed', 'waiting', 'offered')"


class GroupEvent(Base):
    """A meeting for several people, once or as a series."""

    __tablename__ = "group_events"
    __table_args__ = (Index("uq_group_events_draft", "made_by", unique=True, postgresql_where=text("state = 'draft'")),)

    id: Mapped[Id]
    organisation_id: Mapped[Big] = mapped_column(ForeignKey("organisations.id"), index=True)
    made_by: Mapped[Big] = mapped_column(ForeignKey("staff.id"))
    state: Mapped[Word]
    """`rules.events.EventState`."""
    title: Mapped[str | None] = mapped_column(Sealed("group_events.title"))
    place: Mapped[str | None] = mapped_column(Sealed("group_events.place"))
    places: Mapped[int | None] = mapped_column(SmallInteger)
    minutes: Mapped[int | None] = mapped_column(SmallInteger)
    day: Mapped[date | None]
    """The local date of the first one."""
    starts: Mapped[int | None] = mapped_column(SmallInteger)
    """Minutes of the local day."""
    repeat: Mapped[Word | None]
    count: Mapped[int | None] = mapped_column(SmallInteger)
    token: Mapped[Word] = mapped_column(unique=True)
    """Stands in the link by which people find it."""
    made_at: Mapped[Moment]
    ended_at: Mapped[Moment | None]


class EventDate(Base):
    """One date of an event."""

    __tablename__ = "event_dates"
    __table_args__ = (UniqueConstraint("event_id", "starts_at"), Index("ix_event_dates_starts_at", "starts_at"))

    id: Mapped[Id]
    event_id: Mapped[Big] = mapped_column(ForeignKey("group_events.id"))
    starts_at: Mapped[Moment]
    ends_at: Mapped[Moment]
    uid: Mapped[Word] = mapped_column(unique=True)
    cancelled_at: Mapped[Moment | None]


class EventSeat(Base):
    """Somebody signed up for a date, or waits for a seat. A place is never given twice: see the index."""

    __tablename__ = "event_seats"
    __table_args__ = (
        Index("uq_event_seats_person", "date_id", "person_id", unique=True, postgresql_where=text(STANDING_SEAT)),
        Index("uq_event_seats_place", "date_id", "place", unique=True, postgresql_where=text("place IS NOT NULL")),
        Index("ix_event_seats_kept", "kept_until", postgresql_where=text("kept_until IS NOT NULL")),
    )

    id: Mapped[Id]
    date_id: Mapped[Big] = mapped_column(ForeignKey("event_dates.id"))
    person_id: Mapped[Big] = mapped_column(ForeignKey("people.id"), index=True)
    state: Mapped[Word]
    """`rules.events.SeatState`."""
    place: Mapped[int | None] = mapped_column(SmallInteger)
    """From 0; None for who has none (any more)."""
    kept_until: Mapped[Moment | None]
    """Until when a place that became free is kept for them."""
    coming_at: Mapped[Moment | None]
    signed_by: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("staff.id"))
    """Who signed them up; None: they themselves."""
    asked_at: Mapped[Moment]
    changed_at: Mapped[Moment]
