"""We could not handle an update: the person is told, and nothing is thrown away."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import tell_person
from db.repositories import people


@dataclass(frozen=True, slots=True)
class ParkedUpdate:
    """The inbox row, the number of the incident, and the account in whose private chat it happened, if it was one."""

    inbox_id: int
    incident: str
    telegram_id: int | None


@act("upkeep.park_update")
async def park_update(ctx: Context, data: ParkedUpdate) -> None:
    """Apologises to the person with the incident's number and the telephone."""
    if data.telegram_id is None:
        return
    person = await people.by_telegram(ctx.uow.session, data.telegram_id)
    if person is not None:
        await tell_person(ctx, person, kinds.UpdateParked(data.incident), key=str(data.inbox_id))
