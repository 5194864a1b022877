"""What is seen of appointments: by the person, and by staff in topics and on desks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from casework.letters.sights.to_person import Office
from rules.appointments import AppointmentState, AppointmentVerb, Way


@dataclass(frozen=True, slots=True)
class CalendarFacts:
    """What a calendar file needs beside words."""

    uid: str
    sequence: int
    starts: datetime
    ends: datetime
    written: datetime
    organiser: str
    where: str | None
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """Whom the person meets, how, and where: an address or a link, None where it is not to be shown."""

    who: str
    way: Way
    place: str | None


@dataclass(frozen=True, slots=True)
class OfferedSight:
    """`appointment-offered`. `times`: with their ids; `was`: when it was to be before; `calendar` takes that back."""

    number: str
    appointment_id: int
    how: MeetingFacts
    minutes: int
    times: tuple[tuple[int, datetime], ...]
    answer_by: datetime
    was: datetime | None
    calendar: CalendarFacts | None
    office: Office


@dataclass(frozen=True, slots=True)
class SetSight:
    """`appointment-set`."""

    number: str
    appointment_id: int
    how: MeetingFacts
    starts: datetime
    moved: bool
    calendar: CalendarFacts | None
    office: Office


@dataclass(frozen=True, slots=True)
class CancelledSight:
    """`appointment-cancelled`; `was` None: it never had a time that was settled."""

    number: str
    was: datetime | None
    own: bool
    calendar: CalendarFacts | None
    office: Office


@dataclass(frozen=True, slots=True)
class MissedSight:
    """`appointment-missed`."""

    number: str
    appointment_id: int
    starts: datetime
    who: str
    office: Office


@dataclass(frozen=True, slots=True)
class AppointmentReminderSight:
    """`remind-appointment`; `covered`: somebody else may read the phone. `starts_at` in seconds, for the button."""

    appointment_id: int
    how: MeetingFacts
    starts: datetime
    starts_at: int
    covered: bool


@dataclass(frozen=True, slots=True)
class AppointmentSight:
    """`appointment`: as it stands, or a question about it. `show`: `casework.appointments.show.Show`."""

    appointment_id: int
    number: str
    state: AppointmentState
    how: MeetingFacts
    starts: datetime | None
    show: str
    times: tuple[tuple[int, datetime], ...]
    may: frozenset[AppointmentVerb]
    days: tuple[date, ...] = ()
    page: int = 0
    day: date | None = None
    free: tuple[datetime, ...] = ()
    to: datetime | None = None


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """One appointment in a list."""

    appointment_id: int
    state: AppointmentState
    starts: datetime | None
    who: str


@dataclass(frozen=True, slots=True)
class SeatLine:
    """One event in a list; `title` None: somebody else may read the phone."""

    seat_id: int
    title: str | None
    starts: datetime
    waiting: bool


@dataclass(frozen=True, slots=True)
class MeetingsSight:
    """`meetings`."""

    meetings: tuple[MeetingLine, ...]
    seats: tuple[SeatLine, ...]
    events: bool
    """Whether there is anything to sign up for."""


@dataclass(frozen=True, slots=True)
class AppointmentNewsSight:
    """`appointment-news`, `appointment-on-desk`; nothing of the person."""

    case_id: int
    appointment_id: int
    number: str
    change: str
    who: str
    starts: datetime | None


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One appointment of a day."""

    appointment_id: int
    number: str
    who: str
    way: Way
    state: AppointmentState
    starts: datetime
    ends: datetime
    coming: bool


@dataclass(frozen=True, slots=True)
class AgendaEvent:
    """One event of a day."""

    date_id: int
    title: str
    starts: datetime
    taken: int
    places: int


@dataclass(frozen=True, slots=True)
class AgendaSight:
    """`agenda`: the days with what stands in each."""

    day: date
    week: bool
    today: date
    member_id: int
    own_id: int
    who: str | None
    days: tuple[tuple[date, tuple[AgendaLine, ...], tuple[AgendaEvent, ...]], ...]


@dataclass(frozen=True, slots=True)
class AgendaOneSight:
    """`agenda-one`. `times`: what can be booked for the person; `day`: where it stands in the calendar."""

    appointment_id: int
    case_id: int
    number: str
    who: str
    state: AppointmentState
    way: Way
    starts: datetime | None
    coming: bool
    times: tuple[tuple[int, datetime], ...]
    may: frozenset[AppointmentVerb]
    day: date | None


@dataclass(frozen=True, slots=True)
class HoursLine:
    """Hours of a weekday, in minutes of the local day."""

    hours_id: int
    weekday: int
    opens: int
    closes: int


@dataclass(frozen=True, slots=True)
class HoursSight:
    """`hours`. `own`: set by themselves, and not the organisation's; `colleagues`: for leads, by id and name."""

    staff_id: int
    who: str
    mine: bool
    leads: bool
    show: str
    own: bool
    lines: tuple[HoursLine, ...]
    at_once: int
    place: str | None
    video: str | None
    days_off: tuple[date, ...]
    today: date
    weekday: int = 0
    opens: int = 0
    page: int = 0
    colleagues: tuple[tuple[int, str], ...] = ()
