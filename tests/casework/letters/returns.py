"""What letters about somebody who comes back need to be true: a check, and somebody known by the same number."""

from __future__ import annotations

from typing import Any

from casework.cases.take import Take, take
from casework.context import Actor
from casework.letters import kinds
from casework.letters.kinds import Letter
from db.models import Case, Return
from rules.returning import ReturnState
from tests.casework.world import World

PHONE = "+380501234567"
RETURNS: set[type[Letter]] = {kind for kind in kinds.KINDS.values() if kind.__module__.endswith(".returning")}
DECIDED: set[type[Letter]] = {kinds.ReturnConfirmed, kinds.ReturnUndone, kinds.ReturnRestored}


async def about_return(world: World, kind: type[Letter], case: Case, iryna: Actor) -> dict[str, Any]:
    """The person of the case says that they are known; Ірина has a case of somebody with their number."""
    former = await world.person("Ганна Ткач")
    (await world.row(former)).phone = PHONE
    await take(world.ctx(iryna), Take((await world.case(former)).id))
    draft = kind is kinds.ReturnContact
    state = ReturnState.DRAFT if draft else ReturnState.CONFIRMED if kind in DECIDED else ReturnState.WAITING
    check = Return(
        person_id=case.person_id,
        case_id=None if draft else case.id,
        state=state.value,
        proved=True,
        phone=PHONE,
        asked_at=world.now,
        former_id=former.id,
        decided_at=world.now,
        moved={"cases": [case.id]},
    )
    world.uow.session.add(check)
    await world.uow.session.flush()
    return {"return_id": check.id}
