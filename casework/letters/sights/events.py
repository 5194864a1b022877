"""What is seen of group events: by people, and by staff on their desks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from casework.letters.sights.appointments import CalendarFacts
from casework.letters.sights.to_person import Office
from rules.events import Repeat, SeatState


@dataclass(frozen=True, slots=True)
class SeatSight:
    """Every letter and the screen about one seat. `title` and `place` None: somebody else may read the phone."""

    seat_id: int
    event_id: int
    state: SeatState
    title: str | None
    place: str | None
    starts: datetime
    number: int | None
    """Which place, from 1."""
    before: int
    """How many wait before them."""
    kept_until: datetime | None
    had: bool
    calendar: CalendarFacts | None
    office: Office
    ask: bool = False


@dataclass(frozen=True, slots=True)
class EventDateLine:
    """One date, with what the reader has to do with it."""

    date_id: int
    starts: datetime
    left: int
    waiting: int
    cancelled: bool
    seat_id: int | None = None
    state: SeatState | None = None


@dataclass(frozen=True, slots=True)
class EventSight:
    """`event`."""

    event_id: int
    title: str
    place: str
    minutes: int
    dates: tuple[EventDateLine, ...]
    office: Office


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event in a list, with its next date."""

    event_id: int
    title: str
    starts: datetime


@dataclass(frozen=True, slots=True)
class EventsSight:
    """`events`, `desk-events`; `draft`: the reader began one."""

    events: tuple[EventLine, ...]
    draft: bool = False


@dataclass(frozen=True, slots=True)
class DeskEventSight:
    """`desk-event`."""

    event_id: int
    title: str
    place: str
    minutes: int
    places: int
    dates: tuple[EventDateLine, ...]
    ask: bool


@dataclass(frozen=True, slots=True)
class DeskSeatLine:
    """Somebody at a date: their place and case, never their name."""

    seat_id: int
    place: int | None
    number: str | None
    case_id: int | None
    state: SeatState
    coming: bool


@dataclass(frozen=True, slots=True)
class DeskEventDateSight:
    """`desk-event-date`; `begun`: it may be noted who came."""

    event_id: int
    date_id: int
    title: str
    starts: datetime
    places: int
    seats: tuple[DeskSeatLine, ...]
    begun: bool
    cancelled: bool
    ask: bool


@dataclass(frozen=True, slots=True)
class EventDraftSight:
    """`desk-event-draft`: what is known, and what is asked next (`casework.events.make.Field`; empty: all is known)."""

    asks: str
    title: str | None
    place: str | None
    minutes: int | None
    places: int | None
    day: date | None
    starts: int | None
    repeat: Repeat | None
    count: int | None
    days: tuple[date, ...]
    page: int
    pages: int
