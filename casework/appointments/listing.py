"""The appointments of a case, for whoever works on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from casework.act import act
from casework.cases.access import seen
from casework.context import Context
from db.repositories import appointments, staff
from rules.appointments import AppointmentState


@dataclass(frozen=True, slots=True)
class ListAppointments:
    """The case whose appointments are meant."""

    case_id: int


@dataclass(frozen=True, slots=True)
class AppointmentLine:
    """One of a case, as staff see it."""

    appointment_id: int
    state: AppointmentState
    starts: datetime | None
    who: str


@dataclass(frozen=True, slots=True)
class AppointmentList:
    """The case, and all that were offered in it, the newest first."""

    case_id: int
    number: str
    lines: Sequence[AppointmentLine]


@act("appointment.list")
async def list_appointments(ctx: Context, data: ListAppointments) -> AppointmentList:
    """Nothing of the person."""
    case = await seen(ctx, data.case_id, "appointment.list")
    rows = await appointments.of_case(ctx.uow.session, case.id)
    names = await staff.work_names(ctx.uow.session, [each.staff_id for each in rows])
    lines = [
        AppointmentLine(each.id, AppointmentState(each.state), each.starts_at, names[each.staff_id]) for each in rows
    ]
    return AppointmentList(case.id, case.number, lines)
