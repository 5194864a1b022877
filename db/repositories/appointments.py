"""Appointments, the times offered for them, and the hours of specialists. Whoever changes one has locked its case."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import delete, func, or_, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Appointment, AppointmentTime, Specialist, SpecialistDayOff, SpecialistHours
from db.session import get_row, lock_row
from rules.appointments import COMING, SEATED, AppointmentState
from rules.slots import Taken

_COMING = sorted(each.value for each in COMING)
_SEATED = sorted(each.value for each in SEATED)
_BOOKING = 0x6170
# One after the other per specialist; the constraint of the table stands behind it.
_HOLD = text("SELECT pg_advisory_xact_lock(:what, hashint8(CAST(:staff AS bigint)))")


async def hold_booking(session: AsyncSession, staff_id: int) -> None:
    """Until the transaction ends nobody else takes a time of this specialist, or changes their hours."""
    await session.execute(_HOLD, {"what": _BOOKING, "staff": staff_id})


async def by_id(session: AsyncSession, appointment_id: int) -> Appointment | None:
    """One, unlocked."""
    return await get_row(session, Appointment, appointment_id)


async def by_ids(session: AsyncSession, ids: Collection[int]) -> dict[int, Appointment]:
    """Several by their ids, unlocked."""
    found = await session.scalars(select(Appointment).where(Appointment.id.in_(ids)))
    return {each.id: each for each in found}


async def lock(session: AsyncSession, appointment_id: int) -> Appointment | None:
    """One, locked until the transaction ends."""
    return await lock_row(session, Appointment, appointment_id)


async def of_case(session: AsyncSession, case_id: int) -> Sequence[Appointment]:
    """All of a case that were offered, the newest first."""
    shown = Appointment.state.not_in([AppointmentState.DRAFT.value, AppointmentState.DROPPED.value])
    query = select(Appointment).where(Appointment.case_id == case_id, shown)
    return (await session.scalars(query.order_by(Appointment.id.desc()))).all()


async def draft_of(session: AsyncSession, case_id: int, member_id: int) -> Appointment | None:
    """What a staff member is preparing in a case."""
    query = select(Appointment).where(Appointment.case_id == case_id, Appointment.offered_by == member_id)
    return await session.scalar(query.where(Appointment.state == AppointmentState.DRAFT.value))


async def standing_of_case(session: AsyncSession, case_id: int) -> Sequence[Appointment]:
    """Those of a case that somebody expects or prepares."""
    standing = Appointment.state.in_([*_COMING, AppointmentState.DRAFT.value])
    query = select(Appointment).where(Appointment.case_id == case_id, standing).order_by(Appointment.id)
    return (await session.scalars(query)).all()


async def coming_of_person(session: AsyncSession, person_id: int, now: datetime) -> Sequence[Appointment]:
    """What a person may expect or has to answer, the next first; those without a time at the end."""
    ahead = or_(Appointment.ends_at.is_(None), Appointment.ends_at > now)
    query = select(Appointment).where(Appointment.person_id == person_id, Appointment.state.in_(_COMING), ahead)
    return (await session.scalars(query.order_by(Appointment.starts_at.nulls_last(), Appointment.id))).all()


async def all_of_person(session: AsyncSession, person_id: int) -> Sequence[Appointment]:
    """All that a person was ever offered, the oldest first."""
    shown = Appointment.state.not_in([AppointmentState.DRAFT.value, AppointmentState.DROPPED.value])
    query = select(Appointment).where(Appointment.person_id == person_id, shown).order_by(Appointment.id)
    return (await session.scalars(query)).all()


async def times_of(session: AsyncSession, appointment_id: int) -> Sequence[AppointmentTime]:
    """The times that are offered, in order."""
    query = select(AppointmentTime).where(AppointmentTime.appointment_id == appointment_id)
    return (await session.scalars(query.order_by(AppointmentTime.starts_at))).all()


async def time_by_id(session: AsyncSession, time_id: int) -> AppointmentTime | None:
    """One time that is offered."""
    return await get_row(session, AppointmentTime, time_id)


async def drop_times(session: AsyncSession, appointment_id: int) -> None:
    """None of these times is offered any more."""
    await session.execute(delete(AppointmentTime).where(AppointmentTime.appointment_id == appointment_id))


async def taken(
    session: AsyncSession, staff_id: int, since: datetime, until: datetime, now: datetime, but: int | None = None
) -> list[Taken]:
    """When a specialist is taken in between; `but`: this appointment does not count."""
    held = or_(Appointment.state == AppointmentState.CONFIRMED.value, Appointment.held_until > now)
    query = select(Appointment.starts_at, Appointment.ends_at, Appointment.seat).where(
        Appointment.staff_id == staff_id,
        Appointment.state.in_(_SEATED),
        held,
        Appointment.starts_at < until,
        Appointment.ends_at > since,
    )
    if but is not None:
        query = query.where(Appointment.id != but)
    return [
        Taken(starts, ends, seat)
        for starts, ends, seat in await session.execute(query)
        if starts is not None and ends is not None and seat is not None
    ]


async def held_in_vain(
    session: AsyncSession, staff_id: int, starts: datetime, ends: datetime, now: datetime
) -> Sequence[Appointment]:
    """Times that were picked, not confirmed, and are not kept any more, where somebody else wants them. Locked."""
    query = select(Appointment).where(
        Appointment.staff_id == staff_id,
        Appointment.state == AppointmentState.HELD.value,
        Appointment.held_until <= now,
        Appointment.starts_at < ends,
        Appointment.ends_at > starts,
    )
    locked = query.order_by(Appointment.id).with_for_update(key_share=True)
    return (await session.scalars(locked.execution_options(populate_existing=True))).all()


async def of_team(
    session: AsyncSession, organisation_id: int, since: datetime, until: datetime, staff_id: int | None
) -> Sequence[Appointment]:
    """What stands in an organisation's calendar in between; `staff_id`: of this specialist alone."""
    known = (AppointmentState.CONFIRMED, AppointmentState.CAME, AppointmentState.MISSED)
    query = select(Appointment).where(
        Appointment.organisation_id == organisation_id,
        Appointment.state.in_([each.value for each in known]),
        Appointment.starts_at >= since,
        Appointment.starts_at < until,
    )
    if staff_id is not None:
        query = query.where(Appointment.staff_id == staff_id)
    return (await session.scalars(query.order_by(Appointment.starts_at, Appointment.staff_id, Appointment.id))).all()


async def next_lapse(session: AsyncSession, until: datetime) -> datetime | None:
    """When the first one lapses that nobody confirmed, up to a moment."""
    query = select(func.min(Appointment.lapses_at)).where(Appointment.lapses_at <= until)
    found: datetime | None = await session.scalar(query)
    return found


async def lapsing(session: AsyncSession, now: datetime, limit: int) -> list[tuple[int, int]]:
    """Cases and appointments of which no offered time is ahead any more; the oldest first."""
    query = select(Appointment.case_id, Appointment.id).where(Appointment.lapses_at <= now)
    return [
        (case_id, one) for case_id, one in await session.execute(query.order_by(Appointment.lapses_at).limit(limit))
    ]


async def forget(session: AsyncSession, case_ids: Collection[int]) -> None:
    """Deletes all of these cases, which are locked."""
    await session.execute(delete(Appointment).where(Appointment.case_id.in_(case_ids)))


async def specialist(session: AsyncSession, staff_id: int) -> Specialist | None:
    """What somebody set; None: nothing yet."""
    return await session.get(Specialist, staff_id)


async def hours_of(session: AsyncSession, staff_id: int) -> Sequence[SpecialistHours]:
    """The weekly hours that somebody set, in order."""
    query = select(SpecialistHours).where(SpecialistHours.staff_id == staff_id)
    return (await session.scalars(query.order_by(SpecialistHours.weekday, SpecialistHours.opens))).all()


async def drop_hours(session: AsyncSession, staff_id: int, hours_id: int) -> bool:
    """One span of hours goes; False where there is none of theirs."""
    query = delete(SpecialistHours).where(SpecialistHours.id == hours_id, SpecialistHours.staff_id == staff_id)
    return (await session.execute(query.returning(SpecialistHours.id))).first() is not None


async def days_off(session: AsyncSession, staff_id: int, since: date) -> list[date]:
    """The days on which somebody sees nobody, from a day on, in order."""
    query = select(SpecialistDayOff.day).where(SpecialistDayOff.staff_id == staff_id, SpecialistDayOff.day >= since)
    return list(await session.scalars(query.order_by(SpecialistDayOff.day)))


async def switch_day_off(session: AsyncSession, staff_id: int, day: date) -> bool:
    """The day is off, or is not any more; whether it is now."""
    gone = delete(SpecialistDayOff).where(SpecialistDayOff.staff_id == staff_id, SpecialistDayOff.day == day)
    if (await session.execute(gone.returning(SpecialistDayOff.day))).first() is not None:
        return False
    await session.execute(insert(SpecialistDayOff).values(staff_id=staff_id, day=day).on_conflict_do_nothing())
    return True
