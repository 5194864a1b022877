"""What became of a letter to one of many, written down with it."""

from __future__ import annotations

from casework.context import Context
from casework.letters.kinds import Letter, broadcasts
from db.models import Letter as Row
from db.repositories import audience
from db.repositories import broadcast_recipients as recipients
from db.repositories import broadcasts as runs
from rules.broadcasts import OVER, Kind, Reason, RecipientState, State

EXPIRED = "expired"
"""The deliverer's word for a letter whose time was over."""


async def was_sent(ctx: Context, letter: Letter) -> None:
    """Telegram has it."""
    if isinstance(letter, broadcasts.Broadcast):
        await recipients.settle(ctx.uow.session, letter.recipient_id, RecipientState.SENT, ctx.now)


async def has_failed(ctx: Context, letter: Letter, reason: str) -> None:
    """Telegram will not have it; `reason`: in a word of ours."""
    if isinstance(letter, broadcasts.Broadcast):
        await recipients.settle(ctx.uow.session, letter.recipient_id, RecipientState.FAILED, ctx.now, reason)


async def was_dropped(ctx: Context, letter: Letter, row: Row) -> None:
    """It was not true when its moment came: the run was paused or stopped, its time was over, or the machine does not
    speak to its reader any more.
    """
    if not isinstance(letter, broadcasts.Broadcast):
        return
    session = ctx.uow.session
    run = await runs.run(session, letter.run_id)
    if run is None:
        return
    if row.reason == EXPIRED:
        await recipients.settle(session, letter.recipient_id, RecipientState.FAILED, ctx.now, Reason.EXPIRED.value)
        return
    broadcast = await runs.by_id(session, run.broadcast_id)
    still = await audience.still(session, [row.person_id or 0], Kind(broadcast.kind).stop)
    may, _, stopped = still.get(row.person_id or 0, (False, False, False))
    if State(run.state) in OVER or (may and not stopped):
        await recipients.wait_again(session, letter.recipient_id)
        return
    why = Reason.STOPPED_KIND if may else Reason.CHANGED
    await recipients.settle(session, letter.recipient_id, RecipientState.LEFT, ctx.now, why.value)
