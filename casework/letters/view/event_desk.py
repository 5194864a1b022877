"""Group events on the desks of those who make them: by places and case numbers, never by names."""

from __future__ import annotations

from datetime import timedelta

from casework.events.make import missing
from casework.letters import kinds
from casework.letters.sights import Sight
from casework.letters.sights.events import (
    DeskEventDateSight,
    DeskEventSight,
    DeskSeatLine,
    EventDraftSight,
    EventLine,
    EventsSight,
)
from casework.letters.view.events import date_lines
from casework.letters.view.look import Look, view
from db.models import EventSeat, GroupEvent, StaffMember
from db.repositories import cases, events, staff
from rules.events import DAYS_AHEAD, EventState, Repeat, SeatState
from rules.local_time import local_date

MOST, PAGE = 20, 14


async def _reader(look: Look, staff_id: int, event: GroupEvent | None) -> StaffMember | None:
    """Whoever reads, where the event is one of their organisation."""
    reader = await staff.by_id(look.uow.session, staff_id)
    if event is None or reader.removed_at is not None or event.organisation_id != reader.organisation_id:
        return None
    return reader


@view(kinds.events.DeskEvents)
async def _events(look: Look, letter: kinds.events.DeskEvents) -> Sight | None:
    session, reader = look.uow.session, await staff.by_id(look.uow.session, letter.staff_id)
    if reader.removed_at is not None:
        return None
    rows = await events.coming(session, look.now, MOST, reader.organisation_id)
    lines = tuple(EventLine(each.event.id, each.event.title or "", each.date.starts_at) for each in rows)
    draft = await events.draft_of(session, reader.id) is not None
    return look.sight(reader.language, EventsSight(lines, draft))


@view(kinds.events.DeskEvent)
async def _event(look: Look, letter: kinds.events.DeskEvent) -> Sight | None:
    event = await events.by_id(look.uow.session, letter.event_id)
    reader = await _reader(look, letter.staff_id, event)
    if reader is None or event is None or event.state != EventState.OPEN:
        return None
    shows = DeskEventSight(
        event_id=event.id,
        title=event.title or "",
        place=event.place or "",
        minutes=event.minutes or 0,
        places=event.places or 0,
        dates=await date_lines(look, event, None),
        ask=letter.ask,
    )
    return look.sight(reader.language, shows)


@view(kinds.events.DeskEventDate)
async def _date(look: Look, letter: kinds.events.DeskEventDate) -> Sight | None:
    session = look.uow.session
    at = await events.date_by_id(session, letter.date_id)
    event = await events.by_id(session, at.event_id) if at is not None else None
    reader = await _reader(look, letter.staff_id, event)
    if reader is None or event is None or at is None:
        return None
    shown = [SeatState.SIGNED, SeatState.OFFERED, SeatState.WAITING, SeatState.CAME, SeatState.MISSED]
    seats = await events.seats_of(session, at.id, shown)
    in_order = sorted(seats, key=lambda each: (each.place is None, each.place or 0, each.id))
    shows = DeskEventDateSight(
        event_id=event.id,
        date_id=at.id,
        title=event.title or "",
        starts=at.starts_at,
        places=event.places or 0,
        seats=tuple([await _seat(look, each, reader.organisation_id) for each in in_order]),
        begun=at.starts_at <= look.now,
        cancelled=at.cancelled_at is not None,
        ask=letter.ask,
    )
    return look.sight(reader.language, shows)


async def _seat(look: Look, seat: EventSeat, organisation_id: int) -> DeskSeatLine:
    """With the person's newest open case here, by which a caseworker may look who it is."""
    theirs = await cases.open_of(look.uow.session, seat.person_id)
    case = next((each for each in theirs if each.organisation_id == organisation_id), None)
    number, case_id = (case.number, case.id) if case is not None else (None, None)
    return DeskSeatLine(seat.id, seat.place, number, case_id, SeatState(seat.state), seat.coming_at is not None)


@view(kinds.events.DeskEventDraft)
async def _draft(look: Look, letter: kinds.events.DeskEventDraft) -> Sight | None:
    event = await events.by_id(look.uow.session, letter.event_id)
    reader = await _reader(look, letter.staff_id, event)
    if reader is None or event is None or event.state != EventState.DRAFT or event.made_by != reader.id:
        return None
    asks, today = missing(event), local_date(look.now)
    days = [today + timedelta(days=each) for each in range(1, DAYS_AHEAD + 1)]
    pages = -(-len(days) // PAGE)
    page = min(letter.page, pages - 1)
    shows = EventDraftSight(
        asks=asks.value if asks is not None else "",
        title=event.title,
        place=event.place,
        minutes=event.minutes,
        places=event.places,
        day=event.day,
        starts=event.starts,
        repeat=Repeat(event.repeat) if event.repeat else None,
        count=event.count,
        days=tuple(days[page * PAGE : (page + 1) * PAGE]),
        page=page,
        pages=pages,
    )
    return look.sight(reader.language, shows)
