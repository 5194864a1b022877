"""Canned answers of an organisation, with all they ever said."""

from __future__ import annotations

from sqlalchemy import BigInteger, ForeignKey, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.cipher import Sealed
from db.models.base import Base, Big, Id, Moment, Word


class CannedAnswer(Base):
    """One answer in one language; what it says is its newest version."""

    __tablename__ = "canned_answers"
    __table_args__ = (UniqueConstraint("organisation_id", "language", "seed"),)

    id: Mapped[Id]
    organisation_id: Mapped[Big] = mapped_column(ForeignKey("organisations.id"))
    language: Mapped[Word]
    service_group: Mapped[Word]
    """Of services.toml, or `rules.canned.ANY_GROUP`."""
    seed: Mapped[Word | None]
    """The slug in canned.toml that it came from; None: leads wrote it."""
    removed_at: Mapped[Moment | None]


class CannedVersion(Base):
    """What an answer says since `at`: who wrote it, None for the catalogue. Versions are never changed."""

    __tablename__ = "canned_versions"
    __table_args__ = (UniqueConstraint("answer_id", "number"),)

    id: Mapped[Id]
    answer_id: Mapped[Big] = mapped_column(ForeignKey("canned_answers.id"))
    number: Mapped[int] = mapped_column(Integer)
    """Counted from 1; the largest counts."""
    title: Mapped[str] = mapped_column(Sealed("canned_versions.title"))
    text: Mapped[str] = mapped_column(Sealed("canned_versions.text"))
    at: Mapped[Moment]
    staff_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("staff.id"))
