"""One action on many cases: what was previewed and confirmed, and how far it is."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from db.cipher import Sealed
from db.models.base import Base, Big, Facts, Id, Moment, Word

GOING_RUN = "state IN ('confirmed', 'undoing')"
WAITING_ITEM = "state = 'waiting'"


class BulkRun(Base):
    """A run of one action over a list that was frozen at its preview. Business time."""

    __tablename__ = "bulk_runs"
    __table_args__ = (
        Index("ix_bulk_runs_going", "id", postgresql_where=text(GOING_RUN)),
        Index("ix_bulk_runs_staff", "staff_id"),
    )

    id: Mapped[Id]
    organisation_id: Mapped[Big] = mapped_column(ForeignKey("organisations.id"))
    staff_id: Mapped[Big] = mapped_column(ForeignKey("staff.id"))
    action: Mapped[Word]
    """`rules.bulk.Action`."""
    facts: Mapped[Facts]
    """What is done, by slugs and ids."""
    words: Mapped[str | None] = mapped_column(Sealed("bulk_runs.words"))
    """What a letter says, as it was typed; emptied once the run is over."""
    state: Mapped[Word]
    """`rules.bulk.RunState`."""
    previewed_at: Mapped[Moment]
    confirmed_at: Mapped[Moment | None]
    ended_at: Mapped[Moment | None]


class BulkItem(Base):
    """One case of a run, as it was when it was previewed, and what became of it."""

    __tablename__ = "bulk_items"
    __table_args__ = (
        UniqueConstraint("run_id", "case_id"),
        Index("ix_bulk_items_waiting", "run_id", "id", postgresql_where=text(WAITING_ITEM)),
    )

    id: Mapped[Id]
    run_id: Mapped[Big] = mapped_column(ForeignKey("bulk_runs.id", ondelete="CASCADE"))
    case_id: Mapped[Big] = mapped_column(ForeignKey("cases.id"), index=True)
    state: Mapped[Word]
    """`rules.bulk.ItemState`."""
    why: Mapped[Word | None]
    """Why it was left out."""
    seen: Mapped[Facts]
    """What of the case was looked at when it was previewed: where that changed, it is left out."""
    before: Mapped[Facts]
    """What stood there before, so that it can be put back."""
