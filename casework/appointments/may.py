"""An appointment as staff see it, and what they may do with it now."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from casework.letters.sights.appointments import AgendaOneSight
from db.models import Appointment, Case
from db.repositories import appointments, staff
from rules.appointments import AppointmentState, AppointmentVerb, Way, may_note, verbs_in
from rules.local_time import local_date


def staff_may(found: Appointment, now: datetime, *, open_case: bool) -> frozenset[AppointmentVerb]:
    """By its state and time; nothing once its case is over. What has begun is not called off but noted."""
    state = AppointmentState(found.state)
    may = verbs_in(state) if open_case else frozenset()
    if not may_note(state, found.starts_at, found.ends_at, now):
        return may - {AppointmentVerb.CAME, AppointmentVerb.MISSED}
    return may - {AppointmentVerb.CANCEL} if state is AppointmentState.CONFIRMED else may


async def one_of(session: AsyncSession, found: Appointment, case: Case, now: datetime) -> AgendaOneSight:
    """Without a word about the person; the times that can be booked for them are those that are ahead."""
    may = staff_may(found, now, open_case=case.closed_at is None)
    times = await appointments.times_of(session, found.id) if AppointmentVerb.BOOK in may else ()
    return AgendaOneSight(
        appointment_id=found.id,
        case_id=case.id,
        number=case.number,
        who=(await staff.by_id(session, found.staff_id)).work_name,
        state=AppointmentState(found.state),
        way=Way(found.way),
        starts=found.starts_at,
        coming=found.coming_at is not None,
        times=tuple((each.id, each.starts_at) for each in times if each.starts_at > now),
        may=may,
        day=local_date(found.starts_at) if found.starts_at is not None else None,
    )
