"""A lead looks at what was put aside."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import show_on_desk
from casework.problems.desks import show_problems
from casework.problems.reach import found, own_reach
from db.repositories import problems, staff
from rules.problems import Way


@dataclass(frozen=True, slots=True)
class ShowProblems:
    """A page of the list, counted from 0."""

    page: int = 0


@act("problems.show")
async def show(ctx: Context, data: ShowProblems) -> None:
    """Puts the list on the lead's desk, and remembers that they know of what is there now."""
    reach = await own_reach(ctx)
    member = await staff.lock(ctx.uow.session, ctx.actor.id or 0)
    _, newest = await problems.extent(ctx.uow.session, reach)
    if newest is not None:
        member.problems_known_at = max(newest, member.problems_known_at or newest)
    await show_problems(ctx, member, data.page)


@dataclass(frozen=True, slots=True)
class AskDrop:
    """Before a problem is given up for ever. `page`: where it stood in the list."""

    way: Way
    id: int
    page: int = 0


@act("problems.ask_drop")
async def ask_drop(ctx: Context, data: AskDrop) -> None:
    """Asks once more, and says what is given up. Stale where there is no such problem any more."""
    await found(ctx, data.way, data.id)
    member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    unowned = (await own_reach(ctx)).unowned
    await show_on_desk(
        ctx, member, kinds.ProblemDropAskScreen(member.id, unowned, data.way.value, data.id, max(data.page, 0))
    )
