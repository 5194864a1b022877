"""What ends the waiting for a sign: the person shows that they read it, hears it on the phone, or nobody needs it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from casework.calls.needed import end_unread_call
from casework.cases.history import Event, record
from casework.context import Context
from db.models import AwaitedLetter, Case
from db.repositories import awaited
from db.repositories.awaited import GONE, SEEN, TOLD, UNREAD
from rules.catalogue import Matter, Sign


async def signed(ctx: Context, case: Case, sign: Sign, only: AwaitedLetter | None = None) -> None:
    """The person of a locked case gave a sign; `only`: about this letter, else about all of them. A call that was to
    take the place of what they have read now is not needed.
    """
    if not case.unseen:
        return
    wanted = await awaited.wanted_of(ctx.uow.session, case.id)
    seen = [
        row for row in wanted if (only is None or row.id == only.id) and sign in ctx.catalogue.awaited[row.matter].signs
    ]
    for row in seen:
        _settle(ctx, row, SEEN)
        record(ctx, case, Event.LETTER_SEEN, matter=row.matter, sign=sign.value)
    await _rest(ctx, case, wanted, seen)


async def told_on_phone(ctx: Context, case: Case) -> Sequence[str]:
    """Somebody talked with the person of a locked case: all that was written is known. Which matters these were."""
    if not case.unseen:
        return ()
    wanted = await awaited.wanted_of(ctx.uow.session, case.id)
    for row in wanted:
        _settle(ctx, row, TOLD)
    case.unseen = False
    return [row.matter for row in wanted]


async def let_go(ctx: Context, case: Case, matters: Collection[Matter] = frozenset(Matter)) -> None:
    """Nobody waits any more for a sign of what was written about these matters in a locked case; no news of its own."""
    if not case.unseen:
        return
    wanted = await awaited.wanted_of(ctx.uow.session, case.id)
    gone = [row for row in wanted if row.matter in matters]
    for row in gone:
        _settle(ctx, row, GONE)
    await _rest(ctx, case, wanted, gone)


async def _rest(ctx: Context, case: Case, wanted: Sequence[AwaitedLetter], settled: Sequence[AwaitedLetter]) -> None:
    """What is left to wait for once these are settled, and whether somebody still has to phone."""
    case.unseen = len(settled) < len(wanted)
    if settled and not any(row.state == UNREAD for row in wanted):
        await end_unread_call(ctx, case)


def _settle(ctx: Context, row: AwaitedLetter, state: str) -> None:
    row.state, row.settled_at = state, ctx.now
