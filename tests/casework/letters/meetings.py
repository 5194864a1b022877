"""What letters about appointments and group events need to be true: one that stands so, and somebody with a seat."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from casework.context import Actor
from casework.letters import kinds
from casework.letters.kinds import Letter
from db.models import Appointment, AppointmentTime, Case, EventDate, EventSeat, GroupEvent, Specialist
from rules.appointments import AppointmentState
from rules.events import EventState, SeatState
from rules.local_time import local_date
from tests.casework.world import World

OF_APPOINTMENTS: frozenset[type[Letter]] = frozenset(
    kind for kind in kinds.KINDS.values() if kind.__module__.endswith(".kinds.appointments")
)
OF_EVENTS: frozenset[type[Letter]] = frozenset(
    kind for kind in kinds.KINDS.values() if kind.__module__.endswith(".kinds.events")
)
MEETINGS = OF_APPOINTMENTS | OF_EVENTS
STATES = {
    kinds.appointments.AppointmentOffered: AppointmentState.OFFERED,
    kinds.appointments.AppointmentCancelled: AppointmentState.CANCELLED,
    kinds.appointments.AppointmentMissed: AppointmentState.MISSED,
}
"""In which state an appointment is told of; settled in all others."""
SEATS = {
    kinds.events.EventSeatOffered: SeatState.OFFERED,
    kinds.events.EventSeatPassed: SeatState.PASSED,
    kinds.events.EventLeft: SeatState.LEFT,
    kinds.events.EventCancelled: SeatState.CANCELLED,
}


async def about_meeting(world: World, kind: type[Letter], case: Case, iryna: Actor) -> dict[str, Any]:
    """Ірина meets the person tomorrow, or a group does, as the letter says."""
    if kind in OF_EVENTS:
        return await _event(world, kind, case, iryna)
    return await _appointment(world, kind, case, iryna)


async def _appointment(world: World, kind: type[Letter], case: Case, iryna: Actor) -> dict[str, Any]:
    starts = world.now + timedelta(days=1)
    state = STATES.get(kind, AppointmentState.CONFIRMED)
    found = Appointment(
        organisation_id=case.organisation_id, case_id=case.id, person_id=case.person_id, staff_id=iryna.id,
        offered_by=iryna.id, state=state.value, way="place", minutes=45, place="вул. Мирна, 1", starts_at=starts,
        ends_at=starts + timedelta(minutes=45), seat=0, uid=f"{case.id}@test", sequence=0, rounds=1, made_at=world.now,
    )  # fmt: skip
    session = world.uow.session
    session.add(found)
    await session.flush()
    session.add(AppointmentTime(appointment_id=found.id, starts_at=starts))
    session.add(Specialist(staff_id=iryna.id, at_once=1, place="вул. Мирна, 1", changed_at=world.now))
    await session.flush()
    at = int(starts.timestamp())
    day = local_date(starts).toordinal()
    return {
        "appointment_id": found.id, "round": 1, "was": at, "sequence": 0, "moved": False, "own": False, "starts": at,
        "change": "appointment-moved", "day": day, "week": True, "member_id": iryna.id,
        "show": "o" if kind is kinds.appointments.AppointmentScreen else "w",
    }  # fmt: skip


async def _event(world: World, kind: type[Letter], case: Case, iryna: Actor) -> dict[str, Any]:
    session, starts = world.uow.session, world.now + timedelta(days=2)
    draft = kind is kinds.events.DeskEventDraft
    event = GroupEvent(
        organisation_id=case.organisation_id, made_by=iryna.id, title="Коло підтримки", place="вул. Мирна, 1",
        state=(EventState.DRAFT if draft else EventState.OPEN).value, places=8, minutes=90,
        day=local_date(starts), starts=600, repeat="once", count=1, token=f"{case.id}", made_at=world.now,
    )  # fmt: skip
    session.add(event)
    await session.flush()
    date = EventDate(event_id=event.id, starts_at=starts, ends_at=starts + timedelta(minutes=90), uid=f"{case.id}@e")
    session.add(date)
    await session.flush()
    state = SEATS.get(kind, SeatState.SIGNED)
    seat = EventSeat(
        date_id=date.id, person_id=case.person_id, state=state.value, asked_at=world.now, changed_at=world.now,
        place=0 if state in (SeatState.SIGNED, SeatState.OFFERED) else None,
        kept_until=world.now + timedelta(hours=5) if state is SeatState.OFFERED else None,
    )  # fmt: skip
    session.add(seat)
    await session.flush()
    return {
        "event_id": event.id,
        "date_id": date.id,
        "seat_id": seat.id,
        "had": True,
        "starts": int(starts.timestamp()),
    }
