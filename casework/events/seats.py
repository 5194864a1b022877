"""Steps that all acts about seats share: places given, freed, and offered to whoever waited first."""

from __future__ import annotations

from sqlalchemy.exc import IntegrityError

from casework.calls.saying import say_or_call
from casework.context import Context
from casework.errors import Stale, TimeTaken
from casework.letters import kinds
from casework.letters.write import tell_person
from db.models import EventDate, EventSeat, GroupEvent, Person
from db.repositories import events, people, reminders
from db.repositories.reminders import NewReminder
from rules.catalogue import ReminderKind
from rules.events import SEATED, EventState, SeatState, SeatVerb, after, free_place, kept_until
from rules.reminders import moments


async def open_date(ctx: Context, date_id: int) -> tuple[GroupEvent, EventDate]:
    """A date that is ahead and takes place, locked, with its event; else Stale."""
    date = await events.lock_date(ctx.uow.session, date_id)
    event = await events.by_id(ctx.uow.session, date.event_id) if date is not None else None
    if date is None or event is None or event.state != EventState.OPEN:
        raise Stale
    if date.cancelled_at is not None or date.starts_at <= ctx.now:
        raise Stale
    return event, date


async def own_seat(ctx: Context, seat_id: int) -> tuple[GroupEvent, EventDate, EventSeat]:
    """A seat of the acting person's at a date that is ahead, both locked; Stale for anybody else's."""
    found = await events.seat_by_id(ctx.uow.session, seat_id)
    if found is None or found.person_id != ctx.actor.id:
        raise Stale
    event, date = await open_date(ctx, found.date_id)
    seat = await events.lock_seat(ctx.uow.session, seat_id)
    assert seat is not None, "seats are only deleted with all that is known of a person"
    return event, date, seat


def move(ctx: Context, seat: EventSeat, verb: SeatVerb) -> None:
    """To where the verb leads, with or without a place. Stale where it can't be done (any more)."""
    reached = after(verb, SeatState(seat.state))
    if reached is None:
        raise Stale
    seat.state, seat.changed_at = reached.value, ctx.now
    if reached not in SEATED and reached not in (SeatState.CAME, SeatState.MISSED):
        seat.place = None
    if reached is not SeatState.OFFERED:
        seat.kept_until = None


async def seat(ctx: Context, event: GroupEvent, date: EventDate, person: Person, signed_by: int | None) -> EventSeat:
    """A place at a locked date, else one in its list: whoever waits comes first."""
    session = ctx.uow.session
    standing = await events.seats_of(session, date.id)
    place = free_place(event.places or 0, {each.place for each in standing if each.place is not None})
    if any(each.state == SeatState.WAITING for each in standing) and place is not None and _kept(ctx, date):
        place = None
    state = SeatState.WAITING if place is None else SeatState.SIGNED
    new = EventSeat(
        date_id=date.id, person_id=person.id, state=state.value, place=place, signed_by=signed_by,
        asked_at=ctx.now, changed_at=ctx.now,
    )  # fmt: skip
    try:
        async with session.begin_nested():
            session.add(new)
            await session.flush()
    except IntegrityError:
        raise TimeTaken from None
    if state is SeatState.SIGNED:
        await settled(ctx, date, new, person)
    elif signed_by is not None:
        await tell_person(ctx, person, kinds.events.EventSigned(new.id), key=f"waits:{new.id}")
    return new


def _kept(ctx: Context, date: EventDate) -> bool:
    """Whether a place can still be kept for somebody who waits."""
    return kept_until(ctx.now, date.starts_at) is not None


async def settled(ctx: Context, date: EventDate, new: EventSeat, person: Person) -> None:
    """The person has a place: a letter, and reminders."""
    hours = ctx.catalogue.hours_of()
    steps = moments(ctx.catalogue.ladders[ReminderKind.EVENT], ctx.now, date.starts_at, ctx.now, hours)
    planned = [
        NewReminder(
            ReminderKind.EVENT, f"event:{new.id}:{each.step}", each.at, each.step, each.until or date.starts_at,
            person_id=person.id, subject=new.id, about_at=date.starts_at,
        )
        for each in steps
    ]  # fmt: skip
    await reminders.plan(ctx.uow.session, planned, ctx.now)
    await tell_person(ctx, person, kinds.events.EventSigned(new.id), key=str(new.id))


async def gone(ctx: Context, seat: EventSeat, verb: SeatVerb) -> None:
    """Somebody gives up their seat, or their place in the list; what waits to be told of it is not needed."""
    move(ctx, seat, verb)
    await reminders.cancel_about(ctx.uow.session, seat.person_id, ReminderKind.EVENT, seat.id, ctx.now)
    await ctx.uow.session.flush()


async def pass_on(ctx: Context, event: GroupEvent, date: EventDate) -> None:
    """Every free place of a locked date is kept for whoever has waited longest, as long as there is time for that."""
    session, until = ctx.uow.session, kept_until(ctx.now, date.starts_at)
    if until is None or date.cancelled_at is not None:
        return
    for waiting in await events.seats_of(session, date.id, [SeatState.WAITING]):
        taken = {each.place for each in await events.seats_of(session, date.id) if each.place is not None}
        place = free_place(event.places or 0, taken)
        if place is None:
            return
        move(ctx, waiting, SeatVerb.OFFER)
        waiting.place, waiting.kept_until = place, until
        await session.flush()
        person = await people.by_id(session, waiting.person_id)
        await say_or_call(ctx, person, kinds.events.EventSeatOffered(waiting.id), str(waiting.id))


async def forget_seats(ctx: Context, person: Person) -> None:
    """Nothing is kept of where a locked person wanted to be; their places go to those who wait."""
    session = ctx.uow.session
    held = [date.id for _, date, _ in await events.of_person(session, person.id, ctx.now)]
    locked = [date for each in sorted(held) if (date := await events.lock_date(session, each)) is not None]
    await events.forget_of(session, person.id)
    for date in locked:
        event = await events.by_id(session, date.event_id)
        if event is not None and date.starts_at > ctx.now:
            await pass_on(ctx, event, date)
