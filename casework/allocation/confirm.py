"""A lead confirms what was tried: the order stands from now on, and every place is a row."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.allocation.gathering import fingerprint
from casework.allocation.trying import opened, require_fit
from casework.context import Context
from casework.errors import AllocationFlaw, Stale
from casework.letters import kinds
from casework.letters.write import show_on_desk
from db.repositories import allocation, applicants
from db.repositories.allocation import CONFIRMED
from db.repositories.recreation import Call
from rules.local_time import local_date
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
    if tried is None or tried.id != data.allocation_id or tried.state not in allocation.WORKED_OUT:
        raise Stale
    await require_fit(ctx, call)
    # The applications come first, as everywhere; while they are held nothing of them changes.
    await applicants.lock_parties(ctx.uow.session, tried.id)
    locked = await allocation.lock(ctx.uow.session, tried.id)
    digest = await fingerprint(ctx.uow.session, call, local_date(ctx.now), tried.seed)
    if locked is None or digest != tried.fingerprint:
        raise AllocationFlaw(why=Flaw.CHANGED.value)
    locked.state, locked.confirmed_at, locked.confirmed_by = CONFIRMED, ctx.now, member.id
    await allocation.make_places(ctx.uow.session, call.campaign.id, places_of(call))
    await _queue(ctx, tried.id)
    await show_on_desk(ctx, member, kinds.allocation.AllocationScreen(member.id, call.campaign.id))


def places_of(call: Call) -> dict[int, int]:
    """How many places each shift has."""
    return {shift.number: shift.places for shift in call.terms.shifts}


async def _queue(ctx: Context, allocation_id: int) -> None:
    """All who take part are queued, and their locked applications stand as their children do."""
    session, before = ctx.uow.session, Standing.NEED_CONFIRMED
    await applicants.queue_parties(session, allocation_id, before, after(Deed.QUEUE, before), ctx.now)
    for states, ids in await applicants.standings(session, allocation_id):
        await applicants.stand(session, ids, of_family(map(Standing, states)).value)
