"""What must reach Telegram: letters (each must arrive) and slots (only the latest state matters)."""

from __future__ import annotations

from sqlalchemy import BigInteger, ForeignKey, Index, SmallInteger, String, UniqueConstraint, func, text
from sqlalchemy.orm import Mapped, mapped_column

from db.cipher import Sealed
from db.models.base import Base, Big, Facts, Id, Moment, Word

WAITING_LETTER = "sent_at IS NULL AND parked_at IS NULL AND dropped_at IS NULL"


class Slot(Base):
    """A message, or a topic's head, that always shows the latest state."""

    __tablename__ = "slots"
    __table_args__ = (UniqueConstraint("chat_id", "key"),)

    id: Mapped[Id]
    chat_id: Mapped[Big]
    key: Mapped[Word]
    """`screen` in a private chat, `card:<case>` and `topic:<case>` in a staff group."""
    thread_id: Mapped[int | None] = mapped_column(BigInteger)
    """Where the message shown stands; a case's slots follow the case's topic."""
    kind: Mapped[Word]
    facts: Mapped[Facts]
    wanted_rev: Mapped[int] = mapped_column(server_default=text("1"))
    shown_rev: Mapped[int] = mapped_column(server_default=text("0"))
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    shown_at: Mapped[Moment | None]
    """PostgreSQL's time of the last successful call."""
    shown_digest: Mapped[str | None] = mapped_column(String(64))
    """Keyed hash of what was last shown: nothing is called when nothing changed."""
    shown_kind: Mapped[Word | None]
    """What kind of letter was last shown."""


class Letter(Base):
    """One row of the outbox. `slot_id` is set where the letter is "show the latest state of this slot"."""

    __tablename__ = "letters"
    __table_args__ = (
        Index("ix_letters_waiting", "priority", "id", postgresql_where=text(WAITING_LETTER)),
        Index("ix_letters_waiting_lane", "lane", "priority", "id", postgresql_where=text(WAITING_LETTER)),
        Index("uq_letters_slot_waiting", "slot_id", unique=True, postgresql_where=text(WAITING_LETTER)),
        Index("ix_letters_parked", "id", postgresql_where=text("parked_at IS NOT NULL AND dropped_at IS NULL")),
        Index("ix_letters_sent", "sent_at", postgresql_where=text("sent_at IS NOT NULL")),
    )

    id: Mapped[Id]
    lane: Mapped[Word]
    """`p:<chat>` for a private chat, `c:<case>` for a case's topic, `g:<chat>` for a group's General."""
    priority: Mapped[int] = mapped_column(SmallInteger)
    kind: Mapped[Word]
    facts: Mapped[Facts]
    unique_key: Mapped[str | None] = mapped_column(String(120), unique=True)
    slot_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("slots.id"))
    person_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("people.id"), index=True)
    case_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("cases.id"), index=True)
    chat_id: Mapped[Big]
    """Where it goes; for a case's lane the group of the case's topic."""

    written_at: Mapped[Moment]
    """Business time of the act."""
    not_before: Mapped[Moment | None]
    """Business time; a letter that waits for it does not hold its lane. `infinity`: until the person writes."""
    expires_at: Mapped[Moment | None]
    """Business time after which it is dropped instead of sent."""

    queued_at: Mapped[Moment] = mapped_column(server_default=func.clock_timestamp())
    claims: Mapped[int] = mapped_column(server_default=text("0"))
    tries: Mapped[int] = mapped_column(server_default=text("0"))
    lease_until: Mapped[Moment | None]
    worker_id: Mapped[int | None] = mapped_column(BigInteger)
    """Who claimed it last; means something while `lease_until` is set."""
    retry_at: Mapped[Moment | None]
    """PostgreSQL's time of the next try; a letter that backs off holds its lane."""
    sent_at: Mapped[Moment | None]
    telegram_message_id: Mapped[int | None] = mapped_column(BigInteger)
    rendered: Mapped[str | None] = mapped_column(Sealed("letters.rendered"))
    dropped_at: Mapped[Moment | None]
    parked_at: Mapped[Moment | None]
    reason: Mapped[str | None] = mapped_column(String(120))
    """Why it was dropped or parked, or `together` where it left inside of another one: a word of ours, never
    Telegram's text.
    """
    retried: Mapped[int] = mapped_column(server_default=text("0"))
    """How often a human had it sent again after it was parked."""


class ChatCursor(Base):
    """The newest message known in a private chat: tells whether a screen still stands last."""

    __tablename__ = "chat_cursors"

    chat_id: Mapped[Big] = mapped_column(primary_key=True)
    last_message_id: Mapped[Big]
