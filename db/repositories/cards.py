"""What a case's card shows beside the case itself, in one look: every message of a person changes a card."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.models import Call, Case, File, Message, OnBehalf, Return
from rules.calls import CallState, Reason


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands around a case."""

    call: Call | None
    """The call that is to be made to the person."""
    agreement_call: Call | None
    """The call in which the human for whom somebody writes is to be asked."""
    relation: str | None
    agreement: str | None
    """Who the beneficiary is to the one who writes, and whether they agreed; None: the same human."""
    hidden: bool
    """Who writes reports about somebody, and staff are not to see who they are."""
    returning: str | None
    """What the check says whether this is somebody who comes back from another account, where one was asked for."""
    files: int
    """How many files of the person's came, or will."""


async def beside(session: AsyncSession, case_id: int) -> Beside:
    """What the card of a case that must exist shows beside it."""
    theirs = (
        select(func.count())
        .select_from(File)
        .join(Message, Message.id == File.message_id)
        .where(Message.case_id == case_id, Message.author_kind == "person", File.state != "refused")
        .scalar_subquery()
    )
    asked, agreeing = aliased(Call), aliased(Call)
    hidden = func.coalesce(OnBehalf.reporter_shown.is_(False), False)
    query = (
        select(asked, agreeing, OnBehalf.relation, OnBehalf.agreement, hidden, Return.state, theirs)
        .select_from(Case)
        .outerjoin(asked, _open(asked) & (asked.reason != Reason.AGREEMENT.value))
        .outerjoin(agreeing, _open(agreeing) & (agreeing.reason == Reason.AGREEMENT.value))
        .outerjoin(OnBehalf, OnBehalf.case_id == Case.id)
        .outerjoin(Return, Return.case_id == Case.id)
        .where(Case.id == case_id)
    )
    return Beside(*(await session.execute(query)).one())


def _open(call: type[Call]) -> ColumnElement[bool]:
    return (call.case_id == Case.id) & (call.state == CallState.OPEN.value)
