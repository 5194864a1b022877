"""Drafts of applications that came in a file, for families that have not written to us: they wait for their link."""

from __future__ import annotations

from sqlalchemy import BigInteger, ForeignKey, Integer, LargeBinary, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from db.cipher import Sealed
from db.models.base import Base, Big, Id, Moment


class ImportedDraft(Base):
    """What one family told the former form. Taken up, its answers are the family's own form and stand here no more;
    the rest stays until the campaign is over, so that a second file makes no second draft.
    """

    __tablename__ = "imported_drafts"
    __table_args__ = (UniqueConstraint("campaign_id", "family_hash"),)

    id: Mapped[Id]
    campaign_id: Mapped[Big] = mapped_column(ForeignKey("campaigns.id"))
    family_hash: Mapped[bytes] = mapped_column(LargeBinary)
    """Keyed, of the guardian's number and name: by it a second file finds the same family."""
    answers: Mapped[str | None] = mapped_column(Sealed("imported_drafts.answers"))
    """JSON, as the form of an application keeps them; None once the family has taken them up."""
    code_hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    """Of the code in the family's link. The code itself is kept nowhere."""
    lines: Mapped[list[int]] = mapped_column(ARRAY(Integer), server_default=text("'{}'"))
    """Where it stood in its file, for whoever sends the link."""
    imported_at: Mapped[Moment]
    imported_by: Mapped[Big] = mapped_column(ForeignKey("staff.id"))
    claimed_by: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("people.id"), index=True)
    """Who pressed the link first: nobody else can use it from then on."""
    taken_at: Mapped[Moment | None]
