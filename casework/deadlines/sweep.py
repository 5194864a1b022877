"""What acts leave to the clock: promises whose reminders are not planned, and cases whose deadlines were not begun."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.deadlines.running import happened
from casework.reminders.planning import plan_unanswered
from db.repositories import cases, deadlines
from rules.catalogue import CaseMoment

BATCH = 200
"""Cases in one run: no transaction stays open long; the next run goes on."""


@dataclass(frozen=True, slots=True)
class PlanPromises:
    """All cases in which somebody waits."""


@act("reminder.plan")
async def plan_promises(ctx: Context, data: PlanPromises) -> int:
    """Plans what staff are told before each promise ends; returns for how many cases.

    A person's message is the path that everybody walks: it plans nothing by itself, and is found here within a minute.
    """
    found = await deadlines.unplanned(ctx.uow.session, BATCH)
    for case_id in found:
        case = await cases.lock(ctx.uow.session, case_id)
        if case is not None and case.waiting_since is not None:
            await plan_unanswered(ctx, case)
    return len(found)


@dataclass(frozen=True, slots=True)
class BeginDeadlines:
    """All open cases."""


@act("deadline.begin")
async def begin_deadlines(ctx: Context, data: BeginDeadlines) -> int:
    """Begins, from the day they were opened on, the deadlines of cases that have none: of before there were rows for
    them. Returns for how many cases.
    """
    found = await deadlines.unbegun(ctx.uow.session, BATCH)
    for case_id in found:
        case = await cases.lock(ctx.uow.session, case_id)
        if case is not None:
            await happened(ctx, case, CaseMoment.RECEIVED, case.opened_at)
    return len(found)
