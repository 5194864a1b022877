"""The clock's part: days that are over without a sign become calls, once."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.awaited.unread import unread_now
from casework.context import Context
from db.repositories import awaited, cases, people
from db.repositories.awaited import WAITING

BATCH = 50
"""Letters looked at in one transaction: it stays short."""


@dataclass(frozen=True, slots=True)
class FindUnread:
    """All letters whose day is over."""


@act("awaited.find_unread")
async def find_unread(ctx: Context, data: FindUnread) -> int:
    """Makes the calls; in how many cases. Two processes at once pass over what the other holds; whatever dies in
    between is undone whole and done again.
    """
    session, found = ctx.uow.session, 0
    for case_id in await awaited.cases_overdue(session, ctx.now, BATCH):
        case = await cases.lock(session, case_id)
        wanted = await awaited.wanted_of(session, case_id)
        over = [row for row in wanted if row.state == WAITING and row.due_at <= ctx.now]
        if case is None or not over:
            continue
        await unread_now(ctx, case, await people.by_id(session, case.person_id), over)
        found += 1
    return found
