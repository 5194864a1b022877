"""What letters about broadcasts need to be true: a run that stands so, and a recipient whose turn it is."""

from __future__ import annotations

from typing import Any

from casework.context import Actor
from casework.letters import kinds
from casework.letters.kinds import Letter
from db.models import Broadcast, BroadcastRecipient, BroadcastRun, Case, StaffMember
from rules.broadcasts import Kind, RecipientState, State
from tests.casework.world import World

BROADCASTING: frozenset[type[Letter]] = frozenset(
    kind for kind in kinds.KINDS.values() if kind.__module__.endswith(".kinds.broadcasts")
)
STATES = {
    kinds.broadcasts.BroadcastMenuScreen: State.DRAFT,
    kinds.broadcasts.BroadcastPreview: State.DRAFT,
    kinds.broadcasts.BroadcastToConfirm: State.AWAITING,
    kinds.broadcasts.BroadcastResult: State.FINISHED,
}
"""In which state a run is told of; on its way in all others."""


async def about_broadcast(world: World, kind: type[Letter], case: Case, iryna: Actor) -> dict[str, Any]:
    """Ірина leads, and tells people that the hub comes."""
    session, now = world.uow.session, world.now
    member = await session.get_one(StaffMember, iryna.id)
    member.role = "supervisor"
    broadcast = Broadcast(
        organisation_id=member.organisation_id, author_id=member.id, kind=next(iter(Kind)).value,
        texts='{"uk": "Завтра приїде хаб", "en": "The hub comes tomorrow"}', variables="{}", buttons="[]",
        segment={}, repeat={}, keep_hours=24, created_at=now,
    )  # fmt: skip
    session.add(broadcast)
    await session.flush()
    state = STATES.get(kind, State.RUNNING)
    run = BroadcastRun(broadcast_id=broadcast.id, number=1, state=state.value, started_at=now, went_on_at=now)
    session.add(run)
    await session.flush()
    recipient = BroadcastRecipient(run_id=run.id, person_id=case.person_id, state=RecipientState.QUEUED.value)
    session.add(recipient)
    await session.flush()
    about: dict[str, Any] = {"run_id": run.id, "recipient_id": recipient.id, "what": "whom", "found": []}
    about |= {"by": member.id, "about": next(iter(Kind)).value, "confirmed": True, "stopped": True}
    # A preview is in the language that its author asks for.
    return about | ({"language": member.language} if kind is kinds.broadcasts.BroadcastPreview else {})
