"""Organisations, the people who work there, and the chats they work in."""

from __future__ import annotations

from datetime import date

from sqlalchemy import BigInteger, ForeignKey, LargeBinary, SmallInteger, String, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from db.cipher import Sealed
from db.models.base import Base, Big, Id, Moment, Word


class Organisation(Base):
    """Who answers: the department, a hromada, an NGO. Its row follows the catalogue by `slug`."""

    __tablename__ = "organisations"

    id: Mapped[Id]
    slug: Mapped[Word] = mapped_column(unique=True)
    prefix: Mapped[Word] = mapped_column(unique=True)
    watched_at: Mapped[Moment | None]
    """Business time at which it was last looked for owners who do nothing."""
    resumed_at: Mapped[Moment | None]
    """Since when that is looked for without a pause: nobody loses a case for hours in which the bot stood still."""


class StaffMember(Base):
    """A person who works here; the work name is what beneficiaries see."""

    __tablename__ = "staff"

    id: Mapped[Id]
    organisation_id: Mapped[Big] = mapped_column(ForeignKey("organisations.id"))
    telegram_id: Mapped[int | None] = mapped_column(BigInteger, unique=True)
    work_name: Mapped[str] = mapped_column(Sealed("staff.work_name"))
    role: Mapped[Word]
    language: Mapped[Word]
    joined_at: Mapped[Moment]
    removed_at: Mapped[Moment | None]
    problems_known_at: Mapped[Moment | None]
    """When the newest problem was parked that this lead has seen or been told of (PostgreSQL's time)."""
    problems_told_at: Mapped[Moment | None]
    """When they were last told that there are problems (PostgreSQL's time)."""
    duty_phone: Mapped[str | None] = mapped_column(Sealed("staff.duty_phone"))
    """Where colleagues reach them while they are on duty, as E.164; emptied when they leave."""
    menu: Mapped[Word | None]
    """Digest of the list of commands that Telegram shows them; None: none was set yet."""
    digest_hour: Mapped[int | None] = mapped_column(SmallInteger)
    """At which local hour they read in the morning what waits; None: they do not want to."""
    away_until: Mapped[date | None]
    """The local day on which they are back at work; one that has begun means nothing (`rules.absence`)."""
    languages: Mapped[list[str]] = mapped_column(ARRAY(String(64)), default=list, server_default=text("'{}'"))
    """In which languages they work; of this, of service groups and of areas none means all."""
    service_groups: Mapped[list[str]] = mapped_column(ARRAY(String(64)), default=list, server_default=text("'{}'"))
    areas: Mapped[list[str]] = mapped_column(ARRAY(String(64)), default=list, server_default=text("'{}'"))
    """Oblasts in which the people live for whom they work."""


class StaffInvite(Base):
    """A one-time link that makes its first user a staff member. Only a keyed hash of the code is kept."""

    __tablename__ = "staff_invites"

    id: Mapped[Id]
    organisation_id: Mapped[Big] = mapped_column(ForeignKey("organisations.id"))
    code_hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    role: Mapped[Word]
    work_name: Mapped[str] = mapped_column(Sealed("staff_invites.work_name"))
    expires_at: Mapped[Moment]
    used_at: Mapped[Moment | None]


class BindCode(Base):
    """A one-time code that binds a group to an organisation."""

    __tablename__ = "bind_codes"

    id: Mapped[Id]
    organisation_id: Mapped[Big] = mapped_column(ForeignKey("organisations.id"))
    code_hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    expires_at: Mapped[Moment]
    used_at: Mapped[Moment | None]


class StaffGroup(Base):
    """A Telegram group in which an organisation works; one topic per case stands in it."""

    __tablename__ = "staff_groups"

    id: Mapped[Id]
    organisation_id: Mapped[Big] = mapped_column(ForeignKey("organisations.id"), index=True)
    chat_id: Mapped[Big] = mapped_column(unique=True)
    bound_by: Mapped[Big] = mapped_column(ForeignKey("staff.id"))
    bound_at: Mapped[Moment]
    unbound_at: Mapped[Moment | None]
    away_since: Mapped[Moment | None]
    """Business time since when the group does not take what the bot sends; its letters wait."""
    areas: Mapped[str | None] = mapped_column(String(500))
    """Which cases come here, as `rules.areas` writes it; None: all that no other group is bound for."""
    away_reason: Mapped[Word | None]
    """`removed`, `no-rights`, `no-forum`: what somebody has to put right there."""


class StrangerRefusal(Base):
    """When a stranger in a staff group was last refused: they get at most one answer an hour."""

    __tablename__ = "stranger_refusals"

    chat_id: Mapped[Big] = mapped_column(primary_key=True)
    telegram_id: Mapped[Big] = mapped_column(primary_key=True)
    refused_at: Mapped[Moment]
