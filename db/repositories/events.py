"""Group events, their dates, and who has or wants a seat. Whoever changes a seat has locked its date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import EventDate, EventSeat, GroupEvent
from db.session import get_row, lock_row
from rules.events import SEATED, STANDING, EventState, SeatState

_STANDING = sorted(each.value for each in STANDING)
_SEATED = sorted(each.value for each in SEATED)


async def by_id(session: AsyncSession, event_id: int) -> GroupEvent | None:
    """One event, unlocked."""
    return await get_row(session, GroupEvent, event_id)


async def lock(session: AsyncSession, event_id: int) -> GroupEvent | None:
    """One, locked until the transaction ends."""
    return await lock_row(session, GroupEvent, event_id)


async def by_token(session: AsyncSession, token: str) -> GroupEvent | None:
    """The one that a link names."""
    return await session.scalar(select(GroupEvent).where(GroupEvent.token == token))


async def draft_of(session: AsyncSession, member_id: int) -> GroupEvent | None:
    """What a staff member is writing down."""
    query = select(GroupEvent).where(GroupEvent.made_by == member_id, GroupEvent.state == EventState.DRAFT.value)
    return await session.scalar(query)


@dataclass(frozen=True, slots=True)
class Coming:
    """An open event and the next of its dates."""

    event: GroupEvent
    date: EventDate


async def coming(session: AsyncSession, now: datetime, limit: int, organisation_id: int | None = None) -> list[Coming]:
    """Open events that still take place, each with its next date, the nearest first; of one organisation, or (None) of
    all.
    """
    ahead = (EventDate.cancelled_at.is_(None), EventDate.starts_at > now)
    first = select(EventDate.event_id, func.min(EventDate.starts_at).label("at")).where(*ahead)
    nearest = first.group_by(EventDate.event_id).subquery()
    query = (
        select(GroupEvent, EventDate)
        .join(EventDate, EventDate.event_id == GroupEvent.id)
        .join(nearest, (nearest.c.event_id == EventDate.event_id) & (nearest.c.at == EventDate.starts_at))
        .where(GroupEvent.state == EventState.OPEN.value)
    )
    if organisation_id is not None:
        query = query.where(GroupEvent.organisation_id == organisation_id)
    rows = await session.execute(query.order_by(EventDate.starts_at, GroupEvent.id).limit(limit))
    return [Coming(event, date) for event, date in rows]


async def dates_of(session: AsyncSession, event_id: int, since: datetime) -> Sequence[EventDate]:
    """The dates of an event that are not over, in order; those that were called off, too."""
    query = select(EventDate).where(EventDate.event_id == event_id, EventDate.ends_at > since)
    return (await session.scalars(query.order_by(EventDate.starts_at))).all()


async def date_by_id(session: AsyncSession, date_id: int) -> EventDate | None:
    """One date, unlocked."""
    return await get_row(session, EventDate, date_id)


async def lock_date(session: AsyncSession, date_id: int) -> EventDate | None:
    """One date, locked until the transaction ends: its seats are given one after the other."""
    return await lock_row(session, EventDate, date_id)


async def of_team(
    session: AsyncSession, organisation_id: int, since: datetime, until: datetime
) -> list[tuple[GroupEvent, EventDate]]:
    """What takes place in an organisation in between."""
    query = (
        select(GroupEvent, EventDate)
        .join(EventDate, EventDate.event_id == GroupEvent.id)
        .where(
            GroupEvent.organisation_id == organisation_id,
            EventDate.cancelled_at.is_(None),
            EventDate.starts_at >= since,
            EventDate.starts_at < until,
        )
    )
    return [(event, date) for event, date in await session.execute(query.order_by(EventDate.starts_at, EventDate.id))]


async def seat_by_id(session: AsyncSession, seat_id: int) -> EventSeat | None:
    """One seat, unlocked."""
    return await get_row(session, EventSeat, seat_id)


async def lock_seat(session: AsyncSession, seat_id: int) -> EventSeat | None:
    """One seat, locked until the transaction ends."""
    return await lock_row(session, EventSeat, seat_id)


async def standing(session: AsyncSession, date_id: int, person_id: int) -> EventSeat | None:
    """Somebody's seat, or their place in the list of a date."""
    query = select(EventSeat).where(EventSeat.date_id == date_id, EventSeat.person_id == person_id)
    return await session.scalar(query.where(EventSeat.state.in_(_STANDING)))


async def seats_of(session: AsyncSession, date_id: int, states: Sequence[SeatState] = ()) -> Sequence[EventSeat]:
    """All seats of a date in these states (none named: that count), in the order in which they were asked for."""
    wanted = [each.value for each in states] or _STANDING
    query = select(EventSeat).where(EventSeat.date_id == date_id, EventSeat.state.in_(wanted))
    as_it_is = query.order_by(EventSeat.id).execution_options(populate_existing=True)
    return (await session.scalars(as_it_is)).all()


async def tally(session: AsyncSession, date_id: int) -> tuple[int, int]:
    """How many places of a date are taken, and how many people wait."""
    taken = func.count().filter(EventSeat.state.in_(_SEATED))
    waiting = func.count().filter(EventSeat.state == SeatState.WAITING.value)
    found = (await session.execute(select(taken, waiting).where(EventSeat.date_id == date_id))).one()
    return int(found[0]), int(found[1])


Seated = tuple[EventSeat, EventDate, GroupEvent]


async def of_person(session: AsyncSession, person_id: int, now: datetime) -> list[Seated]:
    """Where a person has a seat or waits for one, the next first."""
    standing = (EventSeat.state.in_(_STANDING), EventDate.ends_at > now)
    rows = await session.execute(_seated(person_id).where(*standing))
    return [(seat, date, event) for seat, date, event in rows]


async def all_of_person(session: AsyncSession, person_id: int) -> list[Seated]:
    """All for which a person ever signed up, the oldest first."""
    return [(seat, date, event) for seat, date, event in await session.execute(_seated(person_id))]


def _seated(person_id: int) -> Select[EventSeat, EventDate, GroupEvent]:
    return (
        select(EventSeat, EventDate, GroupEvent)
        .join(EventDate, EventDate.id == EventSeat.date_id)
        .join(GroupEvent, GroupEvent.id == EventDate.event_id)
        .where(EventSeat.person_id == person_id)
        .order_by(EventDate.starts_at, EventSeat.id)
    )


async def next_kept(session: AsyncSession, until: datetime) -> datetime | None:
    """When the first place is not kept any more, up to a moment."""
    found: datetime | None = await session.scalar(
        select(func.min(EventSeat.kept_until)).where(EventSeat.kept_until <= until)
    )
    return found


async def kept_in_vain(session: AsyncSession, now: datetime, limit: int) -> list[tuple[int, int]]:
    """Dates and seats that are not kept any more, the oldest first."""
    query = select(EventSeat.date_id, EventSeat.id).where(EventSeat.kept_until <= now)
    return [(date, seat) for date, seat in await session.execute(query.order_by(EventSeat.kept_until).limit(limit))]


async def forget_of(session: AsyncSession, person_id: int) -> None:
    """Deletes every seat that a person has, had or wanted."""
    await session.execute(delete(EventSeat).where(EventSeat.person_id == person_id))


async def forget_past(session: AsyncSession, before: datetime) -> None:
    """Deletes who was, or wanted to be, at dates that ended before a moment (business time)."""
    over = select(EventDate.id).where(EventDate.ends_at < before)
    await session.execute(delete(EventSeat).where(EventSeat.date_id.in_(over)))
