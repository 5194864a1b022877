"""Cases with their whole history: events, messages and the pairs that tie a message to its twin."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Computed,
    ForeignKey,
    Index,
    Integer,
    SmallInteger,
    String,
    UniqueConstraint,
    false,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from db.cipher import Sealed
from db.models.base import Base, Big, Facts, Id, Moment, Word
from db.models.counted import Counted

LIST_RANK = (
    "CASE WHEN crisis THEN 0 ELSE 4 END + CASE WHEN first_by_law THEN 0 ELSE 2 END"
    " + CASE WHEN priority > 0 THEN 0 ELSE 1 END"
)
LIST_DUE = (
    "CASE WHEN law_by IS NOT NULL AND first_answered_at IS NOT NULL THEN law_by"
    " WHEN waiting_since IS NOT NULL THEN reply_by ELSE NULL::timestamp with time zone END"
)


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
        Index(
            "ix_cases_unplanned",
            "id",
            postgresql_where=text(
                "closed_at IS NULL AND waiting_since IS NOT NULL AND planned_for IS DISTINCT FROM reply_by"
            ),
        ),
        Index("ix_cases_muted", "muted_until", postgresql_where=text("muted_until IS NOT NULL")),
        Index("uq_cases_topic", "topic_chat_id", "topic_thread_id", unique=True),
        Index(
            "ix_cases_former_topic",
            "topic_chat_id",
            "former_thread_id",
            postgresql_where=text("former_thread_id IS NOT NULL"),
        ),
        # Law 2671-VIII, art. 24: whatever the code does, nobody in danger is refused.
        CheckConstraint("NOT (crisis AND state = 'refused')", name="never_refused_in_danger"),
        Index(
            "ix_cases_queue",
            "organisation_id",
            "list_rank",
            "opened_at",
            "id",
            postgresql_where=text("closed_at IS NULL AND owner_id IS NULL"),
        ),
        Index(
            "ix_cases_due",
            "organisation_id",
            "list_rank",
            "list_due",
            "id",
            postgresql_where=text("closed_at IS NULL"),
        ),
        Index("ix_cases_group_open", "topic_chat_id", postgresql_where=text("closed_at IS NULL")),
        Index("ix_cases_brief", "brief_chat_id", postgresql_where=text("brief_chat_id IS NOT NULL")),
        Index("ix_cases_merged_into", "merged_into", postgresql_where=text("merged_into IS NOT NULL")),
        Index("ix_cases_unindexed", "id", postgresql_where=text("NOT indexed")),
    )

    id: Mapped[Id]
    number: Mapped[Word] = mapped_column(unique=True)
    organisation_id: Mapped[Big] = mapped_column(ForeignKey("organisations.id"), index=True)
    person_id: Mapped[Big] = mapped_column(ForeignKey("people.id"), index=True)
    owner_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("staff.id"))
    state: Mapped[Word]
    turn: Mapped[Word]
    """Who must act next: `staff`, `person` or `provider`; `nobody` once closed."""
    crisis: Mapped[bool] = mapped_column(Boolean, server_default=false())
    priority: Mapped[int] = mapped_column(SmallInteger, server_default=text("0"))
    """`rules.importance`: the higher one is worked on first; danger is above all of them."""
    priority_reason: Mapped[Word | None]
    """Why it is high, by its slug in the catalogue."""
    tags: Mapped[list[str]] = mapped_column(ARRAY(String(64)), server_default=text("'{}'"))
    """Slugs of the catalogue's tags, in the order in which they were put."""
    provider: Mapped[Word | None]
    """Whose answer is waited for, while the case waits for another office."""
    first_by_law: Mapped[bool] = mapped_column(Boolean, server_default=false())
    """The law puts people like this one first; follows `audience`, as the catalogue says of it."""

    service: Mapped[Word]
    intake_kind: Mapped[Word]
    channel: Mapped[Word]
    result: Mapped[Word | None]
    """A slug of the catalogue's outcomes, the code of a refusal's reason, `withdrawn` or `mistake`."""
    refused_by: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("staff.id"))
    """Who refused help in it, until somebody else has looked at it again."""

    merged_into: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("cases.id"))
    """The case that goes on for this one, too; what the person still writes here goes there."""

    opened_at: Mapped[Moment]
    reply_by: Mapped[Moment]
    """Our own promise of the first answer."""
    law_by: Mapped[Moment | None]
    """The deadline of law, only where the intake kind has one and the decision is ours."""
    waiting_since: Mapped[Moment | None]
    """When the person began to wait for us; cleared by a human answer."""
    planned_for: Mapped[Moment | None]
    """The promise (`reply_by`) of which staff are to be reminded: another one is found by the next sweep."""
    first_answered_at: Mapped[Moment | None]
    taken_at: Mapped[Moment | None]
    closed_at: Mapped[Moment | None]
    erased_at: Mapped[Moment | None]
    """The person had the words erased; only what the law keeps is left."""

    unread: Mapped[int] = mapped_column(server_default=text("0"))
    unseen: Mapped[bool] = mapped_column(Boolean, default=False, server_default=false())
    """A letter in it wants a sign of being read, see `db.models.awaited`."""
    muted_until: Mapped[Moment | None]
    """Until when (business time) what the person writes here comes without a notice; None: not muted."""
    muted_by: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("staff.id"))
    brief_chat_id: Mapped[int | None] = mapped_column(BigInteger)
    """The group that shows a brief card only, where no word of a person may stand there; None: it shows the topic."""
    topic_chat_id: Mapped[int | None] = mapped_column(BigInteger)
    """Where the conversation is: the group, or with a brief card the desk of whoever has the case; None: nowhere."""
    topic_thread_id: Mapped[int | None] = mapped_column(BigInteger)
    """The topic there; below 0: the desk has no topics, and the conversation stands in the chat itself."""
    topic_moves: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    """How often the conversation has gone to another chat and was carried anew."""
    former_thread_id: Mapped[int | None] = mapped_column(BigInteger)
    """The last topic of this case that somebody deleted: what staff wrote there before may come after."""
    topics_made: Mapped[int] = mapped_column(server_default=text("0"))
    indexed: Mapped[bool] = mapped_column(Boolean, default=False, server_default=false())
    """Whether the search knows the case as it is, see `db.models.search`."""
    list_rank: Mapped[int] = mapped_column(Integer, Computed(LIST_RANK, persisted=True))
    """What goes before what in every list of staff's: the smaller one first, within a rank the oldest. PostgreSQL
    reckons it; it stands here for indexes and queries, not to be read off a row that was changed.
    """
    list_due: Mapped[Moment | None] = mapped_column(Computed(LIST_DUE, persisted=True))
    """The moment that the card counts towards: our promise until somebody has answered, then the deadline of law."""


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
    __table_args__ = (
        Index("ix_messages_waiting", "case_id", postgresql_where=text("waits_for IS NOT NULL")),
        Index("ix_messages_answers", "answers_id", postgresql_where=text("answers_id IS NOT NULL")),
    )

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
    answers_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("messages.id", ondelete="SET NULL"))
    """The message of the same case that this one was a reply to."""
    waits_for: Mapped[Word | None]
    """Why a caseworker's answer has not left yet, see `casework.talk.waiting.Why`; None: it left, or nothing holds it.
    """
    waits_until: Mapped[Moment | None]
    """Business time until which it waits, as long as `waits_for` says why."""
    taken_back_at: Mapped[Moment | None]
    """The answer was taken back after it left, or never left: the person is not shown it."""
    reaction: Mapped[Word | None]
    """The emoji that the other side put below it."""

    @property
    def is_shown(self) -> bool:
        """Whether the person may read it: it neither waits nor was taken back."""
        return self.waits_for is None and self.taken_back_at is None


class Pair(Base):
    """A Telegram message that carries a case's message, in the chat of either side, part by part.

    One that stands in a topic may carry several: words that waited too long leave together.
    """

    __tablename__ = "pairs"
    __table_args__ = (
        Index(
            "uq_pairs_source",
            "chat_id",
            "telegram_message_id",
            unique=True,
            postgresql_where=text("side = 'source'"),
        ),
        Index("ix_pairs_stands_at", "chat_id", "telegram_message_id"),
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
    __table_args__ = (Index("ix_readings_staff_id_at", "staff_id", "at"),)

    id: Mapped[Id]
    case_id: Mapped[Big] = mapped_column(ForeignKey("cases.id"), index=True)
    person_id: Mapped[Big] = mapped_column(ForeignKey("people.id"), index=True)
    staff_id: Mapped[Big] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[Moment]
    what: Mapped[Word] = mapped_column(server_default="details")
    """`details`, or the kind of a file."""
    file_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("files.id", ondelete="SET NULL"), index=True)
    reason: Mapped[Word | None]
    """Why: a slug of the catalogue or of `rules.readings.Implied`; None where the case was the reader's own."""
    not_theirs: Mapped[bool] = mapped_column(server_default=text("false"))
    """Whether somebody else had the case then, or nobody."""
    fields: Mapped[list[str]] = mapped_column(ARRAY(String(64)), default=list, server_default=text("'{}'"))
    """What was shown, by its name; of a file its kind says it."""
