"""Reminders of appointments and events; where the machine may not or cannot write, somebody phones."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from casework.calls.saying import say_or_call
from casework.context import Context
from casework.letters import kinds
from db.models import Appointment
from db.repositories import appointments, events, people
from db.repositories.reminders import Due, by_ids
from rules.appointments import AppointmentState
from rules.catalogue import ReminderKind
from rules.events import SeatState

MEETINGS = frozenset({ReminderKind.APPOINTMENT, ReminderKind.EVENT})


def still_meant(found: Appointment | None, starts: datetime | None) -> bool:
    """Whether an appointment stands at the time that somebody is told of."""
    return found is not None and found.state == AppointmentState.CONFIRMED and found.starts_at == starts


async def remind_of_meetings(ctx: Context, due: Sequence[Due]) -> set[int]:
    """Writes what holds still; returns what does not."""
    gone: set[int] = set()
    subjects = {each.id: each.subject for each in await by_ids(ctx.uow.session, [each.id for each in due])}
    for each in due:
        subject = subjects[each.id] or 0
        of_event = each.kind == ReminderKind.EVENT
        if (
            each.about_at is None
            or each.about_at <= ctx.now
            or each.person_id is None
            or not await (_event(ctx, each, subject) if of_event else _appointment(ctx, each, subject))
        ):
            gone.add(each.id)
    return gone


async def _appointment(ctx: Context, due: Due, subject: int) -> bool:
    found = await appointments.by_id(ctx.uow.session, subject)
    if found is None or not still_meant(found, due.about_at) or due.about_at is None:
        return False
    person = await people.by_id(ctx.uow.session, found.person_id)
    letter = kinds.appointments.AppointmentReminder(found.id, int(due.about_at.timestamp()))
    await say_or_call(ctx, person, letter, f"{due.id}:{due.snoozed}", found.case_id)
    return True


async def _event(ctx: Context, due: Due, subject: int) -> bool:
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
