"""A broadcast that comes again: the next time is a run of its own."""

from __future__ import annotations

from datetime import timedelta

from casework.broadcasts import content
from casework.broadcasts.showing import ask_others
from casework.context import Context
from db.models import Broadcast, BroadcastRun
from db.repositories import audience, broadcasts
from rules.broadcasts import Every, State, next_at


async def plan_next(ctx: Context, broadcast: Broadcast, run: BroadcastRun) -> None:
    """The next time is a run of its own, which goes by rule or waits for a person."""
    repeat = content.repeat(broadcast)
    if repeat.every is Every.ONCE or broadcast.ended_at is not None or run.source_id is not None:
        return
    if await broadcasts.has_ahead(ctx.uow.session, broadcast.id):
        return
    first = await broadcasts.first_run(ctx.uow.session, broadcast.id)
    begun = (first or run).due_at or (first or run).started_at or ctx.now
    at = next_at(repeat, begun, ctx.now)
    if at is None:
        broadcast.ended_at = ctx.now
        return
    following = BroadcastRun(
        broadcast_id=broadcast.id,
        number=await broadcasts.last_number(ctx.uow.session, broadcast.id) + 1,
        state=(State.SCHEDULED if broadcast.by_rule else State.AWAITING).value,
        due_at=at,
        expires_at=at + timedelta(hours=broadcast.keep_hours),
        asked_at=ctx.now,
        paid=ctx.rules.paid_broadcast,
        changed_at=ctx.now,
    )
    ctx.uow.session.add(following)
    await ctx.uow.session.flush()
    if not broadcast.by_rule:
        whom = await content.audience_of(ctx.uow, ctx.catalogue, broadcast, following)
        following.asked = (await audience.reach(ctx.uow.session, whom, ctx.now)).gets
        await ask_others(ctx, broadcast, following)
