"""What a case's card shows beside the case itself, in one look: every message of a person changes a card."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Call, Case, File, Message, OnBehalf, Return
from rules.calls import CallState


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands around a case."""

    call: Call | None
    """The call that is to be made."""
    relation: str | None
    agreement: str | None
    """Who the beneficiary is to the one who writes, and whether they agreed; None: the same human."""
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
    query = (
        select(Call, OnBehalf.relation, OnBehalf.agreement, Return.state, theirs)
        .select_from(Case)
        .outerjoin(Call, (Call.case_id == Case.id) & (Call.state == CallState.OPEN.value))
        .outerjoin(OnBehalf, OnBehalf.case_id == Case.id)
        .outerjoin(Return, Return.case_id == Case.id)
        .where(Case.id == case_id)
    )
    call, relation, agreement, returning, files = (await session.execute(query)).one()
    return Beside(call, relation, agreement, returning, files)
