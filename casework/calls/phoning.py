"""What every try to phone somebody begins and ends with."""

from __future__ import annotations

from casework.cases.answering import take_to_answer
from casework.context import Context
from casework.errors import NoNumber, Stale
from db.models import Call, Case, Person
from db.repositories import calls
from rules.calls import CallState, Reason


async def to_phone(ctx: Context, case: Case, person: Person) -> Call | None:
    """The call that is to be made; None where nobody asked but the person's number is held, so that they may be phoned.

    NoNumber where there is none, where the phone may be searched and its owner did not ask, or where the case is over.
    """
    call = await calls.open_of_case(ctx.uow.session, case.id)
    if call is not None and call.phone is not None:
        return call
    if case.closed_at is not None or person.watched or person.phone is None:
        raise NoNumber
    return None


async def begun(ctx: Context, case: Case, person: Person, tries: int) -> Call:
    """The call in which a try is noted; one of the caseworker's own where nobody asked. Who tries answers for the case.

    `tries`: how often somebody had phoned in the case when the button was shown. Stale where somebody noted one since,
    or for a second press; NoNumber; the refusals of `take_to_answer`.
    """
    call = await to_phone(ctx, case, person)
    if await calls.tried(ctx.uow.session, case.id) != tries:
        raise Stale
    await take_to_answer(ctx, case)
    if call is None:
        call = Call(
            person_id=person.id,
            case_id=case.id,
            state=CallState.OPEN.value,
            reason=Reason.STAFF.value,
            phone=person.phone,
            due_by=ctx.now,
            attempts=0,
            asked_at=ctx.now,
        )
        ctx.uow.session.add(call)
        await ctx.uow.session.flush()
    call.attempts += 1
    return call


def end(ctx: Context, call: Call) -> None:
    """The call was made."""
    call.state, call.ended_at = CallState.DONE.value, ctx.now
