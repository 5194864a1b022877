"""A family is reminded of an application that is not sent, and of papers that it was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from casework.act import act
from casework.context import Context
from db.models import Application
from db.repositories import applications, recreation, reminders, staff
from db.repositories.recreation import Call
from db.repositories.reminders import NewReminder
from rules.catalogue import ReminderKind
from rules.local_time import end_of_day
from rules.recreation.reminding import steps

KIND = ReminderKind.APPLICATION
BATCH = 200
"""Drafts in one run: no transaction stays open long; the next run goes on."""


@dataclass(frozen=True, slots=True)
class PlanDrafts:
    """All drafts that can be sent, now or later."""


@act("reminder.plan_drafts")
async def plan_drafts(ctx: Context, data: PlanDrafts) -> int:
    """Plans the reminders of drafts toward the last day of collecting, and anew where that day was changed; of how
    many. Done again it finds nothing.
    """
    planned = 0
    for call in await recreation.before_the_end(ctx.uow.session):
        last = call.terms.closes
        for draft in await applications.drafts_not_planned(ctx.uow.session, call.campaign.id, last, BATCH - planned):
            await _forget(ctx, draft)
            await _plan(ctx, call, draft, "draft", last, draft.begun_at)
            draft.reminded_for = last
            planned += 1
    return planned


async def remind_of_papers(ctx: Context, application: Application, call: Call) -> None:
    """Papers of a locked application that was filed are missing: from now on its family is reminded of them, toward
    their last day. Said twice it is the same; another last day takes the place of the one before.
    """
    assert application.papers_by is not None, "papers are asked for until a day"
    await _forget(ctx, application)
    await _plan(ctx, call, application, "papers", application.papers_by, ctx.now)


async def remind_no_more(ctx: Context, application: Application) -> None:
    """It was sent, or its papers are here."""
    await _forget(ctx, application)


async def _forget(ctx: Context, application: Application) -> None:
    await reminders.cancel_about(ctx.uow.session, application.person_id, KIND, application.id, ctx.now)


async def _plan(ctx: Context, call: Call, application: Application, what: str, last: date, begun: datetime) -> None:
    organisation = await staff.organisation_by_id(ctx.uow.session, call.campaign.organisation_id)
    hours = ctx.catalogue.hours_of(organisation.slug)
    key = f"{KIND}:{application.id}:{what}:{last.toordinal()}"
    new = [
        NewReminder(
            KIND, f"{key}:{each.step}", each.at, each.step, each.until,
            person_id=application.person_id, subject=application.id, about_at=end_of_day(last),
        )
        for each in steps(ctx.catalogue.ladders[KIND], begun, last, ctx.now, hours)
    ]  # fmt: skip
    await reminders.plan(ctx.uow.session, new, ctx.now)
