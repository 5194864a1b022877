"""A page of a list of cases, for the one who asks."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.letters import kinds
from casework.letters.sights import ListSight
from casework.lists.asking import answer
from db.repositories import queue, staff
from db.repositories.queue import Edge, Slice, Within
from rules.lists import PAGE, Listing


@dataclass(frozen=True, slots=True)
class ShowList:
    """The first page, or the one behind the case `edge` (`back`: before it).

    `on_desk`: it goes to the desk of the one who asks, since it was asked there or could not be whispered in the group.
    """

    listing: Listing
    edge: int = 0
    back: bool = False
    on_desk: bool = False


@act("list.show")
async def show_list(ctx: Context, data: ShowList) -> ListSight:
    """Cases of the actor's organisation: danger first, then those whom the law puts first, then the oldest.

    Where the page begins is a case, so that nothing is shown twice or passed over when others come and go.
    """
    member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    within = Within(member.organisation_id, member.id, ctx.now)
    edge = Edge(data.edge or None, data.back and data.edge > 0)
    found = await queue.page(ctx.uow.session, data.listing, within, edge, PAGE)
    if not found.case_ids and edge.case_id is not None:
        # The case at the edge has left the list, or the list ends there.
        edge = Edge()
        found = await queue.page(ctx.uow.session, data.listing, within, edge, PAGE)
    before, behind = _neighbours(found, edge)
    page = kinds.CaseListScreen(member.id, data.listing.value, list(found.case_ids), before, behind)
    return await answer(ctx, member, page, on_desk=data.on_desk)


def _neighbours(found: Slice, edge: Edge) -> tuple[int, int]:
    """The cases at which the page before and the one behind begin; 0 where there is none."""
    if not found.case_ids:
        return 0, 0
    before = found.more if edge.back else edge.case_id is not None
    behind = True if edge.back else found.more
    return found.case_ids[0] if before else 0, found.case_ids[-1] if behind else 0
