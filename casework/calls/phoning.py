"""What every try to phone somebody begins and ends with."""

from __future__ import annotations

from casework.cases.access import owner_name
from casework.cases.answering import take_to_answer
from casework.context import Context
from casework.danger.alarm import note_seen
from casework.errors import NoNumber, NotOwner, Stale, TakeFirst
from db.models import Call, Case, Person
from db.repositories import calls, on_behalf
from rules.calls import WISHED, CallState, Reason, Window
from rules.roles import Role


async def to_phone(ctx: Context, case: Case, person: Person) -> Call | None:
    """The call that is to be made; None where nobody asked but the person's number is held, so that they may be phoned.

    NoNumber where there is none, where somebody else may read or answer the phone or the person stays hidden and they
    did not ask, or where the case is over. Whoever stays hidden and asked is phoned by the owner of the case or a lead:
    TakeFirst, NotOwner.
    """
    call = await calls.open_of_case(ctx.uow.session, case.id)
    hidden = await on_behalf.hides_writer(ctx.uow.session, case.id)
    if call is not None and call.phone is not None and (call.reason in WISHED or not hidden):
        if hidden:
            await _only_owner(ctx, case)
        return call
    if case.closed_at is not None or person.discreet or person.phone is None or hidden:
        raise NoNumber
    return None


async def _only_owner(ctx: Context, case: Case, *, or_nobody: bool = False) -> None:
    if ctx.actor.role is not Role.CASEWORKER or case.owner_id == ctx.actor.id:
        return
    if case.owner_id is None:
        if or_nobody:
            return
        raise TakeFirst
    raise NotOwner(owner=await owner_name(ctx, case) or "")


async def begun(ctx: Context, case: Case, person: Person, tries: int) -> Call:
    """The call in which a try is noted; one of the caseworker's own where nobody asked. Who tries answers for the case.

    `tries`: how often somebody had phoned in the case when the button was shown. Stale where somebody noted one since,
    or for a second press; NoNumber; the refusals of `take_to_answer`.
    """
    call = await to_phone(ctx, case, person)
    await may_try(ctx, case, tries, call)
    if call is None:
        call = await new_call(ctx, case, person.id, Reason.STAFF, Window(ctx.now, ctx.now), phone=person.phone)
    call.attempts += 1
    return call


async def may_try(ctx: Context, case: Case, tries: int, call: Call | None = None) -> None:
    """Whoever notes a try answers for the case. Stale for a button of another moment; the refusals of
    `take_to_answer`. A case that is over is nobody's to take: what was written at its end is told by whoever had it.
    """
    if await calls.tried(ctx.uow.session, case.id) != tries:
        raise Stale
    if case.closed_at is not None and call is not None and call.reason == Reason.UNREAD:
        await _only_owner(ctx, case, or_nobody=True)
        return
    await take_to_answer(ctx, case)
    await note_seen(ctx, case)


async def new_call(
    ctx: Context, case: Case, person_id: int, reason: Reason, due: Window, *, phone: str | None = None
) -> Call:
    """A call that somebody has to make in a locked case, within a window."""
    call = Call(
        person_id=person_id,
        case_id=case.id,
        state=CallState.OPEN.value,
        reason=reason.value,
        phone=phone,
        from_at=due.start,
        due_by=due.end,
        attempts=0,
        asked_at=ctx.now,
    )
    ctx.uow.session.add(call)
    await ctx.uow.session.flush()
    return call


def end(ctx: Context, call: Call) -> None:
    """The call was made."""
    call.state, call.ended_at = CallState.DONE.value, ctx.now
