"""What letters about colleagues need to be true: a handing over, somebody who is away, somebody who left."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import func, update

from casework.context import Actor
from casework.letters import kinds
from casework.letters.kinds import Letter
from db.models import Case, Handover, StaffMember
from db.models import Letter as Row
from db.repositories import staff
from rules.local_time import local_date
from tests.casework.world import GROUP, World

OF_COLLEAGUES: set[type[Letter]] = {kind for kind in kinds.KINDS.values() if kind.__module__.endswith(".kinds.team")}
OF_TEAM: set[type[Letter]] = {
    kinds.StaffScreen,
    kinds.StaffMemberScreen,
    kinds.StaffSkillsScreen,
    kinds.StaffRemoveAskScreen,
    kinds.StaffRemovedScreen,
    kinds.RemoveByHand,
}
"""To leads only."""
IN_THE_QUEUE: set[type[Letter]] = {kinds.HandoverDeclined, kinds.CaseLapsed, kinds.CaseLapsedCrisis}
OF_ONE_WHO_LEFT: set[type[Letter]] = {kinds.DeskSweep, kinds.RemoveFromGroup}


async def about_colleagues(world: World, kind: type[Letter], case: Case, iryna: Actor) -> dict[str, Any]:
    """Ірина hands over, is away, leads or left, as the kind wants it."""
    session = world.uow.session
    member = await session.get_one(StaffMember, iryna.id)
    back_on = local_date(world.now) + timedelta(days=5)
    given = Handover(case_id=case.id, giver_id=member.id, receiver_id=member.id, note="Дзвонити ввечері", at=world.now)
    session.add(given)
    if kind in OF_TEAM:
        member.role = "supervisor"
    if kind in IN_THE_QUEUE:
        case.owner_id = None
    if kind is kinds.OneHumanAway:
        member.away_until = back_on
    about = {"member_id": member.id}
    if kind in OF_ONE_WHO_LEFT:
        member.removed_at = world.now
        await _stood_on_desk(world)
    if kind is kinds.RemoveByHand:
        about["member_id"] = (await _left(world)).id
    group = await staff.group(session, GROUP)
    assert group is not None
    await session.flush()
    return about | {
        "case_ids": [case.id],
        "handover_id": given.id,
        "receiver_id": member.id,
        "owner_id": member.id,
        "group_id": group.id,
        "back_on": back_on.toordinal(),
        "since": int(world.now.timestamp()),
        "skill": "lang",
        "why": "away",
    }


async def _left(world: World) -> StaffMember:
    left = await world.uow.session.get_one(StaffMember, (await world.staff(name="Петро")).id)
    left.removed_at = world.now
    return left


async def _stood_on_desk(world: World) -> None:
    """All that was sent until now was sent to staff, and lately by the clock of the machine."""
    lately = {"person_id": None, "sent_at": func.clock_timestamp()}
    await world.uow.session.execute(update(Row).where(Row.sent_at.is_not(None)).values(**lately))
