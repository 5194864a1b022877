"""Words for the ways and states of appointments, and for what happened to them."""

from __future__ import annotations

from collections.abc import Mapping

from bot.telegram.render.name import Name
from rules.appointments import AppointmentState, Way

WAYS: Mapping[Way, Name] = {
    Way.PLACE: lambda t: t.plain("way-place"),
    Way.PHONE: lambda t: t.plain("way-phone"),
    Way.VIDEO: lambda t: t.plain("way-video"),
}
APPOINTMENT_STATES: Mapping[AppointmentState, Name] = {
    AppointmentState.DRAFT: lambda t: t.plain("appointment-draft"),
    AppointmentState.OFFERED: lambda t: t.plain("appointment-offered"),
    AppointmentState.HELD: lambda t: t.plain("appointment-held"),
    AppointmentState.UNSUITED: lambda t: t.plain("appointment-unsuited"),
    AppointmentState.CONFIRMED: lambda t: t.plain("appointment-confirmed"),
    AppointmentState.CAME: lambda t: t.plain("appointment-came"),
    AppointmentState.MISSED: lambda t: t.plain("appointment-missed"),
    AppointmentState.CANCELLED: lambda t: t.plain("appointment-cancelled"),
    AppointmentState.LAPSED: lambda t: t.plain("appointment-lapsed"),
    AppointmentState.DROPPED: lambda t: t.plain("appointment-dropped"),
}
"""As staff read them."""
APPOINTMENT_EVENTS: Mapping[str, Name] = {
    "appointment-offered": lambda t: t.plain("event-appointment-offered"),
    "appointment-confirmed": lambda t: t.plain("event-appointment-confirmed"),
    "appointment-moved": lambda t: t.plain("event-appointment-moved"),
    "appointment-unsuited": lambda t: t.plain("event-appointment-unsuited"),
    "appointment-cancelled": lambda t: t.plain("event-appointment-cancelled"),
    "appointment-lapsed": lambda t: t.plain("event-appointment-lapsed"),
    "appointment-came": lambda t: t.plain("event-appointment-came"),
    "appointment-missed": lambda t: t.plain("event-appointment-missed"),
}
"""Lines of a case's history."""
WEEKDAYS: tuple[Name, ...] = (
    lambda t: t.plain("weekday-0"),
    lambda t: t.plain("weekday-1"),
    lambda t: t.plain("weekday-2"),
    lambda t: t.plain("weekday-3"),
    lambda t: t.plain("weekday-4"),
    lambda t: t.plain("weekday-5"),
    lambda t: t.plain("weekday-6"),
)


def clock(minutes: int) -> str:
    """«9:30», of minutes of the local day."""
    return f"{minutes // 60}:{minutes % 60:02}"


def span(opens: int, closes: int) -> str:
    """«9:30–18:00»."""
    return f"{clock(opens)}–{clock(closes)}"
