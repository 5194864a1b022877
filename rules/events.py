"""Group events: their dates, the states of a seat, and how long a seat that became free is kept for the next one."""

from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from types import MappingProxyType

from rules.local_time import KYIV, aware
from rules.quiet_hours import morning_after

PLACES = (5, 8, 10, 12, 15, 20, 30)
"""How many people an event may have places for."""
COUNTS = (2, 4, 6, 8, 10, 12)
"""How many dates a series may have."""
LENGTHS = (45, 60, 90, 120, 180)
"""Minutes of an event."""
LONGEST_TITLE = 80
"""Signs of a title or place: they stand on buttons and in a calendar."""
DAYS_AHEAD = 60
"""On which days from tomorrow on the first date may be."""
KEPT_FOR = timedelta(days=1)
"""How long a seat that became free is kept for the next one who waits."""
LAST_CALL = timedelta(hours=1)
"""Nobody is offered a seat later than this before the beginning."""


class Repeat(StrEnum):
    """How often an event comes again."""

    ONCE = "once"
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    FOUR_WEEKS = "four-weeks"


WEEKS: Mapping[Repeat, int] = {Repeat.ONCE: 0, Repeat.WEEKLY: 1, Repeat.FORTNIGHTLY: 2, Repeat.FOUR_WEEKS: 4}
"""Weeks from one date to the next."""


class EventState(StrEnum):
    """Where an event stands."""

    DRAFT = "draft"
    OPEN = "open"
    CANCELLED = "cancelled"


class SeatState(StrEnum):
    """How somebody stands to one date."""

    SIGNED = "signed"
    WAITING = "waiting"
    OFFERED = "offered"
    """A seat became free and is kept for them until a moment."""
    PASSED = "passed"
    """They did not take it in time, or did not want it."""
    LEFT = "left"
    CAME = "came"
    MISSED = "missed"
    CANCELLED = "cancelled"
    """The date does not take place."""


class SeatVerb(StrEnum):
    """What is done with a seat."""

    OFFER = "offer"
    TAKE = "take"
    PASS = "pass"
    LEAVE = "leave"
    CAME = "came"
    MISSED = "missed"
    CANCEL = "cancel"


_S = SeatState
STANDING = frozenset({_S.SIGNED, _S.WAITING, _S.OFFERED})
"""Somebody who may not sign up a second time; the index of the table names the same three."""
SEATED = frozenset({_S.SIGNED, _S.OFFERED})
"""These take one of the places."""


def _from(states: Iterable[SeatState], to: SeatState) -> dict[SeatState, SeatState]:
    return dict.fromkeys(states, to)


_TABLE: Mapping[SeatVerb, Mapping[SeatState, SeatState]] = MappingProxyType(
    {
        SeatVerb.OFFER: _from((_S.WAITING,), _S.OFFERED),
        SeatVerb.TAKE: _from((_S.OFFERED,), _S.SIGNED),
        SeatVerb.PASS: _from((_S.OFFERED,), _S.PASSED),
        SeatVerb.LEAVE: _from((_S.SIGNED, _S.WAITING, _S.OFFERED), _S.LEFT),
        SeatVerb.CAME: _from((_S.SIGNED, _S.MISSED), _S.CAME),
        SeatVerb.MISSED: _from((_S.SIGNED, _S.CAME), _S.MISSED),
        SeatVerb.CANCEL: _from((_S.SIGNED, _S.WAITING, _S.OFFERED), _S.CANCELLED),
    }
)
"""A row reads: this verb leads from these states there. Signing up makes a new row: SIGNED, or WAITING."""


def after(verb: SeatVerb, state: SeatState) -> SeatState | None:
    """The state once the verb is done; None where it can't be done there."""
    return _TABLE[verb].get(state)


def free_place(places: int, taken: Collection[int]) -> int | None:
    """The first place, from 0, that nobody has; None where all are taken."""
    return next((each for each in range(places) if each not in taken), None)


def kept_until(now: datetime, starts: datetime) -> datetime | None:
    """Until when (UTC) a seat that became free at `now` is kept for the next one; None: it is too late for that. The
    letter does not come at night, so the time runs from the morning on.
    """
    told = morning_after(aware(now)).astimezone(UTC)
    until = min(told + KEPT_FOR, aware(starts).astimezone(UTC) - LAST_CALL)
    return until if until > told else None


def dates(first: date, starts: int, minutes: int, repeat: Repeat, count: int) -> list[tuple[datetime, datetime]]:
    """From when to when (UTC) the dates of a series are: the same local hour each time, also over a change of the
    clocks. `starts`: minutes of the local day.
    """
    wall = time(starts // 60, starts % 60)
    found = []
    for number in range(1 if repeat is Repeat.ONCE else count):
        day = first + timedelta(weeks=WEEKS[repeat] * number)
        begins = datetime.combine(day, wall, tzinfo=KYIV).astimezone(UTC)
        found.append((begins, begins + timedelta(minutes=minutes)))
    return found
