"""Requests that staff write down for people without Telegram, codes that tie such people to an account, and what they
have to be told by a human. Times are business time.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, LargeBinary, String, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from db.cipher import Sealed
from db.models.base import Base, Big, Facts, Id, Moment, Word


class Registration(Base):
    """What a staff member writes down, until it is a case; then how that case came. Number and name are emptied at the
    end. The words stand as drafts of `person_id`, a row made for this.
    """

    __tablename__ = "registrations"
    __table_args__ = (
        Index("uq_registrations_staff_open", "staff_id", unique=True, postgresql_where=text("state = 'open'")),
    )

    id: Mapped[Id]
    staff_id: Mapped[Big] = mapped_column(ForeignKey("staff.id"))
    organisation_id: Mapped[Big] = mapped_column(ForeignKey("organisations.id"))
    person_id: Mapped[Big] = mapped_column(ForeignKey("people.id"), index=True)
    state: Mapped[Word]
    """`open`, `registered` or `cancelled`."""
    done: Mapped[list[str]] = mapped_column(ARRAY(String(64)), server_default=text("'{}'"))
    """The questions that are answered, `rules.registering.Step`."""
    channel: Mapped[Word | None]
    danger: Mapped[bool | None]
    phone: Mapped[str | None] = mapped_column(Sealed("registrations.phone"))
    same_as: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("people.id"))
    """Which of those known by the number it is."""
    name: Mapped[str | None] = mapped_column(Sealed("registrations.name"))
    service: Mapped[Word | None]
    formal: Mapped[bool | None]
    """It is a citizen's appeal, with a deadline of its own."""
    hromada: Mapped[Word | None]
    language: Mapped[Word | None]
    received_on: Mapped[date | None]
    """The local day on which it came."""
    ground: Mapped[Word | None]
    """`rules.registering.Ground`."""
    case_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("cases.id"), unique=True)
    changed_at: Mapped[Moment]
    ended_at: Mapped[Moment | None]


class LinkCode(Base):
    """The code by which the person of a case ties it to their own account, once."""

    __tablename__ = "link_codes"

    id: Mapped[Id]
    case_id: Mapped[Big] = mapped_column(ForeignKey("cases.id"), unique=True)
    code: Mapped[str | None] = mapped_column(Sealed("link_codes.code"))
    """To be read out; gone with its use or its end."""
    code_hash: Mapped[bytes | None] = mapped_column(LargeBinary, unique=True)
    expires_at: Mapped[Moment]
    claimed_by: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("people.id"), index=True)
    """Who gave it and is asked for a consent first: nobody else can use it meanwhile."""


class CodeGuess(Base):
    """How many wrong codes came from somebody, and since when: see `rules.linking`."""

    __tablename__ = "code_guesses"

    person_id: Mapped[Big] = mapped_column(ForeignKey("people.id"), primary_key=True, autoincrement=False)
    wrong: Mapped[int] = mapped_column(Integer)
    since: Mapped[Moment]


class Telling(Base):
    """A letter to somebody without Telegram: a human tells it, and how it reached them stands here."""

    __tablename__ = "tellings"
    __table_args__ = (
        UniqueConstraint("kind", "key"),
        Index("ix_tellings_waiting", "case_id", postgresql_where=text("ended_at IS NULL")),
    )

    id: Mapped[Id]
    case_id: Mapped[Big] = mapped_column(ForeignKey("cases.id"))
    person_id: Mapped[Big] = mapped_column(ForeignKey("people.id"))
    kind: Mapped[Word]
    facts: Mapped[Facts]
    """As they would stand in the outbox: ids and plain facts."""
    key: Mapped[str | None] = mapped_column(String(128))
    written_at: Mapped[Moment]
    ended_at: Mapped[Moment | None]
    way: Mapped[Word | None]
    """`rules.passing_on.Way`; None where it was taken back or is no longer true."""
    told_by: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("staff.id"))
