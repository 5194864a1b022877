"""Shifts as acts change them: whoever changes the roster of an organisation holds it, so that nobody is in it twice."""

from __future__ import annotations

from casework.context import Context
from casework.errors import DutyFlaw, Stale
from casework.letters import kinds
from casework.letters.write import tell_desk
from db.models import DutyShift, StaffMember
from db.repositories import duty, staff
from rules.roster import Shift, flaw


async def standing(ctx: Context, shift_id: int) -> DutyShift:
    """A shift of the actor's organisation that is not over, locked; else Stale."""
    shift = await duty.lock(ctx.uow.session, ctx.actor.organisation_id or 0, shift_id)
    if shift is None or shift.ends_at <= ctx.now:
        raise Stale
    return shift


async def fits(ctx: Context, new: Shift, *, instead_of: int | None = None) -> None:
    """DutyFlaw for what can't stand in the roster, which is held; `instead_of`: a shift that gives way."""
    rows = await duty.ahead(ctx.uow.session, ctx.actor.organisation_id or 0, ctx.now)
    others = [
        Shift(each.staff_id, each.place, each.starts_at, each.ends_at) for each, _ in rows if each.id != instead_of
    ]
    found = flaw(new, others, ctx.now)
    if found is not None:
        raise DutyFlaw(why=found.value)


async def say(ctx: Context, reader: StaffMember, shift: DutyShift, what: str, former_id: int) -> None:
    """A letter to somebody about a change; `former_id`: who had the shift before."""
    letter = kinds.duty.DutyChanged(reader.id, shift.id, what, shift.staff_id, former_id)
    await tell_desk(ctx, reader, letter)


async def say_to_leads(ctx: Context, shift: DutyShift, what: str, former_id: int) -> None:
    """The same to all who lead, but the actor and the two whom it is about."""
    for lead in await staff.leads(ctx.uow.session, shift.organisation_id):
        if lead.id not in (ctx.actor.id, shift.staff_id, former_id):
            await say(ctx, lead, shift, what, former_id)
