"""A bound group became a supergroup: Telegram gave it another id."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from db.repositories import cases, staff


@dataclass(frozen=True, slots=True)
class MoveGroup:
    """The id before and after."""

    old: int
    new: int


@act("staff.move_group")
async def move_group(ctx: Context, data: MoveGroup) -> bool:
    """Keeps the binding and everything that waits, under the new id. False where the group is not bound, or was moved
    already.
    """
    group = await staff.group(ctx.uow.session, data.old)
    if group is None:
        return False
    group.chat_id = data.new
    await cases.move_chat(ctx.uow.session, data.old, data.new)
    ctx.uow.nudge("outbox")
    return True
