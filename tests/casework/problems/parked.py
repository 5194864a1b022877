"""Things that were put aside, as inbox and deliverer leave them."""

from __future__ import annotations

import json
from itertools import count

from sqlalchemy import func, update

from casework.context import Actor
from casework.letters import kinds
from db.models import InboxUpdate, Letter
from tests.casework.world import World

NUMBERS = count(1)
SECRET = "таємні слова людини"


def message(text: str = SECRET) -> dict[str, object]:
    """An update in which somebody wrote."""
    return {"message": {"text": text}}


def press() -> dict[str, object]:
    """An update in which somebody pressed a button."""
    return {"callback_query": {"data": "mc:1"}}


async def parked_update(
    world: World, lane: str, happened: dict[str, object] | None = None, reason: str = "own-failure"
) -> int:
    """An update that our code failed on three times; its row."""
    number = next(NUMBERS)
    body = json.dumps({"update_id": number, **(happened or message())}, ensure_ascii=False)
    row = InboxUpdate(bot_id=1, update_id=number, digest=b"x", lane=lane, body=body, tries=2, claims=3)
    row.parked_reason = reason
    world.uow.session.add(row)
    await world.uow.session.flush()
    await world.uow.session.execute(
        update(InboxUpdate).where(InboxUpdate.id == row.id).values(parked_at=func.clock_timestamp())
    )
    await world.uow.session.refresh(row)
    return row.id


async def parked_letter(
    world: World, kind: type[kinds.Letter], *, to: Actor | None = None, reason: str = "refused"
) -> Letter:
    """The newest waiting letter of this kind, as if Telegram had refused it."""
    letter = (await world.waiting(kind, to=to))[-1]
    await world.uow.session.execute(
        update(Letter)
        .where(Letter.id == letter.id)
        .values(parked_at=func.clock_timestamp(), reason=reason, claims=4, lease_until=None)
    )
    await world.uow.session.refresh(letter)
    return letter
