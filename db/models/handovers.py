"""Cases that an owner gave to a colleague, with what the colleague has to know."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.cipher import Sealed
from db.models.base import Base, Big, Id, Moment


class Handover(Base):
    """One handing over. The note is internal, sealed, and emptied once the case's words are erased."""

    __tablename__ = "handovers"
    __table_args__ = (Index("ix_handovers_case", "case_id"),)

    id: Mapped[Id]
    case_id: Mapped[Big] = mapped_column(ForeignKey("cases.id"))
    giver_id: Mapped[Big] = mapped_column(ForeignKey("staff.id"))
    receiver_id: Mapped[Big] = mapped_column(ForeignKey("staff.id"))
    note: Mapped[str | None] = mapped_column(Sealed("handovers.note"))
    at: Mapped[Moment]
    declined_at: Mapped[Moment | None]
