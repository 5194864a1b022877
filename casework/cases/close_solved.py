"""Solved cases close by themselves, some time after they were solved and a few days after the person was told."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.ending import end
from casework.cases.history import Event, record
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import show_case, tell_person, tell_topic
from casework.reminders.planning import hours_of_case
from db.models import Case
from db.repositories import cases, people, reminders, solved
from db.repositories.reminders import NewReminder
from rules.cases import Verb
from rules.catalogue import ReminderKind
from rules.quiet_hours import morning_after
from rules.reminders import moments

BATCH = 50
"""Cases in one run: no transaction stays open long; the next run goes on."""


@dataclass(frozen=True, slots=True)
class PlanClosing:
    """All solved cases."""


@act("case.plan_closing")
async def plan_closing(ctx: Context, data: PlanClosing) -> int:
    """Plans for each newly solved case when its person is told and when it closes; returns for how many.

    A case that was solved long ago, by an earlier version or while the bot stood still, has its whole time from now on.
    """
    ladder, found = ctx.catalogue.ladders[ReminderKind.CLOSING], await solved.unplanned(ctx.uow.session, BATCH)
    for each in found:
        case = await cases.by_id(ctx.uow.session, each.case_id)
        assert case is not None, "cases are never deleted"
        hours = await hours_of_case(ctx, case)
        told, closes = moments(ladder, ctx.now, ctx.now, ctx.now, hours)
        new = NewReminder(
            ReminderKind.CLOSING,
            f"{ReminderKind.CLOSING}:{each.event_id}",
            told.at,
            case_id=case.id,
            subject=each.event_id,
            about_at=closes.at,
        )
        await reminders.plan(ctx.uow.session, [new], ctx.now)
    return len(found)


@dataclass(frozen=True, slots=True)
class CloseSolved:
    """All cases whose time has come."""


@act("case.close_solved")
async def close_solved(ctx: Context, data: CloseSolved) -> int:
    """Closes them with the result that the caseworker gave, by day; returns how many.

    Each once over all processes: what holds under the lock counts. Never in danger, with an unanswered word, an answer
    or a call on its way, or where the person was not told.
    """
    if morning_after(ctx.now) > ctx.now:
        return 0
    closed = 0
    for case_id in await solved.closable(ctx.uow.session, ctx.now, BATCH):
        case = await cases.lock(ctx.uow.session, case_id)
        if case is not None and await solved.is_closable(ctx.uow.session, case_id, ctx.now):
            await _close(ctx, case)
            closed += 1
    return closed


async def _close(ctx: Context, case: Case) -> None:
    await end(ctx, case, Verb.CLOSE, case.result or "")
    record(ctx, case, Event.CLOSED, result=case.result)
    record(ctx, case, Event.CLOSED_ITSELF)
    person = await people.by_id(ctx.uow.session, case.person_id)
    await tell_person(ctx, person, kinds.CaseClosed(case.id), case=case)
    await tell_topic(ctx, case, kinds.CaseNews(case.id, Event.CLOSED_ITSELF.value))
    await show_case(ctx, case)
