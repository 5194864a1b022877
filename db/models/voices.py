"""What people say about us: ratings that nobody can trace, and complaints that must be answered."""

from __future__ import annotations

from datetime import date

from sqlalchemy import BigInteger, Date, ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from db.cipher import Sealed
from db.models.base import Base, Big, Id, Moment, Word


class Rating(Base):
    """One mark. It names no person, case or day, on purpose: nobody can tell whose it is."""

    __tablename__ = "ratings"

    id: Mapped[Id]
    organisation_id: Mapped[Big] = mapped_column(ForeignKey("organisations.id"))
    month: Mapped[date] = mapped_column(Date, index=True)
    """The first day of the month in which it was given."""
    mark: Mapped[Word]


class RatingWords(Base):
    """A sentence that somebody added, apart from their mark: the two are not tied either."""

    __tablename__ = "rating_words"

    id: Mapped[Id]
    organisation_id: Mapped[Big] = mapped_column(ForeignKey("organisations.id"))
    month: Mapped[date] = mapped_column(Date, index=True)
    words: Mapped[str] = mapped_column(Sealed("rating_words.words"))


class RatingTicket(Base):
    """A closing of a case that was rated, as a keyed hash: it says that it was, not how."""

    __tablename__ = "rating_tickets"

    ticket: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    until: Mapped[date] = mapped_column(Date)
    """The last day on which that closing could be rated: after it the ticket is of no use."""


class Complaint(Base):
    """What a person says of our work on a case. For leads who had no hand in it, never for the staff group."""

    __tablename__ = "complaints"

    id: Mapped[Id]
    organisation_id: Mapped[Big] = mapped_column(ForeignKey("organisations.id"), index=True)
    case_id: Mapped[Big] = mapped_column(ForeignKey("cases.id"), index=True)
    person_id: Mapped[Big] = mapped_column(ForeignKey("people.id"), index=True)
    reviewer_id: Mapped[Big] = mapped_column(ForeignKey("staff.id"))
    """Whom the person was named as the one who looks into it."""
    words: Mapped[str | None] = mapped_column(Sealed("complaints.words"))
    """None once erased."""
    written_at: Mapped[Moment]
    simple_by: Mapped[Moment]
    """The deadline of law where nothing has to be looked into."""
    answer_by: Mapped[Moment]
    """The deadline of law."""
    reminded_at: Mapped[Moment | None]
    """When leads were last reminded that the deadline is near or over."""
    answer: Mapped[str | None] = mapped_column(Sealed("complaints.answer"))
    answered_by: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("staff.id"))
    answered_at: Mapped[Moment | None]
