"""The clock's part, and the end of a case: what nobody answers lapses, what nobody needs is cancelled."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.appointments.steps import move, remind_no_more, tell_staff, unseat
from casework.cases.history import Event, record
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import tell_person
from db.models import Appointment, Case
from db.repositories import appointments, cases, people
from rules.appointments import AppointmentState, AppointmentVerb

BATCH = 50


@dataclass(frozen=True, slots=True)
class LapseAppointments:
    """All of which no offered time is ahead."""


@act("appointment.lapse")
async def lapse_appointments(ctx: Context, data: LapseAppointments) -> int:
    """Ends what was offered and never settled; staff hear of it. How many."""
    session, ended = ctx.uow.session, 0
    for case_id, appointment_id in await appointments.lapsing(session, ctx.now, BATCH):
        case = await cases.lock(session, case_id)
        found = await appointments.lock(session, appointment_id)
        if case is None or found is None or found.lapses_at is None or found.lapses_at > ctx.now:
            continue
        unseat(found, AppointmentVerb.LAPSE)
        found.ended_at = ctx.now
        await tell_staff(ctx, case, found, Event.APPOINTMENT_LAPSED)
        ended += 1
    return ended


async def end_appointments(ctx: Context, case: Case) -> None:
    """A locked case is over: nobody waits for anybody. Who did not end it themselves is told of what was settled."""
    for row in await appointments.standing_of_case(ctx.uow.session, case.id):
        found = await appointments.lock(ctx.uow.session, row.id)
        if found is None or found.state == AppointmentState.DRAFT:
            if found is not None:
                move(found, AppointmentVerb.DROP)
            continue
        await _cancel(ctx, case, found)


async def _cancel(ctx: Context, case: Case, found: Appointment) -> None:
    settled_at = found.starts_at if found.state == AppointmentState.CONFIRMED else None
    if settled_at is not None and settled_at <= ctx.now:
        # It has begun: whether somebody came is noted, or is not.
        return
    move(found, AppointmentVerb.CANCEL)
    found.ended_at = ctx.now
    found.sequence += 1 if settled_at is not None else 0
    await remind_no_more(ctx, found)
    record(ctx, case, Event.APPOINTMENT_CANCELLED, appointment_id=found.id)
    if settled_at is None:
        return
    person = await people.by_id(ctx.uow.session, found.person_id)
    letter = kinds.appointments.AppointmentCancelled(case.id, found.id, int(settled_at.timestamp()), own=False)
    await tell_person(ctx, person, letter, case=case, key=f"{found.id}:{found.sequence}")
