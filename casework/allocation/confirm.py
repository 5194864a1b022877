"""A lead confirms what was tried: the order stands from now on, and every place is a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casework.act import act
from casework.allocation.trying import opened, require_fit, work_out
from casework.context import Context
from casework.errors import AllocationFlaw, Stale
from casework.letters import kinds
from casework.letters.write import show_on_desk
from db.models import AllocationParty
from db.repositories import allocation, applicants
from db.repositories.allocation import CONFIRMED
from db.repositories.recreation import Call
from rules.recreation.allocating import Flaw
from rules.recreation.applications import Deed, Standing, after, of_family


@dataclass(frozen=True, slots=True)
class ConfirmAllocation:
    """Exactly what the lead looked at."""

    campaign_id: int
    allocation_id: int


@act("allocation.confirm")
async def confirm_allocation(ctx: Context, data: ConfirmAllocation) -> None:
    """From now on the children are queued; offers follow by themselves. AllocationFlaw where anything has changed since
    it was tried, or `require_fit` says so; Stale where it was tried anew meanwhile.
    """
    member, call = await opened(ctx, data.campaign_id)
    tried = await allocation.of_campaign(ctx.uow.session, call.campaign.id)
    if tried is None or tried.id != data.allocation_id:
        raise Stale
    await require_fit(ctx, call)
    rows = await allocation.parties(ctx.uow.session, tried.id)
    # The applications come first, as everywhere; while they are held nothing of them changes.
    applications = await applicants.lock_applications(ctx.uow.session, sorted({row.application_id for row in rows}))
    locked = await allocation.lock(ctx.uow.session, tried.id)
    worked = await work_out(ctx, call, tried.value)
    if locked is None or worked.fingerprint != tried.fingerprint:
        raise AllocationFlaw(why=Flaw.CHANGED.value)
    locked.state, locked.confirmed_at, locked.confirmed_by = CONFIRMED, ctx.now, member.id
    await allocation.make_places(ctx.uow.session, call.campaign.id, places_of(call))
    await _queue(ctx, rows)
    states = await applicants.states_of(ctx.uow.session, [each.id for each in applications])
    for each in applications:
        each.state = of_family(Standing(state) for state in states[each.id]).value
    await show_on_desk(ctx, member, kinds.allocation.AllocationScreen(member.id, call.campaign.id))


def places_of(call: Call) -> dict[int, int]:
    """How many places each shift has."""
    return {shift.number: shift.places for shift in call.terms.shifts}


async def _queue(ctx: Context, rows: Sequence[AllocationParty]) -> None:
    children = [child for row in rows for child in row.children]
    before = Standing.NEED_CONFIRMED
    await applicants.move_children(ctx.uow.session, children, before, after(Deed.QUEUE, before), ctx.now)
