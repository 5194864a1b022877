"""Providers: organisations besides ours that help, too; and the lists of them that leads send."""

from __future__ import annotations

from datetime import date

from sqlalchemy import BigInteger, ForeignKey, String, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from db.cipher import Sealed
from db.models.base import Base, Big, Id, Moment, Word


class Provider(Base):
    """One provider, as an organisation of this bot knows it. Empty texts: not known."""

    __tablename__ = "providers"
    __table_args__ = (UniqueConstraint("organisation_id", "name_key"),)

    id: Mapped[Id]
    organisation_id: Mapped[Big] = mapped_column(ForeignKey("organisations.id"))
    name: Mapped[str] = mapped_column(String(200))
    name_key: Mapped[str] = mapped_column(String(200))
    """`rules.providers.name_key`: a line of a list with the same one is the same provider."""
    kind: Mapped[Word]
    """Of `rules.providers.KINDS`."""
    channel: Mapped[Word]
    """`rules.providers.Channel`."""
    areas: Mapped[list[str]] = mapped_column(ARRAY(String(64)), default=list, server_default=text("'{}'"))
    """Codes of hromadas or oblasts; none: it serves everybody."""
    phone: Mapped[str] = mapped_column(Sealed("providers.phone"))
    email: Mapped[str] = mapped_column(Sealed("providers.email"))
    address: Mapped[str] = mapped_column(Sealed("providers.address"))
    contact: Mapped[str] = mapped_column(Sealed("providers.contact"))
    accepts_from: Mapped[date | None]
    accepts_until: Mapped[date | None]
    chat: Mapped[Word]
    """The slug of its own organisation in this bot, or empty."""
    changed_at: Mapped[Moment]
    changed_by: Mapped[Big] = mapped_column(ForeignKey("staff.id"))
    removed_at: Mapped[Moment | None]


class Upload(Base):
    """A file that a lead sent on their desk, until they decide about what is in it."""

    __tablename__ = "uploads"

    id: Mapped[Id]
    staff_id: Mapped[Big] = mapped_column(ForeignKey("staff.id"), index=True)
    purpose: Mapped[Word]
    """`casework.uploads.purposes`: what the file is for."""
    state: Mapped[Word]
    """`waiting` for its content · `here` · `failed` · `done` · `dropped`."""
    at: Mapped[Moment]
    decided_by: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("staff.id"))
    campaign_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("campaigns.id"))
    """Whose drafts the rows of the file are to be; None where the file is about something else."""
