"""A call that nobody asked for: the machine found that writing is not enough."""

from __future__ import annotations

from collections.abc import Sequence

from casework.cases.history import Event, record
from casework.context import Context
from casework.letters.write import show_case
from db.models import Call, Case, Person
from db.repositories import calls, cases, staff
from rules.calls import CallState, Reason, When, window


async def need_call(ctx: Context, case: Case, person: Person, reason: Reason, *, for_lead: bool = False) -> Call | None:
    """Makes a call task in a locked open case, or gives the one that is there to leads.

    None where no number is held, or the phone may be searched: such a phone is called only at its owner's wish.
    """
    session = ctx.uow.session
    wanted = await calls.open_of_case(session, case.id)
    if wanted is not None:
        wanted.for_lead = wanted.for_lead or for_lead
        return wanted
    if person.watched or person.phone is None or case.closed_at is not None:
        return None
    organisation = await staff.organisation_by_id(session, case.organisation_id)
    due = window(ctx.catalogue, When.SOON, ctx.now, organisation=organisation.slug)
    call = Call(
        person_id=person.id,
        case_id=case.id,
        state=CallState.OPEN.value,
        reason=reason.value,
        for_lead=for_lead,
        phone=person.phone,
        from_at=due.start,
        due_by=due.end,
        asked_at=ctx.now,
    )
    session.add(call)
    await session.flush()
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
    await _end(ctx, [call for call in await _open(ctx, person) if call.reason != Reason.ASKED])


async def _open(ctx: Context, person: Person) -> Sequence[Call]:
    return await calls.open_of_person(ctx.uow.session, person.id)


async def _end(ctx: Context, unneeded: Sequence[Call]) -> None:
    for call in unneeded:
        case = await cases.lock(ctx.uow.session, call.case_id) if call.case_id is not None else None
        if case is not None:
            call.state, call.ended_at = CallState.CANCELLED.value, ctx.now
            record(ctx, case, Event.CALL_CANCELLED, call_id=call.id)
            await show_case(ctx, case, head=False)
