"""What is not needed any more is forgotten, as the catalogue's retention says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from casework.act import act
from casework.cases.desks import erase_place
from casework.cases.history import Event, record
from casework.context import Context
from casework.recreation.again import ask_anew
from casework.registering.begin import drop_left
from casework.returning.former import settle
from db.repositories import (
    applications,
    appointments,
    awaited,
    broadcasts,
    calls,
    cases,
    complaints,
    conversations,
    documents,
    events,
    files,
    forms,
    imported,
    inbox,
    linking,
    on_behalf,
    people,
    providers,
    ratings,
    registering,
    reminders,
    returns,
    transfers,
)
from rules.local_time import local_date
from rules.returning import UNDO_FOR

BATCH = 200
"""Cases erased in one run: no transaction stays open long; the next run goes on."""
MANY = 20_000
"""The same for rows that need no more than to be deleted."""


@dataclass(frozen=True, slots=True)
class DropDrafts:
    """All words past the retention of `draft`."""


@act("upkeep.drop_drafts")
async def drop_drafts(ctx: Context, data: DropDrafts) -> int:
    """Deletes words that waited too long for a consent or an answer, and forms that nobody went on with; how many.

    Where somebody stopped in the middle of a conversation is forgotten as well: it is kept under their account.
    """
    before = _before(ctx, "draft")
    await people.drop_stale_searches(ctx.uow.session, before)
    await calls.drop_stale_drafts(ctx.uow.session, before)
    await returns.drop_stale_drafts(ctx.uow.session, before)
    await conversations.drop_stale(ctx.uow.session, before)
    await reminders.drop_stale_drafts(ctx.uow.session, before)
    await drop_left(ctx, await registering.left_before(ctx.uow.session, before))
    await linking.drop_stale(ctx.uow.session, ctx.now)
    await providers.drop_stale_uploads(ctx.uow.session, before)
    await imported.drop_over(ctx.uow.session, _before(ctx, "form"))
    words = await people.drop_stale_drafts(ctx.uow.session, before)
    return words + await forms.drop_stale(ctx.uow.session, _before(ctx, "form"))


@dataclass(frozen=True, slots=True)
class Forget:
    """All that retention names."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many rows were deleted or emptied."""

    updates: int
    rendered: int
    readings: int
    cases: int
    complaints: int
    rating_words: int
    files: int
    people: int


@act("upkeep.forget")
async def forget(ctx: Context, data: Forget) -> Forgotten:
    """Deletes handled updates, kept texts of letters, old readings, words beside ratings, and files and words of cases
    closed and complaints answered long enough ago; and what is left of accounts that cases were taken from. What is
    left of people who had everything erased becomes nobody's once the law needs it no longer.
    """
    session = ctx.uow.session
    # Before the words, which take theirs along, so that they are counted.
    files_gone = await files.forget_of_closed(session, _before(ctx, "file"), BATCH)
    over = await cases.closed_before(session, _before(ctx, "case"), BATCH)
    await cases.erase_words(session, [case.id for case in over])
    await calls.forget(session, [case.id for case in over], ctx.now)
    await appointments.forget(session, [case.id for case in over])
    await events.forget_past(session, _before(ctx, "event"))
    await awaited.forget(session, [case.id for case in over])
    await on_behalf.forget(session, [case.id for case in over])
    # Once files and words are gone, and as long as it is known which documents they served again.
    await ask_anew(ctx)
    await documents.forget(session, [case.id for case in over])
    await transfers.forget(session, [case.id for case in over])
    await applications.forget(session, [case.id for case in over], ctx.now)
    await returns.forget(session, [case.id for case in over])
    for check in await returns.past_undoing(session, ctx.now - UNDO_FOR, BATCH):
        await settle(ctx, check)
    await broadcasts.forget_recipients(session, _before(ctx, "broadcast"), MANY)
    await reminders.forget_settled(session, ctx.now - ctx.rules.rendered_keep, MANY)
    for case in over:
        case.erased_at = ctx.now
        record(ctx, case, Event.ERASED)
        await erase_place(ctx, case)
    return Forgotten(
        updates=await inbox.forget_done(session, ctx.rules.inbox_keep),
        rendered=await cases.forget_rendered(session, ctx.now - ctx.rules.rendered_keep),
        readings=await people.forget_readings(session, _before(ctx, "reading")),
        cases=len(over),
        complaints=await complaints.forget(session, _before(ctx, "complaint")),
        rating_words=await ratings.forget(
            session, local_date(_before(ctx, "rating")).replace(day=1), local_date(ctx.now)
        ),
        files=files_gone,
        people=await people.forget_erased(session, _before(ctx, "case"), BATCH),
    )


def _before(ctx: Context, kept: str) -> datetime:
    return ctx.now - timedelta(days=ctx.catalogue.retention[kept].days)
