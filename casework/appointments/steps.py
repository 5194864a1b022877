"""Steps that all acts about an appointment share. Who calls these has locked its case."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.exc import IntegrityError

from casework.appointments.practice import practice_of
from casework.awaited.signs import let_go
from casework.cases.history import Event, record
from casework.context import Context
from casework.errors import Stale, TimeTaken
from casework.letters import kinds
from casework.letters.write import tell_desk, tell_topic
from db.models import Appointment, Case
from db.repositories import appointments, reminders, staff
from db.repositories.reminders import NewReminder
from rules.appointments import SEATED, AppointmentState, AppointmentVerb, after
from rules.catalogue import Matter, ReminderKind
from rules.reminders import moments
from rules.slots import free_seat
from rules.working_time import WorkingHours


async def case_of(ctx: Context, appointment_id: int) -> int:
    """The case that it belongs to; Stale where there is no such appointment."""
    found = await appointments.by_id(ctx.uow.session, appointment_id)
    if found is None:
        raise Stale
    return found.case_id


async def held(ctx: Context, case: Case, appointment_id: int) -> Appointment:
    """One of a locked case that is open, locked; else Stale."""
    found = await appointments.lock(ctx.uow.session, appointment_id)
    if found is None or found.case_id != case.id or case.closed_at is not None:
        raise Stale
    return found


def move(appointment: Appointment, verb: AppointmentVerb) -> None:
    """To where the verb leads. Stale where it can't be done (any more). Who has no time takes no seat."""
    reached = after(verb, AppointmentState(appointment.state))
    if reached is None:
        raise Stale
    appointment.state = reached.value
    if reached not in SEATED:
        appointment.seat = appointment.held_until = None
    if reached is not AppointmentState.HELD:
        appointment.held_until = None
    if reached not in (AppointmentState.OFFERED, AppointmentState.HELD):
        appointment.lapses_at = None


async def sit(ctx: Context, appointment: Appointment, starts: datetime, verb: AppointmentVerb) -> None:
    """Takes a time of the specialist's by this verb. TimeTaken where nothing is free there, or it is over: of many who
    pick at once, so many win as the specialist sees at once.
    """
    session, ends = ctx.uow.session, starts + timedelta(minutes=appointment.minutes)
    if starts <= ctx.now:
        raise TimeTaken
    await appointments.hold_booking(session, appointment.staff_id)
    member = await staff.by_id(session, appointment.staff_id)
    practice = await practice_of(session, ctx.catalogue, member, ctx.now)
    taken = await appointments.taken(session, member.id, starts, ends, ctx.now, but=appointment.id)
    seat = free_seat(practice.at_once, taken, starts, ends)
    if seat is None:
        raise TimeTaken
    try:
        # What is set inside of it is taken back whole where the constraint of the table says no.
        async with session.begin_nested():
            for vain in await appointments.held_in_vain(session, member.id, starts, ends, ctx.now):
                if vain.id != appointment.id:
                    unseat(vain, AppointmentVerb.FREE)
            await session.flush()
            move(appointment, verb)
            appointment.starts_at, appointment.ends_at, appointment.seat = starts, ends, seat
            await session.flush()
    except IntegrityError:
        raise TimeTaken from None


def unseat(appointment: Appointment, verb: AppointmentVerb) -> None:
    """Its time is free again."""
    move(appointment, verb)
    appointment.starts_at = appointment.ends_at = appointment.coming_at = None


async def plan(ctx: Context, appointment: Appointment, hours: WorkingHours) -> None:
    """From now on the person is reminded of it, at the time that it has now and at no other."""
    assert appointment.starts_at is not None, "it has a time"
    await remind_no_more(ctx, appointment)
    at, key = appointment.starts_at, f"appointment:{appointment.id}:{appointment.sequence}"
    new = [
        NewReminder(
            ReminderKind.APPOINTMENT, f"{key}:{each.step}", each.at, each.step, each.until or at,
            person_id=appointment.person_id, subject=appointment.id, about_at=at,
        )
        for each in moments(ctx.catalogue.ladders[ReminderKind.APPOINTMENT], ctx.now, at, ctx.now, hours)
    ]  # fmt: skip
    await reminders.plan(ctx.uow.session, new, ctx.now)


async def remind_no_more(ctx: Context, appointment: Appointment) -> None:
    """What waits to be told of it is not needed."""
    who, kind = appointment.person_id, ReminderKind.APPOINTMENT
    await reminders.cancel_about(ctx.uow.session, who, kind, appointment.id, ctx.now)


async def answer_given(ctx: Context, case: Case) -> None:
    """The person said what they think of the times: nobody has to phone about that."""
    await let_go(ctx, case, {Matter.APPOINTMENT})


async def tell_staff(ctx: Context, case: Case, appointment: Appointment, event: Event) -> None:
    """History, topic, and the desk of whom the person meets, unless they did it themselves."""
    record(ctx, case, event, appointment_id=appointment.id)
    change, key = event.value, f"{appointment.id}:{event.value}:{int(ctx.now.timestamp())}"
    await tell_topic(ctx, case, kinds.appointments.AppointmentNews(case.id, appointment.id, change), key=key)
    member = await staff.by_id(ctx.uow.session, appointment.staff_id)
    if member.removed_at is None and not (ctx.actor.is_staff and ctx.actor.id == member.id):
        letter = kinds.appointments.AppointmentOnDesk(member.id, case.id, appointment.id, change)
        await tell_desk(ctx, member, letter, case=case, key=key)
