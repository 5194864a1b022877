"""Staff about an appointment: a time heard on the phone, cancelled, came, did not come."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.appointments.may import one_of
from casework.appointments.pick import cancelled, settled
from casework.appointments.steps import answer_given, case_of, held, move, sit, tell_staff
from casework.cases.access import locked, seen
from casework.cases.history import Event, record
from casework.context import Context
from casework.errors import Stale
from casework.letters import kinds
from casework.letters.sights.appointments import AgendaOneSight
from casework.letters.write import show_on_desk, tell_person
from db.models import Appointment
from db.repositories import appointments, people, staff
from rules.appointments import AppointmentState, AppointmentVerb, may_note


@dataclass(frozen=True, slots=True)
class OneAppointment:
    """An appointment."""

    appointment_id: int


@act("appointment.open")
async def open_appointment(ctx: Context, data: OneAppointment) -> AgendaOneSight:
    """One of the organisation's, without a word about the person."""
    case = await seen(ctx, await case_of(ctx, data.appointment_id), "appointment.open")
    found = await appointments.by_id(ctx.uow.session, data.appointment_id)
    assert found is not None, "its case was just found by it"
    return await one_of(ctx.uow.session, found, case, ctx.now)


@dataclass(frozen=True, slots=True)
class BookTime:
    """A time that was offered, and that the person agreed to on the phone."""

    time_id: int


@act("appointment.book")
async def book_time(ctx: Context, data: BookTime) -> Appointment:
    """Settles it for the person. TimeTaken, Stale."""
    time = await appointments.time_by_id(ctx.uow.session, data.time_id)
    if time is None:
        raise Stale
    case = await locked(ctx, await case_of(ctx, time.appointment_id), "appointment.book")
    found = await held(ctx, case, time.appointment_id)
    await sit(ctx, found, time.starts_at, AppointmentVerb.BOOK)
    person = await people.by_id(ctx.uow.session, case.person_id)
    await settled(ctx, case, person, found)
    await tell_staff(ctx, case, found, Event.APPOINTMENT_CONFIRMED)
    return found


@act("appointment.cancel")
async def cancel(ctx: Context, data: OneAppointment) -> Appointment:
    """It does not take place; the person hears it from us. Stale for one that is over."""
    case = await locked(ctx, await case_of(ctx, data.appointment_id), "appointment.cancel")
    found = await held(ctx, case, data.appointment_id)
    person = await people.by_id(ctx.uow.session, case.person_id)
    await cancelled(ctx, case, person, found, own=False)
    await answer_given(ctx, case)
    await tell_staff(ctx, case, found, Event.APPOINTMENT_CANCELLED)
    return found


@act("appointment.came")
async def came(ctx: Context, data: OneAppointment) -> Appointment:
    """The person was there."""
    case = await locked(ctx, await case_of(ctx, data.appointment_id), "appointment.came")
    found = await _noted(ctx, await held(ctx, case, data.appointment_id), AppointmentVerb.CAME)
    record(ctx, case, Event.APPOINTMENT_CAME, appointment_id=found.id)
    return found


@act("appointment.missed")
async def missed(ctx: Context, data: OneAppointment) -> Appointment:
    """The person was not there: they are asked, without a reproach, whether another time suits."""
    case = await locked(ctx, await case_of(ctx, data.appointment_id), "appointment.missed")
    found = await _noted(ctx, await held(ctx, case, data.appointment_id), AppointmentVerb.MISSED)
    record(ctx, case, Event.APPOINTMENT_MISSED, appointment_id=found.id)
    person = await people.by_id(ctx.uow.session, case.person_id)
    letter = kinds.appointments.AppointmentMissed(case.id, found.id)
    await tell_person(ctx, person, letter, case=case, key=f"{found.id}:{found.sequence}")
    return found


async def _noted(ctx: Context, found: Appointment, verb: AppointmentVerb) -> Appointment:
    if not may_note(AppointmentState(found.state), found.starts_at, found.ends_at, ctx.now):
        raise Stale
    move(found, verb)
    found.ended_at = ctx.now
    await ctx.uow.session.flush()
    return found


@act("appointment.agenda_one")
async def agenda_one(ctx: Context, data: OneAppointment) -> None:
    """Puts one on the actor's desk."""
    await seen(ctx, await case_of(ctx, data.appointment_id), "appointment.agenda_one")
    reader = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    await show_on_desk(ctx, reader, kinds.appointments.AgendaOneScreen(reader.id, data.appointment_id))
