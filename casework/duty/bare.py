"""On which of the coming days nobody is on duty."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from db.repositories import duty, staff
from db.uow import UnitOfWork
from rules.local_time import local_date
from rules.roster import LOOKS_AHEAD, Shift, days_without


async def bare_days(uow: UnitOfWork, organisation_id: int, now: datetime, days: int = LOOKS_AHEAD) -> tuple[date, ...]:
    """The local days of an organisation, today and the coming ones, on which nobody is on duty at any hour."""
    # What is over by now has covered this day, too.
    rows = await duty.ahead(uow.session, organisation_id, now - timedelta(days=1))
    shifts = [Shift(each.staff_id, each.place, each.starts_at, each.ends_at) for each, _ in rows]
    return days_without(shifts, local_date(now), days)


async def bare_days_of(uow: UnitOfWork, slug: str, now: datetime) -> tuple[date, ...]:
    """The same for the coming two weeks of an organisation of the catalogue, at work already or not."""
    found = await staff.organisation_by_slug(uow.session, slug)
    return days_without((), local_date(now)) if found is None else await bare_days(uow, found.id, now)
