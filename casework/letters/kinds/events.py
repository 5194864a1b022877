"""Group events: what people read and press, and the screens on which staff make them. Moments are seconds."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import SCREEN, Letter
from casework.letters.policies import Form, Nature, Policy, Priority

PRIVATE_SCREEN = Policy(priority=Priority.SCREEN, form=Form.SCREEN, protected=True)
ONCE = Policy(once=True)
BY_ITSELF = Policy(nature=Nature.AUTOMATIC, once=True, quiet_hours=True)
REMINDER = Policy(nature=Nature.AUTOMATIC, priority=Priority.REMINDER, once=True, quiet_hours=True)


@dataclass(frozen=True, slots=True)
class EventSigned(Letter):
    """The person has a place, with a file for the calendar; or staff put them into the list."""

    kind = "event-signed"
    policy = ONCE
    seat_id: int


@dataclass(frozen=True, slots=True)
class EventSeatOffered(Letter):
    """A place became free and is kept for whoever waited first."""

    kind = "event-seat-offered"
    policy = BY_ITSELF
    seat_id: int


@dataclass(frozen=True, slots=True)
class EventSeatPassed(Letter):
    """It was not taken in time."""

    kind = "event-seat-passed"
    policy = BY_ITSELF
    seat_id: int


@dataclass(frozen=True, slots=True)
class EventLeft(Letter):
    """The person does not come, as they wished; the calendar is told."""

    kind = "event-left"
    policy = ONCE
    seat_id: int


@dataclass(frozen=True, slots=True)
class EventCancelled(Letter):
    """The date does not take place; `had`: the person had a place, and did not only wait."""

    kind = "event-cancelled"
    policy = ONCE
    seat_id: int
    had: bool


@dataclass(frozen=True, slots=True)
class EventReminder(Letter):
    """It is soon."""

    kind = "remind-event"
    policy = REMINDER
    seat_id: int
    starts: int


@dataclass(frozen=True, slots=True)
class EventScreen(Letter):
    """One event with its dates, to sign up for."""

    kind = "event"
    policy = SCREEN
    event_id: int


@dataclass(frozen=True, slots=True)
class EventSeatScreen(Letter):
    """The person's place at one date. `ask`: really give it up?"""

    kind = "event-seat"
    policy = SCREEN
    seat_id: int
    ask: bool = False


@dataclass(frozen=True, slots=True)
class EventsScreen(Letter):
    """What one can sign up for."""

    kind = "events"
    policy = SCREEN


@dataclass(frozen=True, slots=True)
class DeskEvents(Letter):
    """On a desk: events that take place."""

    kind = "desk-events"
    policy = SCREEN
    staff_id: int


@dataclass(frozen=True, slots=True)
class DeskEvent(Letter):
    """On a desk: one event with its dates. `ask`: really cancel all of it?"""

    kind = "desk-event"
    policy = SCREEN
    staff_id: int
    event_id: int
    ask: bool = False


@dataclass(frozen=True, slots=True)
class DeskEventDate(Letter):
    """On a desk: one date, by places and case numbers. `ask`: really cancel it?"""

    kind = "desk-event-date"
    policy = PRIVATE_SCREEN
    staff_id: int
    date_id: int
    ask: bool = False


@dataclass(frozen=True, slots=True)
class DeskEventDraft(Letter):
    """On a desk: the next question about an event that is being made."""

    kind = "desk-event-draft"
    policy = SCREEN
    staff_id: int
    event_id: int
    page: int = 0
