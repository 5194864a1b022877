"""Who asks for a list gets it, and nobody else: in the group as a whisper, on the desk as its screen."""

from __future__ import annotations

from casework.context import Context
from casework.letters import kinds
from casework.letters.sights import ListSight
from casework.letters.view.lists import list_sight
from casework.letters.write import show_on_desk
from db.models import StaffMember


async def answer(ctx: Context, member: StaffMember, page: kinds.CaseListScreen, *, on_desk: bool) -> ListSight:
    """The page as it is to be shown; `on_desk`: there, too."""
    if on_desk:
        await show_on_desk(ctx, member, page)
    return await list_sight(ctx.uow, ctx.catalogue, ctx.now, member, page)
