"""When, where and for how many at once a specialist sees people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Appointment, StaffMember
from db.repositories import appointments, staff
from rules.appointments import Way
from rules.catalogue import Catalogue
from rules.local_time import local_date
from rules.slots import AHEAD, Taken, free_days, free_times, week_of, with_days_off
from rules.working_time import WorkingHours

NEXT_DAYS = timedelta(days=AHEAD + 1)


@dataclass(frozen=True, slots=True)
class Practice:
    """`hours` None: they see nobody. `own`: set by themselves, and not the organisation's."""

    hours: WorkingHours | None
    at_once: int
    own: bool
    places: dict[Way, str | None]

    def ways(self) -> tuple[Way, ...]:
        """How people can meet them: on the phone always, else where they said."""
        return tuple(way for way in Way if way is Way.PHONE or self.places[way])


async def practice_of(session: AsyncSession, catalogue: Catalogue, member: StaffMember, now: datetime) -> Practice:
    """As it is now; who has set nothing has the hours of their organisation, for one person at once."""
    organisation = await staff.organisation_by_id(session, member.organisation_id)
    usual, today = catalogue.hours_of(organisation.slug), local_date(now)
    days_off = [*await appointments.days_off(session, member.id, today), *_away(member.away_until, today)]
    row = await appointments.specialist(session, member.id)
    places = {Way.PHONE: None, Way.PLACE: row.place if row else None, Way.VIDEO: row.video if row else None}
    if row is None:
        return Practice(with_days_off(usual, days_off), 1, own=False, places=places)
    spans = [(each.weekday, each.opens, each.closes) for each in await appointments.hours_of(session, member.id)]
    return Practice(week_of(spans, usual, days_off), row.at_once, own=True, places=places)


def _away(until: date | None, today: date) -> list[date]:
    """The days on which a staff member is away, as far as times are offered."""
    days = [today + timedelta(days=each) for each in range(AHEAD)]
    return [day for day in days if until is not None and day < until]


@dataclass(frozen=True, slots=True)
class Openings:
    """What is free for one appointment."""

    practice: Practice
    taken: Sequence[Taken]
    minutes: int
    now: datetime

    def days(self) -> list[date]:
        """The local days on which anything is."""
        return free_days(self.practice.hours, self.practice.at_once, self.taken, self.minutes, self.now)

    def times(self, day: date) -> list[datetime]:
        """The times (UTC) of a local day."""
        return free_times(self.practice.hours, self.practice.at_once, self.taken, day, self.minutes, self.now)


async def openings(session: AsyncSession, catalogue: Catalogue, appointment: Appointment, now: datetime) -> Openings:
    """Of its specialist, as if it had no time itself."""
    member = await staff.by_id(session, appointment.staff_id)
    practice = await practice_of(session, catalogue, member, now)
    taken = await appointments.taken(session, member.id, now, now + NEXT_DAYS, now, but=appointment.id)
    return Openings(practice, taken, appointment.minutes, now)
