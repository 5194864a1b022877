"""Alarms: somebody is in danger, and who has seen it."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Big, Id, Moment, Word


class Alarm(Base):
    """Somebody is in danger: from the moment it was raised until a human answered. All times are business time."""

    __tablename__ = "alarms"
    __table_args__ = (
        Index("uq_alarms_case_standing", "case_id", unique=True, postgresql_where=text("ended_at IS NULL")),
    )

    id: Mapped[Id]
    case_id: Mapped[Big] = mapped_column(ForeignKey("cases.id"), index=True)
    cause: Mapped[Word]
    """`pressed` by the person, or their `words` sounded dangerous, or they asked for a `call` later."""
    opened_case: Mapped[bool] = mapped_column(Boolean)
    """The case was opened by this press, and holds nothing else."""
    raised_at: Mapped[Moment]
    promise: Mapped[Word]
    """What the person was told: `on-duty`, `at-work`, `nobody`."""
    promised_at: Mapped[Moment]
    way: Mapped[Word | None]
    """How it is safe to reply: `call`, `write`, `silent`."""

    rounds: Mapped[int] = mapped_column(server_default=text("0"))
    """How often staff were told."""
    rung: Mapped[Word | None]
    """The rung of the ladder (`rules.duty.Rung`) whose people were told last; None: nobody was, in this course."""
    course: Mapped[int] = mapped_column(server_default=text("0"))
    """The round with which the present course began: whoever was told in an earlier one is told again."""
    next_at: Mapped[Moment | None]
    """When the next ones are told unless somebody has seen it by then; None: everybody was."""
    seen_at: Mapped[Moment | None]
    seen_by: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("staff.id"))
    late_told_at: Mapped[Moment | None]
    """When the promise was found broken, and the person told where that is safe."""
    ended_at: Mapped[Moment | None]
    ended: Mapped[Word | None]
    """Why: `answered`, `mistake`, `closed`."""
