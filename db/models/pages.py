"""Information pages: their text stands in the catalogue; here stands who checked them, and where they were sent."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Date, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Big, Id, Moment, Word


class PageCheck(Base):
    """A lead compared a page with its source on a day."""

    __tablename__ = "page_checks"
    __table_args__ = (UniqueConstraint("organisation_id", "page", "checked_on"),)

    id: Mapped[Id]
    organisation_id: Mapped[Big] = mapped_column(ForeignKey("organisations.id"))
    page: Mapped[Word]
    checked_on: Mapped[date] = mapped_column(Date)
    staff_id: Mapped[Big] = mapped_column(ForeignKey("staff.id"))


class PageSent(Base):
    """A staff message that is a page, and whether the person said that it did not help."""

    __tablename__ = "pages_sent"

    id: Mapped[Id]
    message_id: Mapped[Big] = mapped_column(ForeignKey("messages.id", ondelete="CASCADE"), unique=True)
    page: Mapped[Word]
    not_helped_at: Mapped[Moment | None]
