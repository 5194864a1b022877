"""The duty roster: who is on duty when, what may be written into it, and which days have nobody. Hours are Kyiv's."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from rules.local_time import KYIV, local_date

PLACES = (1, 2, 3)
"""In which order those who are on duty at the same time are called."""
LONGEST = 24
"""Hours of one shift; whoever stays longer has two."""
AHEAD = timedelta(days=60)
"""How far ahead shifts may be written."""
LOOKS_AHEAD = 14
"""Days in which nobody may be missing."""


@dataclass(frozen=True, slots=True)
class Shift:
    """A staff member (by id) on duty from one moment (UTC) up to another, called at this place of the order."""

    staff: int
    place: int
    starts: datetime
    ends: datetime


class Flaw(StrEnum):
    """Why a shift can't be written."""

    PAST = "past"
    TOO_FAR = "too-far"
    LENGTH = "length"
    PLACE = "place"
    TAKEN = "taken"
    """Somebody else has this place at that time."""
    TWICE = "twice"
    """The same one is on duty at that time already."""


def moments(day: date, starts: int, hours: int) -> tuple[datetime, datetime]:
    """From when to when (UTC) a shift lasts that begins on a local day at a full hour. The hours are those on the wall:
    from 20 on for 12 ends at 8, also over a change of the clocks.
    """
    begins = datetime.combine(day, time(starts))
    ends = begins + timedelta(hours=hours)
    return begins.replace(tzinfo=KYIV).astimezone(UTC), ends.replace(tzinfo=KYIV).astimezone(UTC)


def flaw(new: Shift, others: Iterable[Shift], now: datetime) -> Flaw | None:
    """Why a shift can't stand beside these others; None where it can."""
    if new.place not in PLACES:
        return Flaw.PLACE
    # An hour more: in autumn a night has 25.
    if not timedelta() < new.ends - new.starts <= timedelta(hours=LONGEST + 1):
        return Flaw.LENGTH
    if new.ends <= now:
        return Flaw.PAST
    if local_date(new.starts) > local_date(now) + AHEAD:
        return Flaw.TOO_FAR
    at_once = [each for each in others if each.starts < new.ends and new.starts < each.ends]
    if any(each.staff == new.staff for each in at_once):
        return Flaw.TWICE
    return Flaw.TAKEN if any(each.place == new.place for each in at_once) else None


def on_duty(shifts: Iterable[Shift], at: datetime) -> tuple[Shift, ...]:
    """Who is on duty at a moment, in the order in which they are called."""
    now = [each for each in shifts if each.starts <= at < each.ends]
    return tuple(sorted(now, key=lambda each: (each.place, each.starts, each.staff)))


def next_start(shifts: Iterable[Shift], at: datetime) -> datetime | None:
    """When the next shift after a moment begins; None where none is written."""
    return min((each.starts for each in shifts if each.starts > at), default=None)


def days_without(shifts: Iterable[Shift], today: date, days: int = LOOKS_AHEAD) -> tuple[date, ...]:
    """The local days, from today on, on which nobody is on duty at any hour."""
    covered: set[date] = set()
    for each in shifts:
        day, last = local_date(each.starts), local_date(each.ends - timedelta(microseconds=1))
        while day <= last:
            covered.add(day)
            day += timedelta(days=1)
    wanted = (today + timedelta(days=number) for number in range(days))
    return tuple(day for day in wanted if day not in covered)
