"""How the deadlines of a case run: what happens in it begins some and meets others."""

from __future__ import annotations

from datetime import datetime

from casework.context import Context
from casework.reminders.planning import hours_of_case, plan_deadline, take_back
from db.models import Case, CaseDeadline
from db.repositories import deadlines, reminders
from rules.catalogue import CaseMoment, DeadlineRule, MissingRule
from rules.deadlines import due_at


async def happened(ctx: Context, case: Case, moment: CaseMoment, at: datetime | None = None) -> None:
    """This happened in a locked case (`at`: business time, by default now): deadlines that it meets are over, those
    that it starts begin, where the decision is ours. Said twice it is the same as long as they run.
    """
    await _meet(ctx, case, moment)
    if case.law_by is None:
        return
    when = at or ctx.now
    for rule in ctx.catalogue.deadlines_from(moment, case.intake_kind, when):
        await begin(ctx, case, rule, when)


async def begin(ctx: Context, case: Case, rule: DeadlineRule, at: datetime) -> CaseDeadline | None:
    """The rule runs in a locked case from a moment on; None where it runs there already."""
    hours = await hours_of_case(ctx, case)
    due = due_at(rule, at, hours)
    added = await deadlines.begin(ctx.uow.session, case.id, rule.id, rule.version, at, due)
    deadline = await deadlines.by_id(ctx.uow.session, added) if added is not None else None
    if deadline is not None:
        await plan_deadline(ctx, case, deadline, hours)
    return deadline


async def _meet(ctx: Context, case: Case, moment: CaseMoment) -> None:
    for deadline in await deadlines.open_of_case(ctx.uow.session, case.id):
        rule = rule_of(ctx, deadline)
        if rule is not None and rule.met_by is moment:
            await meet(ctx, deadline)


async def meet(ctx: Context, deadline: CaseDeadline) -> None:
    """What must happen has happened."""
    deadline.met_at = deadline.ended_at = ctx.now
    deadline.paused_at = None
    await reminders.cancel_of_deadline(ctx.uow.session, deadline.id, ctx.now)


async def case_over(ctx: Context, case: Case, *, answered: bool) -> None:
    """A locked case is over, and with it all that somebody would be reminded of. `answered`: by us, so that what was
    to happen has happened; else nobody needs it any more.
    """
    for deadline in await deadlines.open_of_case(ctx.uow.session, case.id):
        deadline.ended_at = ctx.now
        deadline.met_at = ctx.now if answered else None
        deadline.paused_at = None
    await take_back(ctx, case)


async def move_due(ctx: Context, case: Case, deadline: CaseDeadline, due: datetime) -> None:
    """The deadline ends at another moment: its reminders are planned anew, and the case's date of law follows."""
    hours = await hours_of_case(ctx, case)
    if case.law_by == deadline.due_at:
        case.law_by = due
    deadline.due_at = due
    await reminders.cancel_of_deadline(ctx.uow.session, deadline.id, ctx.now)
    await plan_deadline(ctx, case, deadline, hours)


def rule_of(ctx: Context, deadline: CaseDeadline) -> DeadlineRule | None:
    """The version of the rule by which it was begun; None where the catalogue does not know it any more."""
    try:
        return ctx.catalogue.deadline_version(deadline.rule, deadline.version)
    except MissingRule:
        return None
