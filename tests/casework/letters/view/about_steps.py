"""Cases that stand where the letters at a step say."""

from __future__ import annotations

from typing import Any

from casework.letters import kinds
from casework.letters.kinds import Letter
from db.models import Case
from rules.cases import State
from tests.casework.world import World

STEPS: set[type[Letter]] = {kinds.CaseStep, kinds.CaseRefused}


async def about_step(world: World, kind: type[Letter], case: Case) -> dict[str, Any]:
    """The case waits for another office, or help was refused in it."""
    if kind is kinds.CaseRefused:
        case.state, case.result, case.closed_at = State.REFUSED, "RF1", world.now
    else:
        case.state, case.provider = State.WAITING_PROVIDER, "hromada"
    await world.uow.session.flush()
    return {"state": case.state}
