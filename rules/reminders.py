"""When a reminder comes: the steps of a ladder between the event and what is due, each with its end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

from rules.catalogue.ladders import Clock, Ladder, Lapse, ReminderKind, Step, When
from rules.local_time import aware, local_date
from rules.quiet_hours import morning_after
from rules.working_time import WorkingHours

DAY_OR_LESS = timedelta(days=1)
SHORTEST = timedelta(minutes=1)
DIGEST_HOURS = (7, 8, 9, 10)
"""When a staff member may want to read what waits: local hours."""
OWN_HOURS = (8, 9, 10, 12, 14, 16, 18, 20)
"""When a person may want to be reminded: local hours, none at night."""
OWN_DAYS = (0, 1, 2, 3, 4, 5, 6, 7, 14, 30, 60, 90)
"""On which days from today on."""
LONGEST_WORDS = 500
"""Signs of a reminder of one's own: it is a note to oneself."""
MOST_OWN = 20
"""So many of these may wait at once."""
SNOOZE_DAYS = (1, 3, 7)
"""For how long a reminder may be put off."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One step to be told. Moments are UTC; `until` None: as long as it is true. `step` is its place in the ladder."""

    step: int
    at: datetime
    until: datetime | None


def ladder_for(started: datetime, due: datetime) -> ReminderKind:
    """Which ladder a deadline has: that of limits over a day, or that of a day and less."""
    limit = due.astimezone(UTC) - started.astimezone(UTC)
    return ReminderKind.DEADLINE if limit > DAY_OR_LESS else ReminderKind.DEADLINE_SHORT


def moments(ladder: Ladder, started: datetime, due: datetime, now: datetime, hours: WorkingHours) -> list[Moment]:
    """The steps still to be told at `now`, in order. `started`, `due` and `now` are aware.

    A step ends where the next one begins, so that after a pause only the newest is told. Steps before the event, and
    those that are over at `now`, are none.
    """
    start, end = aware(started).astimezone(UTC), aware(due).astimezone(UTC)
    found = []
    for place, step in enumerate(ladder.steps):
        at = _at(ladder, step, start, end, hours)
        if at < start:
            continue
        told = morning_after(at) if ladder.quiet else at
        if step.when in (When.HALF, When.BEFORE) and told >= end:
            continue
        found.append((place, told))
    found.sort(key=lambda each: each[1])
    ends = [later for _, (_, later) in pairwise(found)] + [_last(ladder, found)]
    steps = [Moment(place, at, until) for (place, at), until in zip(found, ends, strict=True)] if found else []
    return [each for each in steps if each.until is None or each.until > max(each.at, now)]


def _last(ladder: Ladder, found: Sequence[tuple[int, datetime]]) -> datetime | None:
    return found[-1][1] + timedelta(hours=ladder.keep_hours) if found and ladder.keep_hours else None


def _at(ladder: Ladder, step: Step, start: datetime, end: datetime, hours: WorkingHours) -> datetime:
    match step.when:
        case When.DUE:
            return end
        case When.HALF:
            return start + (end - start) / 2 if ladder.time is Clock.CLOCK else halfway(start, end, hours)
        case When.AFTER:
            return later(start, step.amount, step.unit, hours)
        case When.BEFORE:
            return _before(step, end, hours)


def halfway(start: datetime, end: datetime, hours: WorkingHours) -> datetime:
    """When half of the working time is over (UTC); by the clock where nobody works in between."""
    worked = hours.working_between(start, end)
    return hours.add_working(start, worked / 2) if worked > SHORTEST else start + (end - start) / 2


def later(start: datetime, amount: int, unit: Lapse, hours: WorkingHours) -> datetime:
    """So much after an aware moment, in UTC."""
    begun = aware(start).astimezone(UTC)
    match unit:
        case Lapse.WORKING_HOURS:
            return hours.add_working(begun, timedelta(hours=amount))
        case Lapse.WORKING_DAYS:
            return hours.same_hour_after(begun, amount)
        case Lapse.DAYS:
            return days_later(begun, amount, hours)
        case Lapse.HOURS | Lapse.MINUTES:
            return begun + timedelta(**{unit.value: amount})


def _before(step: Step, end: datetime, hours: WorkingHours) -> datetime:
    match step.unit:
        case Lapse.WORKING_HOURS:
            return hours.before_working(end, timedelta(hours=step.amount))
        case Lapse.WORKING_DAYS:
            return hours.opening_before(end, step.amount)
        case Lapse.DAYS:
            return days_later(end, -step.amount, hours)
        case Lapse.HOURS | Lapse.MINUTES:
            return end - timedelta(**{step.unit.value: step.amount})


def days_later(at: datetime, days: int, hours: WorkingHours) -> datetime:
    """The same hour on the wall some days later (UTC), also over a change of the clocks."""
    local = aware(at).astimezone(hours.zone)
    return datetime.combine(local.date() + timedelta(days=days), local.time(), tzinfo=hours.zone).astimezone(UTC)


def snoozed_until(now: datetime, days: int, hours: WorkingHours) -> datetime:
    """When a reminder that was put off comes again (UTC): so many days later, by day."""
    return morning_after(days_later(now, days, hours))


def digest_at(now: datetime, hour: int, hours: WorkingHours) -> datetime:
    """The next working morning (UTC) at this local hour, after `now`."""
    today = local_date(now, hours.zone)
    day = today if hours.is_working_day(today) and local_moment(today, hour, hours) > now else None
    return local_moment(day or hours.working_day_after(today), hour, hours)


def local_moment(day: date, hour: int, hours: WorkingHours) -> datetime:
    """A full hour of a local day, in UTC."""
    return datetime.combine(day, time(hour), tzinfo=hours.zone).astimezone(UTC)


def own_days(now: datetime, hours: WorkingHours) -> list[date]:
    """The local days for which a person may ask to be reminded; today only while an hour of it is left."""
    today = local_date(now, hours.zone)
    days = [today + timedelta(days=each) for each in OWN_DAYS]
    return days if own_hours(today, now, hours) else days[1:]


def own_hours(day: date, now: datetime, hours: WorkingHours) -> list[int]:
    """The hours of that day that are not over."""
    return [hour for hour in OWN_HOURS if local_moment(day, hour, hours) > now]
