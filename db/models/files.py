"""Files of people and staff: what came beside words, and its content in pieces."""

from __future__ import annotations

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from db.cipher import Sealed, SealedBytes
from db.models.base import Base, Big, Id, Moment, Word

WAITING_FILE = "state = 'waiting'"


class File(Base):
    """What a message, draft, upload or broadcast carries beside its words. It goes with them, never earlier."""

    __tablename__ = "files"
    __table_args__ = (
        CheckConstraint(
            "message_id IS NOT NULL OR draft_id IS NOT NULL OR upload_id IS NOT NULL OR broadcast_id IS NOT NULL",
            name="belongs_somewhere",
        ),
        Index("ix_files_waiting", "id", postgresql_where=text(WAITING_FILE)),
        Index("ix_files_album", "album", postgresql_where=text("album IS NOT NULL")),
    )

    id: Mapped[Id]
    message_id: Mapped[int | None] = mapped_column(
        BigInteger, ForeignKey("messages.id", ondelete="CASCADE"), unique=True
    )
    draft_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("drafts.id", ondelete="CASCADE"), unique=True)
    upload_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("uploads.id", ondelete="CASCADE"), unique=True)
    """What a lead sent on their desk; it belongs to no person."""
    broadcast_id: Mapped[int | None] = mapped_column(
        BigInteger, ForeignKey("broadcasts.id", ondelete="CASCADE"), unique=True
    )
    kind: Mapped[Word]
    """Of `rules.files.FileKind`."""
    name: Mapped[str | None] = mapped_column(Sealed("files.name"))
    mime: Mapped[str | None] = mapped_column(String(127))
    """As the sender's app says."""
    size: Mapped[int | None] = mapped_column(BigInteger)
    duration: Mapped[int | None]
    """Seconds."""
    card: Mapped[str | None] = mapped_column(Sealed("files.card"))
    """A place or a contact, as JSON."""
    album: Mapped[Word | None]
    """Telegram's number of the album: the same for all its items."""
    telegram_id: Mapped[str | None] = mapped_column(Sealed("files.telegram_id"))
    """A shortcut for sending, never the record."""
    telegram_unique_id: Mapped[str | None] = mapped_column(Sealed("files.telegram_unique_id"))
    """Tells whether an edited message carries another file."""

    state: Mapped[Word]
    """Of `rules.files.FileState`."""
    flaw: Mapped[Word | None]
    came_at: Mapped[Moment]
    """Business time."""
    claims: Mapped[int] = mapped_column(server_default=text("0"))
    tries: Mapped[int] = mapped_column(server_default=text("0"))
    """How often our own code failed on it."""
    lease_until: Mapped[Moment | None]
    worker_id: Mapped[int | None] = mapped_column(BigInteger)
    """Who claimed it last; means something while `lease_until` is set."""
    retry_at: Mapped[Moment | None]
    """PostgreSQL's time of the next try."""
    in_chat: Mapped[Word | None]
    """Of `rules.files.InChat`, once we tried to take its message away from the private chat where it was sent."""


class FileChunk(Base):
    """A piece of a kept file's content."""

    __tablename__ = "file_chunks"
    __table_args__ = (UniqueConstraint("file_id", "number"),)

    id: Mapped[Id]
    file_id: Mapped[Big] = mapped_column(ForeignKey("files.id", ondelete="CASCADE"))
    number: Mapped[int]
    """Counted from 0."""
    content: Mapped[bytes] = mapped_column(SealedBytes("file_chunks.content"))
