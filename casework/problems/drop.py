"""A lead gives up for ever what was put aside."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.history import Event
from casework.context import Context
from casework.errors import Stale
from casework.problems.audit import write_down
from casework.problems.desks import refresh_problems
from casework.problems.letters import lock_problem
from casework.problems.reach import case_of, found
from db.repositories import letters, problems, slots
from rules.problems import Way


@dataclass(frozen=True, slots=True)
class Drop:
    """A problem, confirmed; `page`: where the list on the desk stood."""

    way: Way
    id: int
    page: int = 0


@act("problems.drop")
async def drop(ctx: Context, data: Drop) -> None:
    """Ends an update, whose body is emptied, or a letter; why it was parked stays. Stale where somebody was faster."""
    problem = await found(ctx, data.way, data.id)
    case = await case_of(ctx, problem)
    if data.way is Way.OUT:
        await _drop_letter(ctx, data.id)
    elif not await problems.drop_update(ctx.uow.session, data.id):
        raise Stale
    write_down(ctx, problem, case, Event.GIVEN_UP)
    await refresh_problems(ctx, data.page)


async def _drop_letter(ctx: Context, letter_id: int) -> None:
    session = ctx.uow.session
    letter = await lock_problem(ctx, letter_id)
    letter.dropped_at = await letters.clock(session)
    if letter.slot_id is not None:
        slot = await slots.lock(session, letter.slot_id)
        await problems.drop_others_of_slot(session, slot.id, letter.id)
        slot.shown_rev = slot.wanted_rev
    await session.flush()
