"""What staff note for each other about a case."""

from __future__ import annotations

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.cipher import Sealed
from db.models.base import Base, Big, Id, Moment


class CaseNote(Base):
    """An internal note. No letter to a person reads this table."""

    __tablename__ = "case_notes"

    id: Mapped[Id]
    case_id: Mapped[Big] = mapped_column(ForeignKey("cases.id"), index=True)
    author_id: Mapped[Big] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[Moment]
    text: Mapped[str] = mapped_column(Sealed("case_notes.text"))
    chat_id: Mapped[int | None] = mapped_column(BigInteger)
    telegram_message_id: Mapped[int | None] = mapped_column(BigInteger)
    """Where its author wrote it: what they change there, changes here."""
