"""Appointments: what a person reads and presses, what staff hear, and the calendar on a desk. Moments are seconds."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import CASE_ANSWER, SCREEN, Letter
from casework.letters.policies import Form, Nature, Policy, Priority

PRIVATE_SCREEN = Policy(priority=Priority.SCREEN, form=Form.SCREEN, protected=True)
ONCE = Policy(once=True)
REMINDER = Policy(nature=Nature.AUTOMATIC, priority=Priority.REMINDER, once=True, quiet_hours=True)


@dataclass(frozen=True, slots=True)
class AppointmentOffered(Letter):
    """Times to choose from, for the `round`th time. `was`: when it was to be before; 0: never."""

    kind = "appointment-offered"
    policy = ONCE
    case_id: int
    appointment_id: int
    round: int
    was: int = 0


@dataclass(frozen=True, slots=True)
class AppointmentSet(Letter):
    """It has a time, with a file for the calendar."""

    kind = "appointment-set"
    policy = ONCE
    case_id: int
    appointment_id: int
    sequence: int
    moved: bool = False


@dataclass(frozen=True, slots=True)
class AppointmentCancelled(Letter):
    """It does not take place; `was`: its time, 0 where it had none; `own`: the person wanted it so."""

    kind = "appointment-cancelled"
    policy = ONCE
    case_id: int
    appointment_id: int
    was: int
    own: bool


@dataclass(frozen=True, slots=True)
class AppointmentMissed(Letter):
    """The person did not come: what now?"""

    kind = "appointment-missed"
    policy = ONCE
    case_id: int
    appointment_id: int


@dataclass(frozen=True, slots=True)
class AppointmentReminder(Letter):
    """It is soon."""

    kind = "remind-appointment"
    policy = REMINDER
    appointment_id: int
    starts: int


@dataclass(frozen=True, slots=True)
class AppointmentScreen(Letter):
    """One appointment of the person's. `show`: `casework.appointments.show.Show`; `at`: a day or a moment of it."""

    kind = "appointment"
    policy = SCREEN
    appointment_id: int
    show: str
    at: int = 0
    page: int = 0


@dataclass(frozen=True, slots=True)
class MeetingsScreen(Letter):
    """Everything the person is expected at."""

    kind = "meetings"
    policy = SCREEN


@dataclass(frozen=True, slots=True)
class AppointmentNews(Letter):
    """In the topic: what the person, or the machine, did with an appointment; `change` is the line of the history."""

    kind = "appointment-news"
    policy = CASE_ANSWER
    case_id: int
    appointment_id: int
    change: str


@dataclass(frozen=True, slots=True)
class AppointmentOnDesk(Letter):
    """The same to the desk of whom the person meets."""

    kind = "appointment-on-desk"
    policy = CASE_ANSWER
    staff_id: int
    case_id: int
    appointment_id: int
    change: str


@dataclass(frozen=True, slots=True)
class AgendaScreen(Letter):
    """On a desk: a local day (its ordinal) or the week around it; `member_id`: of one colleague, 0: of all."""

    kind = "agenda"
    policy = PRIVATE_SCREEN
    staff_id: int
    day: int
    week: bool
    member_id: int = 0


@dataclass(frozen=True, slots=True)
class AgendaOneScreen(Letter):
    """On a desk: one appointment, and what can be noted of it."""

    kind = "agenda-one"
    policy = PRIVATE_SCREEN
    staff_id: int
    appointment_id: int


@dataclass(frozen=True, slots=True)
class HoursScreen(Letter):
    """On a desk: when and where somebody sees people. `show`: `casework.appointments.hours.Page`."""

    kind = "hours"
    policy = PRIVATE_SCREEN
    staff_id: int
    member_id: int
    show: str
    weekday: int = 0
    opens: int = 0
    page: int = 0
