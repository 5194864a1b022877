"""Planning reminders, and taking back those whose reason is gone."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from casework.context import Context
from db.models import Case, CaseDeadline
from db.repositories import reminders, staff
from db.repositories.reminders import NewReminder
from rules.catalogue import FOR_PEOPLE, ReminderKind
from rules.questions import asks
from rules.reminders import ladder_for, moments
from rules.working_time import WorkingHours

ASKED = frozenset({ReminderKind.QUESTION, ReminderKind.DOCUMENT})
"""What a case asks of its person."""
IN_A_CASE = frozenset(
    {*ASKED, ReminderKind.DEADLINE, ReminderKind.DEADLINE_SHORT, ReminderKind.UNANSWERED, ReminderKind.CLOSING}
)
"""What is over with the case."""


async def hours_of_case(ctx: Context, case: Case) -> WorkingHours:
    """When people work in the case's organisation."""
    organisation = await staff.organisation_by_id(ctx.uow.session, case.organisation_id)
    return ctx.catalogue.hours_of(organisation.slug)


async def was_answered(ctx: Context, case: Case, message_id: int, words: str) -> None:
    """A caseworker wrote to the person of a locked case: staff need no reminder of it any more. Where they asked
    something the person is reminded of that; the newest question stands for all that was asked before.
    """
    await take_back(ctx, case, {ReminderKind.QUESTION, ReminderKind.UNANSWERED})
    if asks(words):
        await remind_person(ctx, case, ReminderKind.QUESTION, message_id)


async def remind_person(ctx: Context, case: Case, kind: ReminderKind, subject: int, *, again: int = 0) -> None:
    """From now on the person of a locked case is reminded by the ladder of the kind; `subject`: what in the case is
    meant, `again`: how often it has been answered and asked for anew. Said twice it is the same. ValueError for a kind
    that no case asks of a person.
    """
    if kind not in ASKED:
        raise ValueError(f"{kind} is nothing that a case asks of its person")
    hours, key = await hours_of_case(ctx, case), f"{kind}:{case.id}:{subject}" + (f":{again}" if again else "")
    steps = moments(ctx.catalogue.ladders[kind], ctx.now, ctx.now, ctx.now, hours)
    new = [
        NewReminder(
            kind, f"{key}:{each.step}", each.at, each.step, each.until,
            person_id=case.person_id, case_id=case.id, subject=subject,
        )
        for each in steps
    ]  # fmt: skip
    await reminders.plan(ctx.uow.session, new, ctx.now)


async def plan_deadline(ctx: Context, case: Case, deadline: CaseDeadline, hours: WorkingHours) -> None:
    """Staff are reminded of a deadline by its ladder, at the date that it has now."""
    kind = ladder_for(deadline.started_at, deadline.due_at)
    key = f"deadline:{deadline.id}:{_seconds(deadline.due_at)}"
    new = [
        NewReminder(
            kind, f"{key}:{each.step}", each.at, each.step, each.until,
            case_id=case.id, deadline_id=deadline.id, about_at=deadline.due_at,
        )
        for each in moments(ctx.catalogue.ladders[kind], deadline.started_at, deadline.due_at, ctx.now, hours)
    ]  # fmt: skip
    await reminders.plan(ctx.uow.session, new, ctx.now)


async def plan_unanswered(ctx: Context, case: Case) -> None:
    """Staff are reminded that somebody waits in a locked case, before our promise ends."""
    assert case.waiting_since is not None, "somebody waits"
    kind, hours = ReminderKind.UNANSWERED, await hours_of_case(ctx, case)
    await take_back(ctx, case, {kind})
    key = f"{kind}:{case.id}:{_seconds(case.waiting_since)}:{_seconds(case.reply_by)}"
    since = min(case.waiting_since, case.reply_by)
    new = [
        NewReminder(
            kind, f"{key}:{each.step}", each.at, each.step, each.until, case_id=case.id, about_at=case.reply_by
        )
        for each in moments(ctx.catalogue.ladders[kind], since, case.reply_by, ctx.now, hours)
    ]  # fmt: skip
    await reminders.plan(ctx.uow.session, new, ctx.now)
    case.planned_for = case.reply_by


async def take_back(ctx: Context, case: Case, kinds: Collection[ReminderKind] = IN_A_CASE) -> None:
    """The reason is gone: what waits of these kinds in the case is cancelled."""
    await reminders.cancel_of_case(ctx.uow.session, case.id, kinds, ctx.now)


async def take_back_of_person(ctx: Context, person_id: int) -> None:
    """Nothing is to be told to this person any more."""
    await reminders.cancel_of_person(ctx.uow.session, person_id, FOR_PEOPLE, ctx.now)


def _seconds(at: datetime) -> int:
    return int(at.timestamp())
