"""A run under way: its recipients become rows, then letters, a few at a time: nothing of it fills the memory."""

from __future__ import annotations

from datetime import timedelta

from casework.broadcasts import content
from casework.context import Context
from casework.letters import kinds
from casework.letters.policies import Priority
from casework.letters.write_many import ToOne, tell_each
from db.models import Broadcast, BroadcastRun
from db.repositories import audience, people
from db.repositories import broadcast_recipients as recipients
from rules.broadcasts import Kind, Reason, RecipientState
from rules.quiet_hours import morning_after

FIXED_AT_ONCE = 5_000
"""Recipients fixed in one transaction: it stays short."""
LOT = 100
"""Letters written in one transaction."""
AHEAD, PAID_AHEAD = 120, 3_000
"""So many letters wait in the outbox at most: a few seconds of work, so that a crash, a stop or a person finds little
between them and their turn.
"""
FAR = timedelta(days=30)
"""A letter held so long is held for good."""


def priority_of(run: BroadcastRun) -> Priority:
    """How urgent the letters of a run are."""
    return Priority.PAID if run.paid else kinds.broadcasts.Broadcast.policy.priority


async def fix(ctx: Context, broadcast: Broadcast, run: BroadcastRun) -> int:
    """Makes rows of the next recipients, those whom we knew when it began; how many people it came past."""
    if run.fixed_at is not None or run.started_at is None:
        return 0
    whom = await content.audience_of(ctx.uow, ctx.catalogue, broadcast, run)
    last = await audience.fix(
        ctx.uow.session, run.id, whom, ctx.now, above=run.upto or 0, until=run.started_at, limit=FIXED_AT_ONCE
    )
    if last is None:
        run.fixed_at = ctx.now
        return 0
    run.upto = last
    return 1


async def feed(ctx: Context, broadcast: Broadcast, run: BroadcastRun) -> int:
    """Writes the next letters, as many as the outbox is short of; how many recipients were settled by that. At night
    none: it goes on in the morning.
    """
    if morning_after(ctx.now) > ctx.now:
        return 0
    session, priority = ctx.uow.session, priority_of(run)
    short = (PAID_AHEAD if run.paid else AHEAD) - await recipients.ready(session, run.id, priority)
    if short <= 0:
        return 0
    claimed = await recipients.claim(session, run.id, min(short, LOT))
    if not claimed:
        return 0
    still = await audience.still(session, [each.person_id for each in claimed], Kind(broadcast.kind).stop)
    those = await people.by_ids(session, {each.person_id for each in claimed})
    letters, others = [], []
    for each in claimed:
        why = _why_not(*still[each.person_id])
        if why is not None:
            became = RecipientState.FAILED if why is Reason.UNREACHABLE else RecipientState.LEFT
            others.append((each.id, became, why))
            continue
        letter = kinds.broadcasts.Broadcast(run.id, each.id)
        key = f"{each.id}:{each.turn}"
        letters.append(ToOne(those[each.person_id], letter, key, priority=priority, until=run.expires_at))
    await recipients.settle_many(session, others, ctx.now)
    await tell_each(ctx, letters)
    return len(claimed)


def _why_not(may: bool, reachable: bool, stopped: bool) -> Reason | None:
    if not may:
        return Reason.CHANGED
    if not reachable:
        return Reason.UNREACHABLE
    return Reason.STOPPED_KIND if stopped else None
