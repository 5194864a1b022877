"""Cases that may be the same: what staff decided about two of them, and merges that can be taken back."""

from __future__ import annotations

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Big, Facts, Id, Moment, Word


class CaseTie(Base):
    """What staff said of two cases: they belong together, or they are not the same and are not suggested again."""

    __tablename__ = "case_ties"
    __table_args__ = (
        UniqueConstraint("first_id", "second_id"),
        CheckConstraint("first_id <= second_id", name="in_order"),
        Index("ix_case_ties_second", "second_id"),
    )

    id: Mapped[Id]
    first_id: Mapped[Big] = mapped_column(ForeignKey("cases.id"))
    second_id: Mapped[Big] = mapped_column(ForeignKey("cases.id"))
    state: Mapped[Word]
    """`rules.duplicates.Tie`."""
    by: Mapped[Big] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[Moment]


class CaseMerge(Base):
    """One case ended because another one goes on for both. Business time."""

    __tablename__ = "case_merges"
    __table_args__ = (
        Index("uq_case_merges_standing", "case_id", unique=True, postgresql_where=text("undone_at IS NULL")),
        Index("ix_case_merges_into", "into_id"),
    )

    id: Mapped[Id]
    case_id: Mapped[Big] = mapped_column(ForeignKey("cases.id"))
    into_id: Mapped[Big] = mapped_column(ForeignKey("cases.id"))
    by: Mapped[Big] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[Moment]
    undone_at: Mapped[Moment | None]
    undone_by: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("staff.id"))
    moved: Mapped[Facts]
    """What went over, by ids, and what was changed by that: enough to take it back."""
