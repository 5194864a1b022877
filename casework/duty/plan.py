"""Leads write the duty roster, button by button, and take shifts out of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from casework.act import act
from casework.context import Context
from casework.duty.shifts import fits, say, standing
from casework.duty.show import show_roster
from casework.errors import DutyFlaw, Stale
from casework.letters import kinds
from casework.letters.write import show_on_desk
from db.models import DutyShift, StaffMember
from db.repositories import staff, team
from rules.roster import LONGEST, Flaw, Shift, moments

NO_HOUR = -1
"""The hour is not chosen yet."""
GIVEN, REMOVED = "given", "removed"


@dataclass(frozen=True, slots=True)
class PlanDuty:
    """What was chosen so far: a colleague (0: none), the ordinal of a local day (0), a full hour (`NO_HOUR`) and how
    many hours (0).
    """

    staff_id: int = 0
    day: int = 0
    starts: int = NO_HOUR
    hours: int = 0
    page: int = 0


@act("duty.plan")
async def plan_duty(ctx: Context, data: PlanDuty) -> None:
    """Asks for the next thing that is missing. Stale for somebody who does not work here."""
    reader = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    if data.staff_id:
        await _colleague(ctx, data.staff_id)
    facts = (data.staff_id, data.day, data.starts, data.hours, data.page)
    await show_on_desk(ctx, reader, kinds.duty.DutyPlanScreen(reader.id, *facts))


@dataclass(frozen=True, slots=True)
class AddDuty:
    """The same, all chosen, and at which place they are called."""

    staff_id: int
    day: int
    starts: int
    hours: int
    place: int


@act("duty.add")
async def add_duty(ctx: Context, data: AddDuty) -> DutyShift:
    """Writes the shift and tells whoever has it. DutyFlaw for what can't stand in the roster (a day that is over or too
    far away, too long, the place is taken, the same one twice), Stale for somebody who does not work here.
    """
    session, organisation_id = ctx.uow.session, ctx.actor.organisation_id or 0
    await team.hold_assigning(session, organisation_id)
    member = await _colleague(ctx, data.staff_id)
    starts, ends = _moments(data)
    await fits(ctx, Shift(member.id, data.place, starts, ends))
    shift = DutyShift(
        organisation_id=organisation_id,
        staff_id=member.id,
        place=data.place,
        starts_at=starts,
        ends_at=ends,
        written_by=ctx.actor.id or 0,
    )
    session.add(shift)
    await session.flush()
    if member.id != ctx.actor.id:
        await say(ctx, member, shift, GIVEN, member.id)
    reader = await staff.by_id(session, ctx.actor.id or 0)
    await show_on_desk(ctx, reader, kinds.duty.DutyShiftScreen(reader.id, shift.id))
    return shift


@dataclass(frozen=True, slots=True)
class RemoveDuty:
    """The shift to take out."""

    shift_id: int


@act("duty.remove")
async def remove_duty(ctx: Context, data: RemoveDuty) -> None:
    """Takes it out of the roster and tells whoever had it. Stale for one that is over or taken out."""
    await team.hold_assigning(ctx.uow.session, ctx.actor.organisation_id or 0)
    shift = await standing(ctx, data.shift_id)
    shift.removed_at, shift.written_by = ctx.now, ctx.actor.id or 0
    if shift.staff_id != ctx.actor.id:
        await say(ctx, await staff.by_id(ctx.uow.session, shift.staff_id), shift, REMOVED, shift.staff_id)
    await show_roster(ctx, await staff.by_id(ctx.uow.session, ctx.actor.id or 0))


async def _colleague(ctx: Context, staff_id: int) -> StaffMember:
    """Somebody of the actor's organisation who works there and has a desk; else Stale."""
    member = await team.member_of(ctx.uow.session, ctx.actor.organisation_id or 0, staff_id)
    if member is None or member.removed_at is not None or member.telegram_id is None:
        raise Stale
    return member


def _moments(data: AddDuty) -> tuple[datetime, datetime]:
    """From when to when (UTC); DutyFlaw for hours and days that no button names."""
    if not (0 <= data.starts < LONGEST and 0 < data.hours <= LONGEST):
        raise DutyFlaw(why=Flaw.LENGTH.value)
    try:
        return moments(date.fromordinal(data.day), data.starts, data.hours)
    except (ValueError, OverflowError):
        raise DutyFlaw(why=Flaw.TOO_FAR.value) from None
