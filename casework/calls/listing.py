"""`/calls`: whom somebody has to phone, the most urgent first, for the one who asks."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.letters import kinds
from casework.letters.sights.awaited import CallListSight
from casework.letters.view.awaited import call_list_sight
from casework.letters.write import show_on_desk
from db.repositories import staff


@dataclass(frozen=True, slots=True)
class ListCalls:
    """A page, counted from 0.

    `on_desk`: it goes to the desk of the one who asks, since it was asked there or could not be whispered in the group.
    """

    page: int = 0
    on_desk: bool = False


@act("call.list")
async def list_calls(ctx: Context, data: ListCalls) -> CallListSight:
    """A caseworker's own calls and those of cases that nobody has; a lead's are all of the organisation."""
    member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    if data.on_desk:
        await show_on_desk(ctx, member, kinds.awaited.CallListScreen(member.id, data.page))
    return await call_list_sight(ctx.uow, ctx.now, member, data.page)
