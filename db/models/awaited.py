"""Letters whose reading is awaited: what was sent is not yet read."""

from __future__ import annotations

from sqlalchemy import BigInteger, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Big, Id, Moment, Word

WANTED = "state IN ('waiting', 'unread')"


class AwaitedLetter(Base):
    """A letter that wants a sign from the person by a day. All moments are business time.

    `cases.unseen` is true while one of a case is not settled.
    """

    __tablename__ = "awaited_letters"
    __table_args__ = (
        Index("uq_awaited_letters_matter", "case_id", "matter", unique=True, postgresql_where=text(WANTED)),
        Index("ix_awaited_letters_due", "due_at", postgresql_where=text("state = 'waiting'")),
        Index("ix_awaited_letters_message", "chat_id", "message_id", postgresql_where=text(WANTED)),
        Index("ix_awaited_letters_case", "case_id"),
    )

    id: Mapped[Id]
    case_id: Mapped[Big] = mapped_column(ForeignKey("cases.id"))
    matter: Mapped[Word]
    """`rules.catalogue.Matter`."""
    state: Mapped[Word] = mapped_column(server_default="waiting")
    """`waiting` · `unread`, the day is over · `seen` · `told`, on the phone · `gone`, nobody needs it any more."""
    told_at: Mapped[Moment]
    due_at: Mapped[Moment]
    chat_id: Mapped[int | None] = mapped_column(BigInteger)
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    """Where it stands at Telegram, once it is there."""
    settled_at: Mapped[Moment | None]
