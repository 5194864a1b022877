"""People look at events, sign up, wait, take a place that became free, and give one up."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.errors import ConsentFirst, SignedAlready, Stale
from casework.events.seats import gone, move, open_date, own_seat, pass_on, seat, settled
from casework.letters import kinds
from casework.letters.write import show_person, tell_person
from casework.people.themselves import ready_to_write, themselves, welcome
from db.models import EventSeat, Person
from db.repositories import events
from rules.events import EventState, SeatState, SeatVerb


@dataclass(frozen=True, slots=True)
class ShowEvent:
    """An event by its number, or by what its link says."""

    event_id: int = 0
    token: str = ""


@act("event.show")
async def show_event(ctx: Context, data: ShowEvent) -> None:
    """Puts it on the phone, for whoever has just found us behind our first words. Stale for none that is open."""
    person = await themselves(ctx)
    session = ctx.uow.session
    found = await events.by_token(session, data.token) if data.token else await events.by_id(session, data.event_id)
    if found is None or found.state != EventState.OPEN:
        raise Stale
    if person.welcomed_at is None:
        await welcome(ctx, person)
    await show_person(ctx, person, kinds.events.EventScreen(found.id), slot="event")


@dataclass(frozen=True, slots=True)
class BrowseEvents:
    """All that one can sign up for."""


@act("event.browse")
async def browse_events(ctx: Context, data: BrowseEvents) -> None:
    """Puts the list on the phone."""
    await show_person(ctx, await themselves(ctx), kinds.events.EventsScreen())


@dataclass(frozen=True, slots=True)
class SignUp:
    """A date of an event."""

    date_id: int


@act("event.sign_up")
async def sign_up(ctx: Context, data: SignUp) -> EventSeat:
    """A place, or one in the waiting list. ConsentFirst, SignedAlready, Stale for a date that is over or called off."""
    person = await themselves(ctx)
    if not await ready_to_write(ctx, person):
        raise ConsentFirst
    event, date = await open_date(ctx, data.date_id)
    if await events.standing(ctx.uow.session, date.id, person.id) is not None:
        raise SignedAlready
    new = await seat(ctx, event, date, person, None)
    await _show_seat(ctx, person, new)
    return new


@dataclass(frozen=True, slots=True)
class OfSeat:
    """A seat of the person's. `ask`: only whether they really want it."""

    seat_id: int
    ask: bool = False


@act("event.seat")
async def show_seat(ctx: Context, data: OfSeat) -> None:
    """Puts it on the phone. Stale for anybody else's."""
    person = await themselves(ctx)
    _, _, found = await own_seat(ctx, data.seat_id)
    await _show_seat(ctx, person, found, ask=data.ask)


@act("event.leave")
async def leave(ctx: Context, data: OfSeat) -> None:
    """The person does not come; who waited longest is offered the place."""
    person = await themselves(ctx)
    event, date, found = await own_seat(ctx, data.seat_id)
    had = found.state == SeatState.SIGNED
    await gone(ctx, found, SeatVerb.LEAVE)
    if had:
        await tell_person(ctx, person, kinds.events.EventLeft(found.id), key=str(found.id))
    await pass_on(ctx, event, date)
    await show_person(ctx, person, kinds.events.EventScreen(event.id), slot="event")


@act("event.take")
async def take_seat(ctx: Context, data: OfSeat) -> None:
    """Takes the place that is kept for them. Stale once it is kept for somebody else."""
    person = await themselves(ctx)
    _, date, found = await own_seat(ctx, data.seat_id)
    if found.kept_until is None or found.kept_until <= ctx.now:
        raise Stale
    move(ctx, found, SeatVerb.TAKE)
    await settled(ctx, date, found, person)
    await _show_seat(ctx, person, found)


@act("event.pass")
async def pass_seat(ctx: Context, data: OfSeat) -> None:
    """They do not want the place that is kept for them: the next one is asked."""
    person = await themselves(ctx)
    event, date, found = await own_seat(ctx, data.seat_id)
    await gone(ctx, found, SeatVerb.PASS)
    await pass_on(ctx, event, date)
    await show_person(ctx, person, kinds.events.EventScreen(event.id), slot="event")


@dataclass(frozen=True, slots=True)
class ComingTo:
    """«Я прийду»; `starts`: the time that the reminder named, in seconds."""

    seat_id: int
    starts: int


@act("event.coming")
async def coming_to(ctx: Context, data: ComingTo) -> None:
    """Noted for staff. Stale for a seat that is none."""
    await themselves(ctx)
    _, date, found = await own_seat(ctx, data.seat_id)
    if found.state != SeatState.SIGNED or int(date.starts_at.timestamp()) != data.starts:
        raise Stale
    found.coming_at = ctx.now


async def _show_seat(ctx: Context, person: Person, found: EventSeat, *, ask: bool = False) -> None:
    await show_person(ctx, person, kinds.events.EventSeatScreen(found.id, ask), slot="event")
