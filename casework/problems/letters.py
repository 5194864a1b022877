"""Getting hold of a letter that was put aside."""

from __future__ import annotations

from casework.context import Context
from casework.errors import Stale
from db.models import Letter
from db.repositories import problems, slots


async def lock_problem(ctx: Context, letter_id: int) -> Letter:
    """A parked letter, locked after its slot; its case is locked already. Stale where somebody was faster."""
    slot_id = await problems.slot_of(ctx.uow.session, letter_id)
    if slot_id is not None:
        await slots.lock(ctx.uow.session, slot_id)
    letter = await problems.lock_letter(ctx.uow.session, letter_id)
    if letter is None:
        raise Stale
    return letter
