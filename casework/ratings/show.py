"""Leads look at what people think of the work."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import show_on_desk
from db.repositories import staff


@dataclass(frozen=True, slots=True)
class ShowRatings:
    """Those of the lead's organisation."""


@act("rating.show")
async def show_ratings(ctx: Context, data: ShowRatings) -> None:
    """Puts the counts of the last months on the lead's desk."""
    member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    await show_on_desk(ctx, member, kinds.RatingsScreen(member.id))
