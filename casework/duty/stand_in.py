"""A colleague takes a shift over. Two who swap stand in for each other."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.duty.shifts import fits, say, say_to_leads, standing
from casework.errors import Stale
from casework.letters import kinds
from casework.letters.write import show_on_desk
from db.models import DutyShift
from db.repositories import staff, team
from rules.roster import Shift

STOOD_IN = "stood-in"


@dataclass(frozen=True, slots=True)
class StandIn:
    """Whose shift the actor takes over; `staff_id`: who had it when the button was shown."""

    shift_id: int
    staff_id: int


@act("duty.stand_in")
async def stand_in(ctx: Context, data: StandIn) -> DutyShift:
    """From now on, or from its beginning on, the shift is the actor's; the one before and the leads hear of it.

    Of two who press at once one gets it. Stale where it is over, theirs already or another's by now; DutyFlaw where
    they are on duty at that time anyway.
    """
    await team.hold_assigning(ctx.uow.session, ctx.actor.organisation_id or 0)
    shift = await standing(ctx, data.shift_id)
    former, own = shift.staff_id, ctx.actor.id or 0
    if former == own or former != data.staff_id:
        raise Stale
    await fits(ctx, Shift(own, shift.place, shift.starts_at, shift.ends_at), instead_of=shift.id)
    shift.staff_id = shift.written_by = own
    await ctx.uow.session.flush()
    await say(ctx, await staff.by_id(ctx.uow.session, former), shift, STOOD_IN, former)
    await say_to_leads(ctx, shift, STOOD_IN, former)
    reader = await staff.by_id(ctx.uow.session, own)
    await show_on_desk(ctx, reader, kinds.duty.DutyShiftScreen(reader.id, shift.id))
    return shift
