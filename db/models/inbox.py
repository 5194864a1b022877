"""Updates received from Telegram, kept until they are handled."""

from __future__ import annotations

from sqlalchemy import BigInteger, Index, LargeBinary, String, UniqueConstraint, func, text
from sqlalchemy.orm import Mapped, mapped_column

from db.cipher import Sealed
from db.models.base import Base, Big, Id, Moment, Word

WAITING_UPDATE = "done_at IS NULL AND parked_at IS NULL"


class InboxUpdate(Base):
    """One update. All its times are PostgreSQL's own (`clock_timestamp()`), never business time."""

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("bot_id", "update_id", "digest"),
        Index("ix_inbox_waiting", "lane", "id", postgresql_where=text(WAITING_UPDATE)),
        Index("ix_inbox_waiting_id", "id", postgresql_where=text(WAITING_UPDATE)),
        Index("ix_inbox_parked", "id", postgresql_where=text("parked_at IS NOT NULL AND done_at IS NULL")),
        Index("ix_inbox_done", "done_at", postgresql_where=text("done_at IS NOT NULL")),
    )

    id: Mapped[Id]
    bot_id: Mapped[Big]
    update_id: Mapped[Big]
    digest: Mapped[bytes] = mapped_column(LargeBinary)
    """Keyed hash of the body: the same id with another body is a new update."""
    lane: Mapped[Word]
    body: Mapped[str | None] = mapped_column(Sealed("inbox.body"))
    """The raw update; emptied once handled."""
    received_at: Mapped[Moment] = mapped_column(server_default=func.clock_timestamp())
    claims: Mapped[int] = mapped_column(server_default=text("0"))
    tries: Mapped[int] = mapped_column(server_default=text("0"))
    lease_until: Mapped[Moment | None]
    worker_id: Mapped[int | None] = mapped_column(BigInteger)
    """Who claimed it last; means something while `lease_until` is set."""
    retry_at: Mapped[Moment | None]
    done_at: Mapped[Moment | None]
    parked_at: Mapped[Moment | None]
    parked_reason: Mapped[str | None] = mapped_column(String(120))
    retried: Mapped[int] = mapped_column(server_default=text("0"))
    """How often a human had it tried again after it was parked."""
