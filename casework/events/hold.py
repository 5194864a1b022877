"""Staff look at their events, call dates off, and note who was there."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.errors import Stale
from casework.events.of_staff import event_of, ours, reader_of
from casework.events.seats import gone
from casework.letters import kinds
from casework.letters.write import show_on_desk, tell_person
from db.models import EventDate, GroupEvent
from db.repositories import events, people
from rules.events import EventState, SeatState, SeatVerb


@dataclass(frozen=True, slots=True)
class OneEvent:
    """An event; `ask`: only whether all of it shall be called off."""

    event_id: int
    ask: bool = False


@act("event.open")
async def open_event(ctx: Context, data: OneEvent) -> GroupEvent:
    """Puts it on the desk. Stale for one of another organisation."""
    reader = await reader_of(ctx)
    event = ours(ctx, await events.by_id(ctx.uow.session, data.event_id))
    await show_on_desk(ctx, reader, kinds.events.DeskEvent(reader.id, event.id, data.ask))
    return event


@dataclass(frozen=True, slots=True)
class OneDate:
    """A date; `ask`: only whether it shall be called off."""

    date_id: int
    ask: bool = False


@act("event.date")
async def open_event_date(ctx: Context, data: OneDate) -> None:
    """Puts a date on the desk."""
    reader = await reader_of(ctx)
    date = await events.date_by_id(ctx.uow.session, data.date_id)
    await event_of(ctx, date)
    await show_on_desk(ctx, reader, kinds.events.DeskEventDate(reader.id, data.date_id, data.ask))


@act("event.cancel_date")
async def cancel_date(ctx: Context, data: OneDate) -> int:
    """It does not take place: everybody concerned hears it; how many. Stale for one that is over or called off."""
    reader = await reader_of(ctx)
    date = await events.lock_date(ctx.uow.session, data.date_id)
    event = await event_of(ctx, date)
    assert date is not None, "an event was found by it"
    told = await _call_off(ctx, date)
    await show_on_desk(ctx, reader, kinds.events.DeskEvent(reader.id, event.id))
    return told


@act("event.cancel")
async def cancel_event(ctx: Context, data: OneEvent) -> int:
    """None of its dates takes place any more, and nobody can sign up; how many were told."""
    reader = await reader_of(ctx)
    event = ours(ctx, await events.lock(ctx.uow.session, data.event_id))
    if event.state != EventState.OPEN:
        raise Stale
    told = 0
    for each in await events.dates_of(ctx.uow.session, event.id, ctx.now):
        date = await events.lock_date(ctx.uow.session, each.id)
        if date is not None and date.cancelled_at is None and date.starts_at > ctx.now:
            told += await _call_off(ctx, date)
    event.state, event.ended_at = EventState.CANCELLED.value, ctx.now
    await show_on_desk(ctx, reader, kinds.events.DeskEvents(reader.id))
    return told


async def _call_off(ctx: Context, date: EventDate) -> int:
    if date.cancelled_at is not None or date.starts_at <= ctx.now:
        raise Stale
    date.cancelled_at = ctx.now
    seats = await events.seats_of(ctx.uow.session, date.id)
    for seat in seats:
        had = seat.state == SeatState.SIGNED
        await gone(ctx, seat, SeatVerb.CANCEL)
        person = await people.by_id(ctx.uow.session, seat.person_id)
        await tell_person(ctx, person, kinds.events.EventCancelled(seat.id, had), key=str(seat.id))
    return len(seats)


@dataclass(frozen=True, slots=True)
class NoteSeat:
    """Whether somebody with a place was there."""

    seat_id: int
    came: bool


@act("event.note")
async def note_seat(ctx: Context, data: NoteSeat) -> None:
    """Keeps it. Stale before the beginning, and for who had no place."""
    reader = await reader_of(ctx)
    seat = await events.lock_seat(ctx.uow.session, data.seat_id)
    date = await events.date_by_id(ctx.uow.session, seat.date_id) if seat is not None else None
    await event_of(ctx, date)
    assert date is not None, "an event was found by it"
    assert seat is not None, "a date was found by it"
    if date.starts_at > ctx.now or date.cancelled_at is not None:
        raise Stale
    await gone(ctx, seat, SeatVerb.CAME if data.came else SeatVerb.MISSED)
    await show_on_desk(ctx, reader, kinds.events.DeskEventDate(reader.id, date.id))
