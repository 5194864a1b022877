"""Cases with their whole history: events, messages and the pairs that tie a message to its twin."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, ForeignKey, Index, Integer, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column

from db.cipher import Sealed
from db.models.base import Base, Big, Facts, Id, Moment, Word
from db.models.counted import Counted


class CaseNumber(Base):
    """The last number given by an organisation in a year (Kyiv)."""

    __tablename__ = "case_numbers"

    organisation_id: Mapped[Big] = mapped_column(ForeignKey("organisations.id"), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    last: Mapped[int] = mapped_column(Integer)


class Case(Counted, Base):
    """One request. Facts that reports count are copied from the person when it is opened and stay as they were."""

    __tablename__ = "cases"
    __table_args__ = (
        Index("ix_cases_person_open", "person_id", postgresql_where=text("closed_at IS NULL")),
        Index("ix_cases_owner_open", "owner_id", postgresql_where=text("closed_at IS NULL")),
        Index("uq_cases_topic", "topic_chat_id", "topic_thread_id", unique=True),
        Index(
            "ix_cases_former_topic",
            "topic_chat_id",
            "former_thread_id",
            postgresql_where=text("former_thread_id IS NOT NULL"),
        ),
    )

    id: Mapped[Id]
    number: Mapped[Word] = mapped_column(unique=True)
    organisation_id: Mapped[Big] = mapped_column(ForeignKey("organisations.id"), index=True)
    person_id: Mapped[Big] = mapped_column(ForeignKey("people.id"), index=True)
    owner_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("staff.id"))
    state: Mapped[Word]
    turn: Mapped[Word]
    """Who must act next: `staff` or `person`; `nobody` once closed."""
    crisis: Mapped[bool] = mapped_column(Boolean, server_default=false())

    service: Mapped[Word]
    intake_kind: Mapped[Word]
    channel: Mapped[Word]
    result: Mapped[Word | None]

    opened_at: Mapped[Moment]
    reply_by: Mapped[Moment]
    """Our own promise of the first answer."""
    law_by: Mapped[Moment | None]
    """The deadline of law, only where the intake kind has one and the decision is ours."""
    waiting_since: Mapped[Moment | None]
    """When the person began to wait for us; cleared by a human answer."""
    first_answered_at: Mapped[Moment | None]
    taken_at: Mapped[Moment | None]
    closed_at: Mapped[Moment | None]
    erased_at: Mapped[Moment | None]
    """The person had the words erased; only what the law keeps is left."""

    unread: Mapped[int] = mapped_column(server_default=text("0"))
    topic_chat_id: Mapped[int | None] = mapped_column(BigInteger)
    topic_thread_id: Mapped[int | None] = mapped_column(BigInteger)
    former_thread_id: Mapped[int | None] = mapped_column(BigInteger)
    """The last topic of this case that somebody deleted: what staff wrote there before may come after."""
    topics_made: Mapped[int] = mapped_column(server_default=text("0"))


class CaseEvent(Base):
    """An immutable line of a case's history: who, when, what kind, ids and plain facts; never names or free text."""

    __tablename__ = "case_events"

    id: Mapped[Id]
    case_id: Mapped[Big] = mapped_column(ForeignKey("cases.id"), index=True)
    at: Mapped[Moment]
    kind: Mapped[Word]
    actor_kind: Mapped[Word]
    actor_id: Mapped[int | None] = mapped_column(BigInteger)
    facts: Mapped[Facts]


class Message(Base):
    """One item of a case's conversation, by the person or by staff."""

    __tablename__ = "messages"

    id: Mapped[Id]
    case_id: Mapped[Big] = mapped_column(ForeignKey("cases.id"), index=True)
    author_kind: Mapped[Word]
    """`person` or `staff`."""
    author_id: Mapped[Big]
    text: Mapped[str] = mapped_column(Sealed("messages.text"))
    revision: Mapped[int] = mapped_column(server_default="0")
    written_at: Mapped[Moment]
    edited_at: Mapped[Moment | None]
    delivered_at: Mapped[Moment | None]


class Pair(Base):
    """A Telegram message that carries a case's message, in the chat of either side, part by part."""

    __tablename__ = "pairs"
    __table_args__ = (
        UniqueConstraint("chat_id", "telegram_message_id"),
        UniqueConstraint("message_id", "side", "part"),
    )

    id: Mapped[Id]
    message_id: Mapped[Big] = mapped_column(ForeignKey("messages.id", ondelete="CASCADE"))
    side: Mapped[Word]
    """`source` where it was written, `copy` where it was carried to."""
    part: Mapped[int]
    chat_id: Mapped[Big]
    telegram_message_id: Mapped[Big]


class Reading(Base):
    """Somebody looked at a person's details or at a file of theirs: who, whose, when."""

    __tablename__ = "readings"

    id: Mapped[Id]
    case_id: Mapped[Big] = mapped_column(ForeignKey("cases.id"), index=True)
    person_id: Mapped[Big] = mapped_column(ForeignKey("people.id"), index=True)
    staff_id: Mapped[Big] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[Moment]
    what: Mapped[Word] = mapped_column(server_default="details")
    """`details`, or the kind of a file."""
    file_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("files.id", ondelete="SET NULL"), index=True)
