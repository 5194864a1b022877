"""Documents that a case needs, one row each, whatever pages it has."""

from __future__ import annotations

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, text
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
    """The album of the pages that were sent last."""
    rounds: Mapped[int] = mapped_column(Integer, server_default=text("0"))
    """How often it was sent."""
    message_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("messages.id", ondelete="SET NULL"))
    """The person's own words why they can't get it."""
    asked_at: Mapped[Moment | None]
    """When the person was asked for it last; business time."""
    put_off_at: Mapped[Moment | None]
    """When the person pressed «Пізніше» last."""
    changed_at: Mapped[Moment]
