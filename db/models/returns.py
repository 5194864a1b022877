"""People who come back from another account: what they say, and what staff decided."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from db.cipher import Sealed
from db.models.base import Base, Big, Facts, Id, Moment, Word


class Return(Base):
    """One check whether somebody is the person whom we know by another account. Times are business time."""

    __tablename__ = "returns"
    __table_args__ = (
        Index("uq_returns_person_draft", "person_id", unique=True, postgresql_where=text("state = 'draft'")),
    )

    id: Mapped[Id]
    person_id: Mapped[Big] = mapped_column(ForeignKey("people.id"), index=True)
    """Who says so: the row of the new account."""
    case_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("cases.id"), unique=True)
    """The request that staff check; None in a draft."""
    state: Mapped[Word]
    """`rules.returning.ReturnState`."""
    proved: Mapped[bool] = mapped_column(Boolean)
    """Telegram says that the number is theirs. A number that was typed proves nothing."""
    phone: Mapped[str | None] = mapped_column(Sealed("returns.phone"))
    asked_at: Mapped[Moment]
    named_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("people.id"))
    """Whom a staff member named by the number of a case."""
    former_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("people.id"), index=True)
    """Whom staff take them for."""
    first_by: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("staff.id"))
    """Who said yes first, where a second one has to."""
    decided_by: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("staff.id"))
    decided_at: Mapped[Moment | None]
    former_account: Mapped[int | None] = mapped_column(BigInteger)
    """The Telegram account that the cases were taken from, as long as that can be undone."""
    moved: Mapped[Facts]
    """What was moved: ids of cases and names of facts, so that it can be moved back."""
