"""Steps that the tests of appointments share: times offered, picked and confirmed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select

from casework.appointments.hours import SetPlace, set_place
from casework.appointments.offer import (
    BeginAppointment,
    ChooseTime,
    OfferTimes,
    ShapeAppointment,
    begin_appointment,
    choose_time,
    offer_times,
    shape_appointment,
)
from casework.appointments.pick import OfAppointment, PickTime, confirm, pick_time
from casework.context import Actor
from db.models import Appointment, AppointmentTime, Case, Reminder
from rules.appointments import Way
from rules.local_time import local_date
from tests.casework.world import World

ADDRESS = "Вигадана, 1, кабінет 5"
LATE_ENOUGH = 4
"""Two hours before these it is day."""


async def offered(
    world: World, member: Actor, case: Case, *, times: int = 2, replaces: int = 0, who: Actor | None = None
) -> Appointment:
    """The member offers free times of tomorrow from eleven on, by phone, with themselves or a colleague."""
    begun = await begin_appointment(
        world.ctx(member), BeginAppointment(case.id, (who or member).id or 0, replaces=replaces)
    )
    await shape_appointment(world.ctx(member), ShapeAppointment(begun.appointment_id, way=Way.PHONE))
    day = local_date(world.now + timedelta(days=1))
    shown = await shape_appointment(world.ctx(member), ShapeAppointment(begun.appointment_id, day=day))
    for at in shown.free[LATE_ENOUGH : LATE_ENOUGH + times]:
        await choose_time(world.ctx(member), ChooseTime(begun.appointment_id, at))
    return await offer_times(world.ctx(member), OfferTimes(begun.appointment_id))


async def times_of(world: World, appointment: Appointment) -> Sequence[AppointmentTime]:
    query = select(AppointmentTime).where(AppointmentTime.appointment_id == appointment.id)
    return (await world.uow.session.scalars(query.order_by(AppointmentTime.starts_at))).all()


async def settled(world: World, person: Actor, member: Actor, case: Case) -> Appointment:
    """Offered, picked and confirmed."""
    found = await offered(world, member, case)
    first = (await times_of(world, found))[0]
    await pick_time(world.ctx(person), PickTime(first.id))
    return await confirm(world.ctx(person), OfAppointment(found.id))


async def has_a_place(world: World, member: Actor) -> None:
    await set_place(world.ctx(member), SetPlace(0, Way.PLACE, ADDRESS))


async def planned(world: World, appointment: Appointment) -> list[datetime]:
    """When somebody will be reminded of it."""
    await world.uow.session.flush()
    query = select(Reminder.due_at).where(
        Reminder.kind == "appointment", Reminder.subject == appointment.id, Reminder.state == "waiting"
    )
    return list(await world.uow.session.scalars(query.order_by(Reminder.due_at)))
