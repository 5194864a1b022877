"""A case, or the consent, is over: what follows for what was to be handed over."""

from __future__ import annotations

from casework.cases.history import Event
from casework.context import Context
from casework.reminders.transfers import transfer_over
from casework.transfers.reach import move, note
from db.models import Case, Transfer
from db.repositories import transfers
from rules.transfers import BEFORE_CONSENT, OPEN, TransferState, TransferVerb


async def void_questions(ctx: Context, case: Case) -> None:
    """The locked case is over: nobody is asked any more. What was agreed to goes on: it was promised."""
    for row in await transfers.of_case(ctx.uow.session, case.id):
        if row.state in BEFORE_CONSENT:
            await _stop(ctx, case, row)


async def void_transfers(ctx: Context, case: Case) -> None:
    """The person of a locked case took all consent back: nothing more is handed over."""
    for row in await transfers.of_case(ctx.uow.session, case.id):
        if row.state in OPEN:
            await _stop(ctx, case, row)


async def _stop(ctx: Context, case: Case, found: Transfer) -> None:
    row = await transfers.lock(ctx.uow.session, found.id)
    if row is None or row.state not in OPEN:
        return
    asked = row.state != TransferState.PICKING
    move(ctx, row, TransferVerb.STOP)
    if asked:
        note(ctx, case, row, Event.TRANSFER_STOPPED, by="end", left=row.sent_at is not None)
    await transfer_over(ctx, row)
