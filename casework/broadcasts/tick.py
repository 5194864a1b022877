"""The clock's part: runs begin, are fed, end; the next ones are planned; progress is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from casework.act import act
from casework.broadcasts import content
from casework.broadcasts.access import move
from casework.broadcasts.feeding import FAR, feed, fix, priority_of
from casework.broadcasts.planning import plan_next
from casework.broadcasts.showing import ask_others, show_progress, tell_result
from casework.context import Context
from db.models import Broadcast, BroadcastRun
from db.models.search import hromada_hash
from db.repositories import audience, broadcasts, holds
from db.repositories import broadcast_recipients as recipients
from rules.broadcasts import SHOWN_EACH, RecipientState, State, Step, goes_by_rule
from rules.places import Told

AT_ONCE = 10
"""Runs in one transaction."""
PLACES = 200
"""People whose hromada is found in one transaction."""


@dataclass(frozen=True, slots=True)
class Tick:
    """Whatever is due."""


@dataclass(frozen=True, slots=True)
class Ticked:
    """How many runs began and ended, lots of recipients were fixed, recipients were settled, places were found."""

    begun: int = 0
    fixed: int = 0
    fed: int = 0
    over: int = 0
    places: int = 0


@act("broadcast.tick")
async def tick(ctx: Context, data: Tick) -> Ticked:
    """One step of each run that is not over; while a backup is taken none begins or goes on. Two processes at once pass
    over what the other holds; whatever dies in between is undone whole and done again.
    """
    counts = {"begun": 0, "fixed": 0, "fed": 0, "over": 0}
    above = 0
    for _ in range(AT_ONCE):
        run = await broadcasts.next_at_work(ctx.uow.session, above)
        if run is None:
            break
        above = run.id
        broadcast = await broadcasts.by_id(ctx.uow.session, run.broadcast_id)
        await _step(ctx, broadcast, run, counts)
    for run in await broadcasts.to_show(ctx.uow.session, ctx.now - SHOWN_EACH, AT_ONCE):
        await show_progress(ctx, await broadcasts.by_id(ctx.uow.session, run.broadcast_id), run)
    return Ticked(**counts, places=await _find_hromadas(ctx))


async def _step(ctx: Context, broadcast: Broadcast, run: BroadcastRun, counts: dict[str, int]) -> None:
    if run.expires_at is not None and run.expires_at <= ctx.now:
        await _end(ctx, broadcast, run, Step.EXPIRE)
        counts["over"] += 1
        return
    begins = run.state == State.SCHEDULED and (run.due_at is None or run.due_at <= ctx.now)
    if not (begins or run.state == State.RUNNING) or not await holds.may_feed(ctx.uow.session):
        return
    if begins:
        counts["begun"] += await _begin(ctx, broadcast, run)
    else:
        await _go_on(ctx, broadcast, run, counts)


async def _go_on(ctx: Context, broadcast: Broadcast, run: BroadcastRun, counts: dict[str, int]) -> None:
    fixed = await fix(ctx, broadcast, run)
    fed = await feed(ctx, broadcast, run)
    counts["fixed"] += fixed
    counts["fed"] += fed
    if not fixed and not fed and run.fixed_at is not None and await _is_done(ctx, run):
        await _end(ctx, broadcast, run, Step.FINISH)
        counts["over"] += 1


async def _begin(ctx: Context, broadcast: Broadcast, run: BroadcastRun) -> int:
    if run.confirmed_by is None and not await _by_rule(ctx, broadcast, run):
        move(run, Step.DOUBT, ctx.now)
        run.asked_at = ctx.now
        await ask_others(ctx, broadcast, run)
        return 1
    move(run, Step.BEGIN, ctx.now)
    run.started_at = run.went_on_at = ctx.now
    run.expires_at = ctx.now + timedelta(hours=broadcast.keep_hours)
    await show_progress(ctx, broadcast, run)
    await plan_next(ctx, broadcast, run)
    return 1


async def _by_rule(ctx: Context, broadcast: Broadcast, run: BroadcastRun) -> bool:
    first = await broadcasts.first_run(ctx.uow.session, broadcast.id)
    whom = await content.audience_of(ctx.uow, ctx.catalogue, broadcast, run)
    run.asked = (await audience.reach(ctx.uow.session, whom, ctx.now)).gets
    return goes_by_rule(run.asked, first.asked if first is not None else 0)


async def _is_done(ctx: Context, run: BroadcastRun) -> bool:
    left = await recipients.counts(ctx.uow.session, run.id)
    if left.get(RecipientState.WAITING):
        return False
    if left.get(RecipientState.QUEUED):
        strays = await recipients.settle_strays(ctx.uow.session, run.id, ctx.now + FAR, ctx.now)
        return strays == left[RecipientState.QUEUED]
    return True


async def _end(ctx: Context, broadcast: Broadcast, run: BroadcastRun, step: Step) -> None:
    begun = run.started_at is not None
    move(run, step, ctx.now)
    if begun:
        await recipients.take_back(ctx.uow.session, run.id, priority_of(run))
        await show_progress(ctx, broadcast, run)
    await tell_result(ctx, broadcast, run)
    if not begun:
        await plan_next(ctx, broadcast, run)


async def _find_hromadas(ctx: Context) -> int:
    """People who said where they live, and were not asked for by it yet, are found by its hromada from now on."""
    found = await audience.of_unknown_hromada(ctx.uow.session, PLACES)
    for person in found:
        code = Told.read(person.actual_place).code if person.actual_place else None
        place = ctx.catalogue.places.book.get(code) if code else None
        person.hromada_hash = hromada_hash(place.hromada_code if place is not None else None)
    return len(found)
