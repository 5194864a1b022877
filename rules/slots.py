"""Free times of a specialist: within their hours, never more people at once than they take. Moments are UTC."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from rules.local_time import local_date
from rules.working_time import Span, WorkingHours

STEP = 30
"""Minutes from one time that is offered to the next; shorter ones follow each other closer."""
LEAD = timedelta(hours=1)
"""Nobody is offered a time that is nearer than this."""
AHEAD = 30
"""On how many days from today on times are offered."""
AT_ONCE = (1, 2, 3, 4, 5, 6, 8, 10)
"""How many people a specialist may see at once."""
DAY_OPENS, DAY_CLOSES = 7, 21
"""Full local hours between which a specialist may have hours."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A time at which somebody is seen already: from, to, and on which of the specialist's seats, from 0."""

    starts: datetime
    ends: datetime
    seat: int


def free_seat(at_once: int, taken: Iterable[Taken], starts: datetime, ends: datetime) -> int | None:
    """The first seat on which nobody sits in between; None where all are taken."""
    busy = {each.seat for each in taken if each.starts < ends and starts < each.ends}
    return next((seat for seat in range(at_once) if seat not in busy), None)


def times_of_day(hours: WorkingHours, day: date, minutes: int) -> list[datetime]:
    """Every time on a local date at which an appointment of so many minutes fits into the hours, free or not."""
    length, step = timedelta(minutes=minutes), timedelta(minutes=min(minutes, STEP))
    found = []
    for opens, closes in hours.spans_on(day):
        at = opens
        while at + length <= closes:
            found.append(at)
            at += step
    return found


def free_times(
    hours: WorkingHours | None, at_once: int, taken: Sequence[Taken], day: date, minutes: int, now: datetime
) -> list[datetime]:
    """What can be offered of a local date at `now`; nothing to somebody without hours (None)."""
    if hours is None or not _near(day, now):
        return []
    length = timedelta(minutes=minutes)
    return [
        at
        for at in times_of_day(hours, day, minutes)
        if at >= now + LEAD and free_seat(at_once, taken, at, at + length) is not None
    ]


def free_days(
    hours: WorkingHours | None, at_once: int, taken: Sequence[Taken], minutes: int, now: datetime
) -> list[date]:
    """The local dates on which anything is free, from today on."""
    today = local_date(now)
    days = (today + timedelta(days=each) for each in range(AHEAD))
    return [day for day in days if free_times(hours, at_once, taken, day, minutes, now)]


def _near(day: date, now: datetime) -> bool:
    return 0 <= (day - local_date(now)).days < AHEAD


def week_of(
    spans: Iterable[tuple[int, int, int]], usual: WorkingHours, days_off: Iterable[date]
) -> WorkingHours | None:
    """A specialist's hours from their rows (weekday from 0, opens and closes as minutes of the local day), in the zone
    of the organisation, whose days off are theirs, too. None without any row: they see nobody.
    """
    week: list[list[Span]] = [[] for _ in range(7)]
    for weekday, opens, closes in sorted(spans):
        week[weekday].append(Span(_time(opens), _time(closes)))
    if not any(week):
        return None
    return WorkingHours(tuple(map(tuple, week)), usual.zone, usual.days_off | frozenset(days_off))


def with_days_off(usual: WorkingHours, days_off: Iterable[date]) -> WorkingHours:
    """The organisation's hours for somebody who has none of their own."""
    return WorkingHours(usual.week, usual.zone, usual.days_off | frozenset(days_off))


def overlaps(spans: Iterable[tuple[int, int]], opens: int, closes: int) -> bool:
    """Would these hours meet others of the same day, or be none?"""
    inside = sorted([*spans, (opens, closes)])
    return opens >= closes or any(one[1] > two[0] for one, two in pairwise(inside))


def minutes_of(at: time) -> int:
    """Minutes since midnight."""
    return at.hour * 60 + at.minute


def _time(minutes: int) -> time:
    return time(minutes // 60, minutes % 60)
