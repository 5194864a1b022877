"""The person answers: this time, yes, another one, none of these, not at all, I am coming."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from casework.act import act
from casework.appointments.practice import openings
from casework.appointments.show import Show
from casework.appointments.steps import answer_given, case_of, held, move, plan, remind_no_more, sit, tell_staff, unseat
from casework.cases.access import locked
from casework.cases.history import Event
from casework.context import Context
from casework.errors import Stale, TimeTaken
from casework.letters import kinds
from casework.letters.write import show_person, tell_person
from casework.people.themselves import themselves
from casework.reminders.planning import hours_of_case
from db.models import Appointment, Case, Person
from db.repositories import appointments
from rules.appointments import HOLD, AppointmentState, AppointmentVerb, after
from rules.local_time import local_date


@dataclass(frozen=True, slots=True)
class PickTime:
    """A time that was offered."""

    time_id: int


@act("appointment.pick")
async def pick_time(ctx: Context, data: PickTime) -> Appointment:
    """Keeps it for the person for half an hour and asks whether they really come. TimeTaken, Stale, NoSuchCase."""
    person = await themselves(ctx)
    time = await appointments.time_by_id(ctx.uow.session, data.time_id)
    if time is None:
        raise Stale
    case = await locked(ctx, await case_of(ctx, time.appointment_id), "appointment.pick")
    found = await held(ctx, case, time.appointment_id)
    _require(found, AppointmentVerb.PICK)
    await sit(ctx, found, time.starts_at, AppointmentVerb.PICK)
    found.held_until = ctx.now + HOLD
    await answer_given(ctx, case)
    await show_person(ctx, person, kinds.appointments.AppointmentScreen(found.id, Show.ONE.value))
    return found


@dataclass(frozen=True, slots=True)
class OfAppointment:
    """One of the person's."""

    appointment_id: int


@act("appointment.confirm")
async def confirm(ctx: Context, data: OfAppointment) -> Appointment:
    """It is settled: a letter with a file for the calendar, and reminders. TimeTaken where it was not kept any longer
    and somebody else has it.
    """
    person = await themselves(ctx)
    case = await locked(ctx, await case_of(ctx, data.appointment_id), "appointment.confirm")
    found = await held(ctx, case, data.appointment_id)
    if found.state != AppointmentState.HELD or found.starts_at is None:
        raise Stale
    await sit(ctx, found, found.starts_at, AppointmentVerb.CONFIRM)
    await settled(ctx, case, person, found)
    await tell_staff(ctx, case, found, Event.APPOINTMENT_CONFIRMED)
    await show_person(ctx, person, kinds.appointments.AppointmentScreen(found.id, Show.ONE.value))
    return found


async def settled(ctx: Context, case: Case, person: Person, found: Appointment, *, moved: bool = False) -> None:
    """It has a time: the person is told, and reminded later; nobody has to phone about it."""
    await answer_given(ctx, case)
    await plan(ctx, found, await hours_of_case(ctx, case))
    letter = kinds.appointments.AppointmentSet(case.id, found.id, found.sequence, moved)
    await tell_person(ctx, person, letter, case=case, key=f"{found.id}:{found.sequence}")


@act("appointment.unsuited")
async def unsuited(ctx: Context, data: OfAppointment) -> None:
    """None of the times suits: staff offer others."""
    person = await themselves(ctx)
    case = await locked(ctx, await case_of(ctx, data.appointment_id), "appointment.unsuited")
    found = await held(ctx, case, data.appointment_id)
    unseat(found, AppointmentVerb.UNSUIT)
    await answer_given(ctx, case)
    await tell_staff(ctx, case, found, Event.APPOINTMENT_UNSUITED)
    await show_person(ctx, person, kinds.appointments.AppointmentScreen(found.id, Show.ONE.value))


@dataclass(frozen=True, slots=True)
class MoveTo:
    """Another time for what is settled."""

    appointment_id: int
    at: datetime


@act("appointment.move")
async def move_to(ctx: Context, data: MoveTo) -> Appointment:
    """Moves it within the specialist's free hours; the old time is free at once. TimeTaken, Stale."""
    person = await themselves(ctx)
    case = await locked(ctx, await case_of(ctx, data.appointment_id), "appointment.move")
    found = await held(ctx, case, data.appointment_id)
    _require(found, AppointmentVerb.MOVE)
    at = data.at.astimezone(UTC)
    if found.starts_at is None or found.starts_at <= ctx.now or at == found.starts_at:
        raise Stale
    if at not in (await openings(ctx.uow.session, ctx.catalogue, found, ctx.now)).times(local_date(at)):
        raise TimeTaken
    await sit(ctx, found, at, AppointmentVerb.MOVE)
    found.sequence, found.coming_at = found.sequence + 1, None
    await settled(ctx, case, person, found, moved=True)
    await tell_staff(ctx, case, found, Event.APPOINTMENT_MOVED)
    await show_person(ctx, person, kinds.appointments.AppointmentScreen(found.id, Show.ONE.value))
    return found


@act("appointment.cancel_own")
async def cancel_own(ctx: Context, data: OfAppointment) -> None:
    """The person does not come."""
    person = await themselves(ctx)
    case = await locked(ctx, await case_of(ctx, data.appointment_id), "appointment.cancel_own")
    found = await held(ctx, case, data.appointment_id)
    await cancelled(ctx, case, person, found, own=True)
    await answer_given(ctx, case)
    await tell_staff(ctx, case, found, Event.APPOINTMENT_CANCELLED)


async def cancelled(ctx: Context, case: Case, person: Person, found: Appointment, *, own: bool) -> None:
    """It does not take place: the person is told, their calendar, too. Stale for one that is over."""
    settled_at = found.starts_at if found.state == AppointmentState.CONFIRMED else None
    if settled_at is not None and found.ends_at is not None and found.ends_at <= ctx.now:
        raise Stale
    move(found, AppointmentVerb.CANCEL)
    found.ended_at = ctx.now
    found.sequence += 1 if settled_at is not None else 0
    await remind_no_more(ctx, found)
    was = int(settled_at.timestamp()) if settled_at is not None else 0
    letter = kinds.appointments.AppointmentCancelled(case.id, found.id, was, own)
    await tell_person(ctx, person, letter, case=case, key=f"{found.id}:{found.sequence}")


@dataclass(frozen=True, slots=True)
class Coming:
    """«Я прийду»; `starts`: the time that the reminder named, in seconds."""

    appointment_id: int
    starts: int


@act("appointment.coming")
async def coming(ctx: Context, data: Coming) -> None:
    """Noted for staff. Stale where it has another time by now."""
    await themselves(ctx)
    case = await locked(ctx, await case_of(ctx, data.appointment_id), "appointment.coming")
    found = await held(ctx, case, data.appointment_id)
    at = found.starts_at
    if found.state != AppointmentState.CONFIRMED or at is None or int(at.timestamp()) != data.starts or at <= ctx.now:
        raise Stale
    found.coming_at = ctx.now


def _require(found: Appointment, verb: AppointmentVerb) -> None:
    if after(verb, AppointmentState(found.state)) is None:
        raise Stale
