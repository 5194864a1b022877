"""Who may do what with appointments and group events; a part of the table in `rules.permissions`."""

from __future__ import annotations

from rules.roles import MACHINE, PERSON, STAFF, Permission, Scope

MEETING_RIGHTS: dict[str, Permission] = {
    # a person
    "appointment.meetings": Permission(PERSON),
    "appointment.show": Permission(PERSON, Scope.OWN),
    "appointment.pick": Permission(PERSON, Scope.OWN),
    "appointment.confirm": Permission(PERSON, Scope.OWN),
    "appointment.unsuited": Permission(PERSON, Scope.OWN),
    "appointment.move": Permission(PERSON, Scope.OWN),
    "appointment.cancel_own": Permission(PERSON, Scope.OWN),
    "appointment.coming": Permission(PERSON, Scope.OWN),
    "event.show": Permission(PERSON),
    "event.browse": Permission(PERSON),
    "event.sign_up": Permission(PERSON),
    "event.seat": Permission(PERSON),
    "event.leave": Permission(PERSON),
    "event.take": Permission(PERSON),
    "event.pass": Permission(PERSON),
    "event.coming": Permission(PERSON),
    # staff about the appointments of a case
    "appointment.list": Permission(STAFF, Scope.ORGANISATION),
    "appointment.open": Permission(STAFF, Scope.ORGANISATION),
    "appointment.agenda_one": Permission(STAFF, Scope.ORGANISATION),
    "appointment.whom": Permission(STAFF, Scope.OWNER),
    "appointment.begin": Permission(STAFF, Scope.OWNER),
    "appointment.shape": Permission(STAFF, Scope.OWNER),
    "appointment.choose": Permission(STAFF, Scope.OWNER),
    "appointment.offer": Permission(STAFF, Scope.OWNER),
    "appointment.book": Permission(STAFF, Scope.ORGANISATION),
    "appointment.cancel": Permission(STAFF, Scope.ORGANISATION),
    "appointment.came": Permission(STAFF, Scope.ORGANISATION),
    "appointment.missed": Permission(STAFF, Scope.ORGANISATION),
    # staff about the calendar and their own hours; leads, too, about a colleague's
    "appointment.agenda": Permission(STAFF),
    "appointment.hours": Permission(STAFF),
    "appointment.add_hours": Permission(STAFF),
    "appointment.remove_hours": Permission(STAFF),
    "appointment.day_off": Permission(STAFF),
    "appointment.at_once": Permission(STAFF),
    "appointment.set_place": Permission(STAFF),
    # staff about events of their organisation
    "event.list": Permission(STAFF),
    "event.begin": Permission(STAFF),
    "event.say": Permission(STAFF),
    "event.shape": Permission(STAFF),
    "event.end_draft": Permission(STAFF),
    "event.open": Permission(STAFF),
    "event.date": Permission(STAFF),
    "event.cancel_date": Permission(STAFF),
    "event.cancel": Permission(STAFF),
    "event.note": Permission(STAFF),
    "event.choices": Permission(STAFF, Scope.ORGANISATION),
    "event.sign_for": Permission(STAFF, Scope.OWNER),
    # the machine
    "appointment.lapse": Permission(MACHINE),
    "event.pass_on": Permission(MACHINE),
}
"""By the name of the act."""
