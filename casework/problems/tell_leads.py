"""Leads hear that something was put aside: once, not for each single thing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from casework.act import act
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import tell_desk
from casework.problems.reach import reach
from casework.staff.unowned import sees_unowned
from db.models import StaffMember
from db.repositories import letters, problems, staff

QUIET = timedelta(hours=1)
"""Each lead is told at most once in this time."""


@dataclass(frozen=True, slots=True)
class TellLeads:
    """All leads of all organisations."""


@act("problems.tell_leads")
async def tell_leads(ctx: Context, data: TellLeads) -> int:
    """Writes a letter to each lead who knows nothing yet of the newest problem of theirs; returns to how many.

    What they saw at /problems they know of, and what a letter will say that still waits for the morning: it counts
    when it leaves.
    """
    told = 0
    newest: dict[int, tuple[bool, datetime | None]] = {}
    for member in await staff.leads(ctx.uow.session):
        if member.organisation_id not in newest:
            unowned = await sees_unowned(ctx, member.organisation_id)
            within = reach(member.organisation_id, unowned=unowned)
            newest[member.organisation_id] = unowned, (await problems.extent(ctx.uow.session, within))[1]
        unowned, at = newest[member.organisation_id]
        if at is not None and _is_news(member, at):
            told += await _tell(ctx, member.id, unowned, at)
    return told


def _is_news(member: StaffMember, newest: datetime) -> bool:
    return member.problems_known_at is None or member.problems_known_at < newest


async def _tell(ctx: Context, staff_id: int, unowned: bool, newest: datetime) -> bool:
    """Looks again under a lock: another process may have told them a moment ago."""
    session = ctx.uow.session
    member = await staff.lock(session, staff_id)
    now = await letters.clock(session)
    lately = member.problems_told_at is not None and member.problems_told_at > now - QUIET
    if not _is_news(member, newest) or member.telegram_id is None:
        return False
    if await problems.letter_waits(session, kinds.ProblemsFound.kind, member.telegram_id):
        member.problems_known_at = newest
        return False
    if lately:
        return False
    member.problems_told_at, member.problems_known_at = now, newest
    return await tell_desk(ctx, member, kinds.ProblemsFound(member.id, unowned))
