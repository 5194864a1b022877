"""Getting hold of a letter that was put aside."""

from __future__ import annotations

from casework.context import Context
from casework.errors import Stale
from db.models import Letter
from db.repositories import letters, problems, slots


async def lock_problem(ctx: Context, letter_id: int) -> Letter:
    """A parked letter, locked after its slot; its case is locked already. Stale where somebody was faster."""
    slot_id = await problems.slot_of(ctx.uow.session, letter_id)
    if slot_id is not None:
        await slots.lock(ctx.uow.session, slot_id)
    letter = await problems.lock_letter(ctx.uow.session, letter_id)
    if letter is None:
        raise Stale
    return letter


async def leave_again(ctx: Context, letter: Letter) -> None:
    """Lets a locked letter leave at its place in its lane, if it is still true then.

    A slot shows its latest state: where a newer letter of it waits, that one does it.
    """
    session = ctx.uow.session
    if letter.slot_id is not None:
        await problems.drop_others_of_slot(session, letter.slot_id, letter.id)
    if letter.slot_id is not None and await problems.slot_waits(session, letter.slot_id):
        letter.dropped_at = await letters.clock(session)
    else:
        letter.parked_at = letter.reason = letter.retry_at = letter.lease_until = None
        letter.tries = letter.claims = 0
        letter.retried += 1
    await session.flush()
    ctx.uow.nudge("outbox")
