"""What letters about the duty roster need to be true: a shift that begins tomorrow, and somebody who may write it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from casework.context import Actor
from casework.letters import kinds
from casework.letters.kinds import Letter
from db.models import DutyShift, StaffMember
from tests.casework.world import World

OF_DUTY: set[type[Letter]] = {kind for kind in kinds.KINDS.values() if kind.__module__.endswith(".kinds.duty")}


async def about_duty(world: World, kind: type[Letter], iryna: Actor) -> dict[str, Any]:
    """Ірина is on duty tomorrow; to write the roster she leads."""
    member = await world.uow.session.get_one(StaffMember, iryna.id)
    if kind is kinds.duty.DutyPlanScreen:
        member.role = "supervisor"
    shift = DutyShift(
        organisation_id=member.organisation_id,
        staff_id=member.id,
        place=1,
        starts_at=world.now + timedelta(days=1),
        ends_at=world.now + timedelta(days=1, hours=9),
        written_by=member.id,
    )
    world.uow.session.add(shift)
    await world.uow.session.flush()
    return {"shift_id": shift.id, "what": "given", "member_id": member.id, "former_id": member.id}
