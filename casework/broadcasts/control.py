"""A run is paused, goes on, is stopped; it is sent again to whom it did not reach; it does not come again."""

from __future__ import annotations

from casework.act import act
from casework.broadcasts.access import move, own_run
from casework.broadcasts.feeding import priority_of
from casework.broadcasts.planning import plan_next
from casework.broadcasts.send import OfRun
from casework.broadcasts.show import show_run
from casework.broadcasts.showing import show_progress, tell_result
from casework.context import Context
from casework.errors import BroadcastFlaw
from db.models import BroadcastRun
from db.repositories import broadcast_recipients as recipients
from db.repositories import broadcasts
from rules.broadcasts import OVER, RecipientState, State, Step


@act("broadcast.pause")
async def pause(ctx: Context, data: OfRun) -> BroadcastRun:
    """From this moment on nothing more of it leaves but what is in flight. Stale where it is not running."""
    run, broadcast = await own_run(ctx, data.run_id)
    move(run, Step.PAUSE, ctx.now)
    await recipients.take_back(ctx.uow.session, run.id, priority_of(run))
    await show_progress(ctx, broadcast, run)
    return run


@act("broadcast.go_on")
async def go_on(ctx: Context, data: OfRun) -> BroadcastRun:
    """It goes on where it was. Stale where it is not paused."""
    run, broadcast = await own_run(ctx, data.run_id)
    move(run, Step.GO_ON, ctx.now)
    run.went_on_at = ctx.now
    await show_progress(ctx, broadcast, run)
    return run


@act("broadcast.stop")
async def stop(ctx: Context, data: OfRun) -> BroadcastRun:
    """For good, and at once, but for what is in flight; also before it began. One that comes again comes again, unless
    it never began at all. Stale where it is over.
    """
    run, broadcast = await own_run(ctx, data.run_id)
    begun = run.started_at is not None
    move(run, Step.STOP, ctx.now)
    await recipients.take_back(ctx.uow.session, run.id, priority_of(run))
    if begun:
        await show_progress(ctx, broadcast, run)
        await tell_result(ctx, broadcast, run)
        return run
    if run.number == 1:
        broadcast.ended_at = ctx.now
    await plan_next(ctx, broadcast, run)
    await show_run(ctx, run)
    return run


@act("broadcast.resend")
async def resend(ctx: Context, data: OfRun) -> BroadcastRun:
    """A new run for those whom this one failed to reach, who can be reached now. BroadcastFlaw where it failed nobody;
    Stale while it is not over.
    """
    run, broadcast = await own_run(ctx, data.run_id)
    if State(run.state) not in OVER:
        raise BroadcastFlaw(why="not-over")
    counts = await recipients.counts(ctx.uow.session, run.id)
    if not counts.get(RecipientState.FAILED):
        raise BroadcastFlaw(why="nobody-failed")
    again = BroadcastRun(
        broadcast_id=broadcast.id,
        number=await broadcasts.last_number(ctx.uow.session, broadcast.id) + 1,
        source_id=run.id,
        state=State.DRAFT.value,
        changed_at=ctx.now,
    )
    ctx.uow.session.add(again)
    await ctx.uow.session.flush()
    await show_run(ctx, again)
    return again


@act("broadcast.end_repeat")
async def end_repeat(ctx: Context, data: OfRun) -> None:
    """It does not come again: what waits for its time does not go, what is under way does. Twice is the same."""
    run, broadcast = await own_run(ctx, data.run_id)
    broadcast.ended_at = broadcast.ended_at or ctx.now
    for ahead in await broadcasts.ahead(ctx.uow.session, broadcast.id):
        move(ahead, Step.STOP, ctx.now)
    await show_run(ctx, run)
