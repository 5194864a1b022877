"""Documents that a case needs, one row each, whatever pages it has."""

from __future__ import annotations

from datetime import date

from sqlalchemy import BigInteger, Date, ForeignKey, Index, Integer, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Big, Id, Moment, Word


class WantedDocument(Base):
    """One document of the catalogue in one case. Its pages are the files of the person's album `album`."""

    __tablename__ = "wanted_documents"
    __table_args__ = (
        Index(
            "uq_wanted_documents_of_case", "case_id", "document", unique=True, postgresql_where=text("child_id IS NULL")
        ),
        Index(
            "uq_wanted_documents_of_child",
            "child_id",
            "document",
            unique=True,
            postgresql_where=text("child_id IS NOT NULL"),
        ),
        Index("ix_wanted_documents_reused_from", "reused_from", postgresql_where=text("reused_from IS NOT NULL")),
    )

    id: Mapped[Id]
    case_id: Mapped[Big] = mapped_column(ForeignKey("cases.id"), index=True)
    child_id: Mapped[int | None] = mapped_column(
        BigInteger, ForeignKey("application_children.id", ondelete="CASCADE"), nullable=True
    )
    """Which child of an application it is about; None: the whole family, or a case of another kind."""
    document: Mapped[Word]
    """A slug of documents.toml."""
    state: Mapped[Word]
    """`rules.documents.DocumentState`."""
    why: Mapped[Word | None]
    """Why it was returned, or why the person can't get it: `rules.documents.Return` or `Obstacle`."""
    album: Mapped[Word | None]
    """The album of the pages that were sent last, or that serve again: those stay in the case where they were sent."""
    reused_from: Mapped[int | None] = mapped_column(
        BigInteger, ForeignKey("wanted_documents.id", ondelete="SET NULL"), nullable=True
    )
    """The document of another application of the same person with which the pages came; None: they came with this."""
    accepted_at: Mapped[Moment | None]
    """When a caseworker accepted it last; business time."""
    valid_until: Mapped[date | None] = mapped_column(Date)
    """The last day (Kyiv) on which what was accepted is valid, as a caseworker read it; None: none is known."""
    rounds: Mapped[int] = mapped_column(Integer, server_default=text("0"))
    """How often it was sent."""
    message_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("messages.id", ondelete="SET NULL"))
    """The person's own words why they can't get it."""
    asked_at: Mapped[Moment | None]
    """When the person was asked for it last; business time."""
    put_off_at: Mapped[Moment | None]
    """When the person pressed «Пізніше» last."""
    changed_at: Mapped[Moment]
