"""The person withdraws the consent and has everything erased that the law does not keep."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.allocation.leaving import forget_applications
from casework.cases.desks import erase_place
from casework.cases.history import Event, record
from casework.context import Context
from casework.danger.alarm import end_alarm
from casework.deadlines.running import case_over
from casework.events.seats import forget_seats
from casework.letters import kinds
from casework.letters.write import private_lane, show_person, tell_person
from casework.people.places import forget_places
from casework.people.themselves import themselves
from casework.recreation.entry import forget_programme
from casework.returning.former import settle_all
from casework.transfers.ended import void_transfers
from db.models import Case
from db.models.counted import COUNTED
from db.repositories import (
    appointments,
    awaited,
    calls,
    cases,
    complaints,
    documents,
    forms,
    inbox,
    on_behalf,
    people,
    reminders,
    returns,
    sweeping,
    transfers,
)
from rules.cases import State, Turn


@dataclass(frozen=True, slots=True)
class Erase:
    """Confirmed by the person."""


@act("person.erase")
async def erase(ctx: Context, data: Erase) -> int:
    """Withdraws the consent, ends open cases, deletes name, words and drafts; returns how many cases there are.

    What was told about the person goes from them, so that a next case begins with nothing; the cases stay counted as
    they were. Number, dates, service, state and result of each case stay as long as the law keeps them (Law 2297-VI,
    art. 15; the term is catalogue data). The topics in the staff group are deleted whole; so is what stands in the
    person's chat for less than two days, as far as Telegram lets bots delete it.
    """
    person = await themselves(ctx)
    session = ctx.uow.session
    if consent := await people.standing_consent(session, person.id):
        consent.withdrawn_at = ctx.now
    all_cases = [await cases.lock(session, case.id) for case in await cases.all_of(session, person.id)]
    theirs = [case for case in all_cases if case is not None]
    theirs_in_chat = await sweeping.written_by(session, person.id)
    await cases.erase_words(session, [case.id for case in theirs])
    await calls.drop_draft(session, person.id)
    await calls.forget(session, [case.id for case in theirs], ctx.now)
    await appointments.forget(session, [case.id for case in theirs])
    await forget_seats(ctx, person)
    await awaited.forget(session, [case.id for case in theirs])
    await returns.drop_draft(session, person.id)
    await returns.forget(session, [case.id for case in theirs])
    await settle_all(ctx, person)
    await on_behalf.forget(session, [case.id for case in theirs])
    await documents.forget(session, [case.id for case in theirs])
    await transfers.forget(session, [case.id for case in theirs])
    await forget_applications(ctx, theirs)
    await forget_programme(ctx, person)
    await on_behalf.forget_beneficiary(session, person.id)
    await complaints.erase_of(session, person.id)
    await forms.drop_all(session, person.id)
    await reminders.forget_of(session, person.id)
    await people.drop_drafts(session, person.id)
    await people.forget_rendered(session, person.id)
    if person.telegram_id is not None:
        # Updates and letters name the lane of a private chat alike.
        await inbox.drop_parked(session, private_lane(person.telegram_id))
    for case in theirs:
        await _erase_case(ctx, case)
    person.name = None
    forget_places(person)
    person.phone = None
    for fact in COUNTED:
        setattr(person, fact, None)
    person.watched = person.covered = person.human_only = False
    person.frozen_at = person.frozen_by = None
    person.erased_at = ctx.now
    await show_person(ctx, person, kinds.ErasedScreen(len(theirs)))
    await tell_person(ctx, person, kinds.ChatSweep(theirs_in_chat))
    return len(theirs)


async def _erase_case(ctx: Context, case: Case) -> None:
    if case.closed_at is None:
        case.state = State.WITHDRAWN.value
        case.turn = Turn.NOBODY.value
        case.closed_at = ctx.now
        case.waiting_since = None
        case.result = "withdrawn"
        await case_over(ctx, case, answered=False)
        record(ctx, case, Event.WITHDRAWN)
        await end_alarm(ctx, case, "closed")
    await void_transfers(ctx, case)
    case.unread = 0
    case.erased_at = ctx.now
    record(ctx, case, Event.ERASED)
    await erase_place(ctx, case)
