"""Calls: whom to phone, by when, and what came of it."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, ForeignKey, Index, Integer, LargeBinary, false, text, true
from sqlalchemy.orm import Mapped, mapped_column, validates

from db.cipher import Sealed
from db.models.base import Base, Big, Id, Moment, Word
from db.models.search import phone_hash


class Call(Base):
    """One call task. Number, name and own words are sealed, and emptied once the case's words are erased.

    A call that asks for an agreement holds no number: that stands where the human is written down (`on_behalf.phone`).
    """

    __tablename__ = "calls"
    __table_args__ = (
        Index(
            "uq_calls_case_open",
            "case_id",
            unique=True,
            postgresql_where=text("state = 'open' AND reason <> 'agreement'"),
        ),
        Index(
            "uq_calls_case_agreement",
            "case_id",
            unique=True,
            postgresql_where=text("state = 'open' AND reason = 'agreement'"),
        ),
        Index("uq_calls_person_draft", "person_id", unique=True, postgresql_where=text("state = 'draft'")),
        Index("ix_calls_due", "due_by", postgresql_where=text("state = 'open'")),
    )

    id: Mapped[Id]
    person_id: Mapped[Big] = mapped_column(ForeignKey("people.id"), index=True)
    """Whom to phone."""
    case_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("cases.id"), index=True)
    """None in a draft whose case is not chosen or not opened yet."""
    state: Mapped[Word]
    """`rules.calls.CallState`."""
    reason: Mapped[Word]
    """`rules.calls.Reason`."""
    for_lead: Mapped[bool] = mapped_column(Boolean, server_default=false())
    """A supervisor or admin has to phone."""
    phone: Mapped[str | None] = mapped_column(Sealed("calls.phone"))
    phone_hash: Mapped[bytes | None] = mapped_column(LargeBinary, index=True)
    """It follows `phone`, see `db.models.search`."""
    own_phone: Mapped[bool] = mapped_column(Boolean, server_default=true())
    """Whether it is the person's own number; else `ask_for` may say whose."""
    ask_for: Mapped[str | None] = mapped_column(Sealed("calls.ask_for"))
    suits: Mapped[Word | None]
    """`rules.calls.When`."""
    wish: Mapped[str | None] = mapped_column(Sealed("calls.wish"))
    """When it suits, in the person's own words."""
    from_at: Mapped[Moment | None]
    due_by: Mapped[Moment | None]
    """Business time: between these two we phone; the second one is promised. Both None in a draft."""
    attempts: Mapped[int] = mapped_column(Integer, server_default=text("0"))
    asked_at: Mapped[Moment]
    ended_at: Mapped[Moment | None]

    @validates("phone")
    def _follow(self, _: str, phone: str | None) -> str | None:
        self.phone_hash = phone_hash(phone)
        return phone
