"""Group events as people see them: letters about their seat, the list, one event."""

from __future__ import annotations

from casework.letters import kinds
from casework.letters.sights import Sight
from casework.letters.sights.appointments import CalendarFacts
from casework.letters.sights.events import EventDateLine, EventLine, EventSight, EventsSight, SeatSight
from casework.letters.view.look import Look, view
from casework.letters.view.moments import moment
from db.models import EventDate, EventSeat, GroupEvent, Person
from db.repositories import events, staff
from rules.catalogue import Organisation
from rules.events import EventState, SeatState

MOST = 10
"""Events on the list: the nearest ones."""


async def _sight(
    look: Look, seat_id: int, *states: SeatState, cancelled: bool = False, had: bool = False, ask: bool = False
) -> Sight | None:
    """About a seat of the reader's in one of these states, with a file for the calendar where one fits."""
    session = look.uow.session
    seat = await events.seat_by_id(session, seat_id)
    if seat is None or seat.person_id != look.letter.person_id or SeatState(seat.state) not in states:
        return None
    at = await events.date_by_id(session, seat.date_id)
    event = await events.by_id(session, at.event_id) if at is not None else None
    if at is None or event is None or at.starts_at <= look.now:
        return None
    person, entry = await look.person(), await _entry(look, event)
    waiting = await events.seats_of(session, at.id, [SeatState.WAITING])
    shows = SeatSight(
        seat_id=seat.id,
        event_id=event.id,
        state=SeatState(seat.state),
        title=None if person.discreet else event.title,
        place=None if person.discreet else event.place,
        starts=at.starts_at,
        number=seat.place + 1 if seat.place is not None else None,
        before=sum(each.id < seat.id for each in waiting),
        kept_until=seat.kept_until,
        had=had,
        calendar=_calendar(look, event, at, seat, person, entry, cancelled=cancelled) if had or not cancelled else None,
        office=look.office(person.language, entry),
        ask=ask,
    )
    return look.sight(person.language, shows)


async def _entry(look: Look, event: GroupEvent) -> Organisation:
    row = await staff.organisation_by_id(look.uow.session, event.organisation_id)
    return look.catalogue.organisations[row.slug]


def _calendar(
    look: Look, event: GroupEvent, at: EventDate, seat: EventSeat, person: Person, entry: Organisation,
    *, cancelled: bool,
) -> CalendarFacts | None:  # fmt: skip
    if person.discreet or (not cancelled and seat.state != SeatState.SIGNED):
        return None
    organiser, sequence = entry.name[person.language], int(cancelled)
    return CalendarFacts(at.uid, sequence, at.starts_at, at.ends_at, look.now, organiser, event.place, cancelled)


@view(kinds.events.EventSigned)
async def _signed(look: Look, letter: kinds.events.EventSigned) -> Sight | None:
    return await _sight(look, letter.seat_id, SeatState.SIGNED, SeatState.WAITING)


@view(kinds.events.EventSeatOffered)
async def _offered(look: Look, letter: kinds.events.EventSeatOffered) -> Sight | None:
    return await _sight(look, letter.seat_id, SeatState.OFFERED)


@view(kinds.events.EventSeatPassed)
async def _passed(look: Look, letter: kinds.events.EventSeatPassed) -> Sight | None:
    return await _sight(look, letter.seat_id, SeatState.PASSED)


@view(kinds.events.EventLeft)
async def _left(look: Look, letter: kinds.events.EventLeft) -> Sight | None:
    return await _sight(look, letter.seat_id, SeatState.LEFT, cancelled=True, had=True)


@view(kinds.events.EventCancelled)
async def _cancelled(look: Look, letter: kinds.events.EventCancelled) -> Sight | None:
    return await _sight(look, letter.seat_id, SeatState.CANCELLED, cancelled=True, had=letter.had)


@view(kinds.events.EventReminder)
async def _reminder(look: Look, letter: kinds.events.EventReminder) -> Sight | None:
    seat = await events.seat_by_id(look.uow.session, letter.seat_id)
    at = await events.date_by_id(look.uow.session, seat.date_id) if seat is not None else None
    if at is None or at.cancelled_at is not None or at.starts_at != moment(letter.starts):
        return None
    return await _sight(look, letter.seat_id, SeatState.SIGNED)


@view(kinds.events.EventSeatScreen)
async def _seat(look: Look, letter: kinds.events.EventSeatScreen) -> Sight | None:
    return await _sight(look, letter.seat_id, *SeatState, ask=letter.ask)


@view(kinds.events.EventsScreen)
async def _events(look: Look, letter: kinds.events.EventsScreen) -> Sight:
    rows = await events.coming(look.uow.session, look.now, MOST)
    lines = tuple(EventLine(each.event.id, each.event.title or "", each.date.starts_at) for each in rows)
    return look.sight((await look.person()).language, EventsSight(lines))


@view(kinds.events.EventScreen)
async def _event(look: Look, letter: kinds.events.EventScreen) -> Sight | None:
    event = await events.by_id(look.uow.session, letter.event_id)
    if event is None or event.state == EventState.DRAFT:
        return None
    person = await look.person()
    shows = EventSight(
        event_id=event.id,
        title=event.title or "",
        place=event.place or "",
        minutes=event.minutes or 0,
        dates=await date_lines(look, event, person.id),
        office=look.office(person.language, await _entry(look, event)),
    )
    return look.sight(person.language, shows)


async def date_lines(look: Look, event: GroupEvent, person_id: int | None) -> tuple[EventDateLine, ...]:
    """The dates of an event that have not begun, as one person sees them, or (None) staff."""
    session, lines = look.uow.session, []
    for at in await events.dates_of(session, event.id, look.now):
        if at.starts_at <= look.now and person_id is not None:
            continue
        taken, waiting = await events.tally(session, at.id)
        seat = await events.standing(session, at.id, person_id) if person_id is not None else None
        left = 0 if waiting else max(0, (event.places or 0) - taken)
        lines.append(
            EventDateLine(
                at.id, at.starts_at, left, waiting, at.cancelled_at is not None,
                seat.id if seat is not None else None, SeatState(seat.state) if seat is not None else None,
            )
        )  # fmt: skip
    return tuple(lines)
