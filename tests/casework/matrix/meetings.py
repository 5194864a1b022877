"""Acts about appointments and group events by the way in which rights stand to them, as `table` names the ways."""

from __future__ import annotations

THEMSELVES = (
    "appointment.meetings", "event.show", "event.browse", "event.sign_up", "event.seat", "event.leave", "event.take",
    "event.pass", "event.coming",
)  # fmt: skip
OWN = (
    "appointment.show", "appointment.pick", "appointment.confirm", "appointment.unsuited", "appointment.move",
    "appointment.cancel_own", "appointment.coming",
)  # fmt: skip
OURS = (
    "appointment.list", "appointment.open", "appointment.agenda_one", "appointment.book", "appointment.cancel",
    "appointment.came", "appointment.missed", "event.choices",
)  # fmt: skip
OWNERS = (
    "appointment.whom", "appointment.begin", "appointment.shape", "appointment.choose", "appointment.offer",
    "event.sign_for",
)  # fmt: skip
AT_WORK = (
    "appointment.agenda", "appointment.hours", "appointment.add_hours", "appointment.remove_hours",
    "appointment.day_off", "appointment.at_once", "appointment.set_place", "event.list", "event.begin", "event.say",
    "event.shape", "event.end_draft", "event.open", "event.date", "event.cancel_date", "event.cancel", "event.note",
)  # fmt: skip
BY_ITSELF = ("appointment.lapse", "event.pass_on")
