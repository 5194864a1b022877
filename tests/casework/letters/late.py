"""What letters about calls and broken promises need to be true: a number, a call, somebody who waits."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from casework.letters import kinds
from casework.letters.kinds import Letter
from db.models import AwaitedLetter, Call, Case, Person
from rules.calls import CallState, Reason
from tests.casework.world import World

PHONE = "+380501234567"
CALLS: set[type[Letter]] = {kind for kind in kinds.KINDS.values() if kind.__module__.endswith((".calls", ".awaited"))}
PROMISES: set[type[Letter]] = {kind for kind in kinds.KINDS.values() if kind.__module__.endswith(".promises")}


async def about_call(world: World, case: Case) -> dict[str, Any]:
    """A person with a number who is being asked about one call while another waits to be made."""
    person = await world.uow.session.get_one(Person, case.person_id)
    person.phone = PHONE
    call = Call(
        person_id=person.id,
        case_id=case.id,
        state=CallState.OPEN.value,
        reason=Reason.ASKED.value,
        phone=PHONE,
        from_at=world.now,
        due_by=world.now + timedelta(hours=3),
        asked_at=world.now,
    )
    draft = Call(
        person_id=person.id,
        state=CallState.DRAFT.value,
        reason=Reason.ASKED.value,
        phone=PHONE,
        asked_at=world.now,
    )
    unread = AwaitedLetter(case_id=case.id, matter="refusal", state="unread", told_at=world.now, due_at=world.now)
    world.uow.session.add_all([call, draft, unread])
    await world.uow.session.flush()
    return {"call_id": call.id, "at": int(world.now.timestamp()), "by": int(world.now.timestamp()) + 3600}


def about_promise(world: World, case: Case) -> dict[str, Any]:
    """Somebody who has waited since before what was promised."""
    case.intake_kind = "passed-on"
    case.waiting_since = world.now - timedelta(days=2)
    now = int(world.now.timestamp())
    return {"promised": now - 86_400, "new": now + 86_400, "step": 1}
