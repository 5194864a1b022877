"""The person looks at an appointment: the times, other days, and the questions before something is done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from casework.act import act
from casework.appointments.steps import case_of, held
from casework.cases.access import locked
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import show_person
from casework.people.themselves import themselves


class Show(StrEnum):
    """What of it; one letter each, for buttons."""

    ONE = "o"
    """As it stands."""
    TIMES = "l"
    """The times that are offered."""
    DAYS = "d"
    """On which other days something is free."""
    DAY = "t"
    """The free times of a day (`at`: its ordinal)."""
    MOVE = "m"
    """Really to this time (`at`: seconds)?"""
    CANCEL = "c"
    """Really cancel?"""


@dataclass(frozen=True, slots=True)
class ShowAppointment:
    """One of the person's."""

    appointment_id: int
    show: Show = Show.ONE
    at: int = 0
    page: int = 0


@act("appointment.show")
async def show_appointment(ctx: Context, data: ShowAppointment) -> None:
    """Puts it on the phone. NoSuchCase for somebody else's, Stale for one that is gone."""
    person = await themselves(ctx)
    case = await locked(ctx, await case_of(ctx, data.appointment_id), "appointment.show")
    found = await held(ctx, case, data.appointment_id)
    screen = kinds.appointments.AppointmentScreen(found.id, data.show.value, data.at, data.page)
    await show_person(ctx, person, screen)


@dataclass(frozen=True, slots=True)
class ShowMeetings:
    """Everything the person is expected at."""


@act("appointment.meetings")
async def show_meetings(ctx: Context, data: ShowMeetings) -> None:
    """Puts appointments and events of theirs on the phone."""
    await show_person(ctx, await themselves(ctx), kinds.appointments.MeetingsScreen())
