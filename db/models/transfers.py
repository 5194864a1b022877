"""Handing something to a provider, with the person's consent to exactly what is shared."""

from __future__ import annotations

from datetime import date

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, SmallInteger, String, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from db.cipher import Sealed
from db.models.base import Base, Big, Id, Moment, Word


class Transfer(Base):
    """One transfer. Whose it is follows from its subject: a case may go to another account of the same human."""

    __tablename__ = "transfers"
    __table_args__ = (
        CheckConstraint("case_id IS NOT NULL", name="about_something"),
        # Asked twice at once for the same provider it is one.
        Index(
            "uq_transfers_open",
            "case_id",
            "provider_id",
            unique=True,
            postgresql_where=text("state IN ('picking', 'asked', 'handing')"),
        ),
    )

    id: Mapped[Id]
    subject: Mapped[Word]
    """`rules.transfers.Subject`: of several keys of subjects the one that is filled."""
    case_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("cases.id"), index=True)
    provider_id: Mapped[Big] = mapped_column(ForeignKey("providers.id"), index=True)
    state: Mapped[Word]
    """`rules.transfers.TransferState`."""
    items: Mapped[list[str]] = mapped_column(ARRAY(String(64)), default=list, server_default=text("'{}'"))
    """`rules.transfers.Item`: what is shared."""
    summary: Mapped[str | None] = mapped_column(Sealed("transfers.summary"))
    """What it is about, in a caseworker's words."""
    shared: Mapped[str | None] = mapped_column(Sealed("transfers.shared"))
    """The items with their values as JSON, as they stood when the person was asked: nothing else is handed over."""
    rounds: Mapped[int] = mapped_column(SmallInteger, server_default=text("0"))
    """How often the person was asked: a button of an earlier question agrees to nothing."""
    made_by: Mapped[Big] = mapped_column(ForeignKey("staff.id"))
    changed_at: Mapped[Moment]
    asked_at: Mapped[Moment | None]
    agreed_at: Mapped[Moment | None]
    agreed_way: Mapped[Word | None]
    """`rules.transfers.ConsentWay`."""
    agreed_on: Mapped[date | None]
    """The local day on which the person said so; noted by hand it may be an earlier one."""
    agreed_noted_by: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("staff.id"))
    """Who heard it; None: the person pressed."""
    due_at: Mapped[Moment | None]
    """By when the receipt is to be confirmed."""
    sent_at: Mapped[Moment | None]
    """When staff noted that it left; None: it has not, as far as is known."""
    late_at: Mapped[Moment | None]
    """When the supervisor and the person were told that nobody confirmed."""
    received_on: Mapped[date | None]
    received_way: Mapped[Word | None]
    """`rules.transfers.ReceiptWay`."""
    received_who: Mapped[str | None] = mapped_column(Sealed("transfers.received_who"))
    received_number: Mapped[str | None] = mapped_column(Sealed("transfers.received_number"))
    """Its number at the provider."""
    confirmed_by: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("staff.id"))
    ended_at: Mapped[Moment | None]
