"""What a staff member is preparing to offer, as their menu shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from casework.appointments.practice import Openings, openings
from casework.context import Context
from db.models import Appointment, Case
from db.repositories import appointments, staff
from rules.appointments import Way


@dataclass(frozen=True, slots=True)
class DraftSight:
    """`times`: those chosen; `days`: on which anything is free; `free`: the times of `day`, where one is open."""

    appointment_id: int
    case_id: int
    number: str
    who: str
    way: Way
    ways: tuple[Way, ...]
    minutes: int
    at_once: int
    times: tuple[datetime, ...]
    days: tuple[date, ...]
    day: date | None = None
    free: tuple[datetime, ...] = ()
    sees_nobody: bool = False


async def draft_sight(ctx: Context, case: Case, draft: Appointment, day: date | None = None) -> DraftSight:
    """The draft as it is now, with what is free."""
    session = ctx.uow.session
    await session.flush()
    free: Openings = await openings(session, ctx.catalogue, draft, ctx.now)
    times = [each.starts_at for each in await appointments.times_of(session, draft.id)]
    return DraftSight(
        appointment_id=draft.id,
        case_id=case.id,
        number=case.number,
        who=(await staff.by_id(session, draft.staff_id)).work_name,
        way=Way(draft.way),
        ways=free.practice.ways(),
        minutes=draft.minutes,
        at_once=free.practice.at_once,
        times=tuple(times),
        days=tuple(free.days()),
        day=day,
        free=tuple(free.times(day)) if day is not None else (),
        sees_nobody=free.practice.hours is None,
    )
