"""A call that nobody asked for: the machine found that writing is not enough."""

from __future__ import annotations

from collections.abc import Sequence

from casework.calls.phoning import new_call
from casework.cases.history import Event, record
from casework.context import Context
from casework.letters.write import show_case
from db.models import Call, Case, Person
from db.repositories import calls, cases, on_behalf, staff
from rules.calls import WISHED, CallState, Reason, When, window


async def need_call(
    ctx: Context, case: Case, person: Person, reason: Reason, *, for_lead: bool = False, phone: str | None = None
) -> Call | None:
    """Makes a call task in a locked case that is open (UNREAD: or over), or gives the one that is there to leads.
    `phone`: the number that was named in the case, where the person has none of their own.

    None where no number is held, or somebody else may read or answer that phone, or who writes stays hidden: they are
    called only at their own wish.
    """
    session = ctx.uow.session
    wanted = await calls.open_of_case(session, case.id)
    if wanted is not None:
        wanted.for_lead = wanted.for_lead or for_lead
        return wanted
    number = person.phone or phone
    if person.discreet or number is None or (case.closed_at is not None and reason is not Reason.UNREAD):
        return None
    if await on_behalf.hides_writer(session, case.id):
        return None
    organisation = await staff.organisation_by_id(session, case.organisation_id)
    due = window(ctx.catalogue, When.SOON, ctx.now, organisation=organisation.slug)
    call = await new_call(ctx, case, person.id, reason, due, phone=number)
    call.for_lead = for_lead
    record(ctx, case, Event.CALL_NEEDED, call_id=call.id, reason=reason.value)
    await show_case(ctx, case, head=False)
    return call


async def need_call_instead(ctx: Context, person: Person) -> None:
    """The person takes nothing from the bot: somebody phones about their newest open case."""
    for newest in (await cases.open_of(ctx.uow.session, person.id))[:1]:
        case = await cases.lock(ctx.uow.session, newest.id)
        if case is not None and case.closed_at is None:
            await need_call(ctx, case, person, Reason.UNREACHABLE)


async def end_calls_instead(ctx: Context, person: Person) -> None:
    """The person is within reach again: calls that were only to take the place of letters are not needed."""
    await _end(
        ctx, [call for call in await _open(ctx, person) if call.reason == Reason.UNREACHABLE and not call.attempts]
    )


async def end_calls_unasked(ctx: Context, person: Person) -> None:
    """The phone may be searched from now on: it is called only at its owner's wish."""
    await _end(ctx, [call for call in await _open(ctx, person) if call.reason not in WISHED])


async def end_unwanted_call(ctx: Context, case: Case) -> None:
    """The person of the locked case wants to stay hidden, or only to write: nobody phones them, whoever wanted it."""
    call = await calls.open_of_case(ctx.uow.session, case.id)
    if call is not None:
        await _end(ctx, [call])


async def end_unread_call(ctx: Context, case: Case) -> None:
    """What was to be told on the phone in a locked case was read, or needs not be told any more."""
    await end_call_about(ctx, case, Reason.UNREAD)


async def end_call_about(ctx: Context, case: Case, reason: Reason) -> None:
    """What somebody was to be phoned about in a locked case is settled without it."""
    call = await calls.open_of_case(ctx.uow.session, case.id)
    if call is not None and call.reason == reason:
        await _end(ctx, [call])


async def _open(ctx: Context, person: Person) -> Sequence[Call]:
    return await calls.open_of_person(ctx.uow.session, person.id)


async def _end(ctx: Context, unneeded: Sequence[Call]) -> None:
    for call in unneeded:
        case = await cases.lock(ctx.uow.session, call.case_id) if call.case_id is not None else None
        if case is not None:
            call.state, call.ended_at = CallState.CANCELLED.value, ctx.now
            record(ctx, case, Event.CALL_CANCELLED, call_id=call.id)
            await show_case(ctx, case, head=False)
