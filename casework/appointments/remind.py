"""Reminders of appointments and events; where the machine may not or cannot write, somebody phones."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from casework.calls.saying import ToSay, say_each, say_or_call
from casework.context import Context
from casework.letters import kinds
from db.models import Appointment
from db.repositories import appointments, events, people
from db.repositories.reminders import Due
from rules.appointments import AppointmentState
from rules.catalogue import ReminderKind
from rules.events import SeatState

MEETINGS = frozenset({ReminderKind.APPOINTMENT, ReminderKind.EVENT})


def still_meant(found: Appointment | None, starts: datetime | None) -> bool:
    """Whether an appointment stands at the time that somebody is told of."""
    return found is not None and found.state == AppointmentState.CONFIRMED and found.starts_at == starts


async def remind_of_meetings(ctx: Context, due: Sequence[Due]) -> set[int]:
    """Writes what holds still; returns what does not."""
    coming = [each for each in due if each.about_at is not None and each.about_at > ctx.now and each.person_id]
    told = await _of_appointments(ctx, [each for each in coming if each.kind != ReminderKind.EVENT])
    for each in coming:
        if each.kind == ReminderKind.EVENT and await _of_event(ctx, each, each.subject or 0):
            told.add(each.id)
    return {each.id for each in due} - told


async def _of_appointments(ctx: Context, due: Sequence[Due]) -> set[int]:
    """Writes those that stand; which of the reminders these are."""
    found = await appointments.by_ids(ctx.uow.session, {each.subject for each in due if each.subject is not None})
    told: dict[int, ToSay] = {}
    for each in due:
        meant = found.get(each.subject or 0)
        if meant is not None and still_meant(meant, each.about_at) and each.about_at is not None:
            letter = kinds.appointments.AppointmentReminder(meant.id, int(each.about_at.timestamp()))
            key = f"{each.id}:{each.snoozed}"
            told[each.id] = ToSay(meant.person_id, letter, key, meant.case_id, meant.case_id)
    await say_each(ctx, list(told.values()))
    return set(told)


async def _of_event(ctx: Context, due: Due, subject: int) -> bool:
    seat = await events.seat_by_id(ctx.uow.session, subject)
    date = await events.date_by_id(ctx.uow.session, seat.date_id) if seat is not None else None
    if seat is None or date is None or due.about_at is None:
        return False
    if seat.state != SeatState.SIGNED or date.cancelled_at is not None or date.starts_at != due.about_at:
        return False
    person = await people.by_id(ctx.uow.session, seat.person_id)
    letter = kinds.events.EventReminder(seat.id, int(due.about_at.timestamp()))
    await say_or_call(ctx, person, letter, f"{due.id}:{due.snoozed}")
    return True
