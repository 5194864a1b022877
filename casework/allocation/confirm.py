"""A lead confirms what was tried: the order stands from now on, and every place is a row."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from casework.act import act
from casework.allocation.gathering import read_rows
from casework.allocation.trying import opened, require_fit
from casework.allocation.working import fingerprint
from casework.context import Context
from casework.errors import AllocationFlaw, Stale
from casework.letters import kinds
from casework.letters.write import show_on_desk
from db.models import Allocation
from db.repositories import allocation, allocation_steps, applicants
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
    rows = await allocation_steps.rows_of_parties(ctx.uow.session, tried.id)
    ids = sorted({row.application_id for row in rows})
    # The applications come first, as everywhere; while they are held nothing of them changes.
    await applicants.lock_applications(ctx.uow.session, ids)
    locked = await allocation.lock(ctx.uow.session, tried.id)
    if locked is None or await _digest(ctx, call, tried) != tried.fingerprint:
        raise AllocationFlaw(why=Flaw.CHANGED.value)
    locked.state, locked.confirmed_at, locked.confirmed_by = CONFIRMED, ctx.now, member.id
    await allocation.make_places(ctx.uow.session, call.campaign.id, places_of(call))
    await _queue(ctx, [child for row in rows for child in row.children])
    await _follow(ctx, ids)
    await show_on_desk(ctx, member, kinds.allocation.AllocationScreen(member.id, call.campaign.id))


async def _digest(ctx: Context, call: Call, tried: Allocation) -> str:
    """Of what the order would follow from now. The order itself is not worked out again: of the same it is the same."""
    read = await read_rows(ctx.uow.session, call)
    return await asyncio.to_thread(fingerprint, call.terms, local_date(ctx.now), tried.seed, read)


def places_of(call: Call) -> dict[int, int]:
    """How many places each shift has."""
    return {shift.number: shift.places for shift in call.terms.shifts}


async def _queue(ctx: Context, children: Sequence[int]) -> None:
    before = Standing.NEED_CONFIRMED
    await applicants.move_children(ctx.uow.session, children, before, after(Deed.QUEUE, before), ctx.now)


async def _follow(ctx: Context, application_ids: Sequence[int]) -> None:
    """Locked applications stand as their children do."""
    those: dict[Standing, list[int]] = {}
    for each, states in (await applicants.states_of(ctx.uow.session, application_ids)).items():
        those.setdefault(of_family(Standing(state) for state in states), []).append(each)
    for state, ids in those.items():
        await applicants.stand(ctx.uow.session, ids, state.value)
