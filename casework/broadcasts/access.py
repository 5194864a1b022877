"""Whose a broadcast is, and how a run gets from one state to the next."""

from __future__ import annotations

from datetime import datetime

from casework.context import Context
from casework.errors import Stale
from db.models import Broadcast, BroadcastRun, StaffMember
from db.repositories import broadcasts, staff
from rules.broadcasts import OVER, State, Step, after


async def own_run(ctx: Context, run_id: int) -> tuple[BroadcastRun, Broadcast]:
    """A run of the actor's organisation, locked. Stale for any other, which for them is none."""
    run = await broadcasts.lock_run(ctx.uow.session, run_id)
    broadcast = await broadcasts.by_id(ctx.uow.session, run.broadcast_id) if run is not None else None
    if run is None or broadcast is None or broadcast.organisation_id != ctx.actor.organisation_id:
        raise Stale
    return run, broadcast


async def own_draft(ctx: Context, run_id: int) -> tuple[BroadcastRun, Broadcast]:
    """The same, while what it says can still be changed: by a colleague, too."""
    run, broadcast = await own_run(ctx, run_id)
    if run.state != State.DRAFT or run.source_id is not None:
        raise Stale
    return run, broadcast


def move(run: BroadcastRun, step: Step, now: datetime) -> State:
    """Takes a step; where it leads. Stale where it has no place in the state that the run has now."""
    state = after(State(run.state), step)
    if state is None:
        raise Stale
    run.state, run.changed_at = state.value, now
    if state in OVER:
        run.ended_at = now
    return state


async def member_of(ctx: Context) -> StaffMember:
    """The staff member who acts."""
    return await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
