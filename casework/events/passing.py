"""The clock's part: a place that nobody took goes to the next one."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.calls.saying import say_or_call
from casework.context import Context
from casework.events.seats import gone, pass_on
from casework.letters import kinds
from db.repositories import events, people
from rules.events import SeatState, SeatVerb

BATCH = 50


@dataclass(frozen=True, slots=True)
class PassOn:
    """All places that are not kept any more."""


@act("event.pass_on")
async def pass_places_on(ctx: Context, data: PassOn) -> int:
    """Tells who did not answer, and offers each place to the next; how many."""
    session, passed = ctx.uow.session, 0
    for date_id, seat_id in await events.kept_in_vain(session, ctx.now, BATCH):
        date = await events.lock_date(session, date_id)
        found = await events.lock_seat(session, seat_id)
        event = await events.by_id(session, date.event_id) if date is not None else None
        if date is None or event is None or found is None or found.state != SeatState.OFFERED:
            continue
        if found.kept_until is None or found.kept_until > ctx.now:
            continue
        await gone(ctx, found, SeatVerb.PASS)
        person = await people.by_id(session, found.person_id)
        await say_or_call(ctx, person, kinds.events.EventSeatPassed(found.id), str(found.id))
        await pass_on(ctx, event, date)
        passed += 1
    return passed
