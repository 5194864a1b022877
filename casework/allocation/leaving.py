"""Children who need no place any more: whatever was kept for them, or given to them, is free for the next."""

from __future__ import annotations

from collections.abc import Sequence

from casework.allocation.party import in_turn, say
from casework.context import Context
from casework.recreation.standing import able, do, locked_of
from db.models import Application, Case
from db.repositories import allocation, applications
from rules.allocation.answers import Left
from rules.recreation.applications import Deed, Standing


async def withdraw_with(ctx: Context, case: Case) -> None:
    """The case of an application is taken back: so are all its children that can be. Nothing for any other case."""
    await _with_case(ctx, case, Deed.WITHDRAW)


async def refuse_with(ctx: Context, case: Case) -> None:
    """The case of an application is refused: so are all its children that can be. Nothing for any other case."""
    await _with_case(ctx, case, Deed.REFUSE)


async def _with_case(ctx: Context, case: Case, deed: Deed) -> None:
    application = await locked_of(ctx, case)
    if application is not None:
        those = await able(ctx, application, deed)
        await do(ctx, application, those, deed)
        await leave(ctx, application, [child.id for child in those])


async def forget_applications(ctx: Context, those: Sequence[Case]) -> None:
    """The applications of these locked cases are erased: their places are free, and nobody is named in them."""
    for case in those:
        application = await locked_of(ctx, case)
        if application is not None:
            children = await applications.children(ctx.uow.session, application.id)
            await leave(ctx, application, [child.id for child in children if child.state not in AWAY])
    await applications.forget(ctx.uow.session, [case.id for case in those], ctx.now)


AWAY = frozenset({Standing.SENT.value, Standing.COMPLETED.value})
"""Who went keeps the place that was theirs."""


async def leave(ctx: Context, application: Application, those: Sequence[int]) -> None:
    """These children of a locked application need no place any more, offered or given: whatever they had is free."""
    for row in await allocation.parties_of_application(ctx.uow.session, application.id):
        turn = await in_turn(ctx, row, application, lock=True)
        going = turn.standing.waiting | turn.standing.going
        gone = frozenset(those) & going
        if not gone:
            continue
        offer = await allocation.standing_offer(ctx.uow.session, row.id)
        offer = await allocation.lock_offer(ctx.uow.session, offer.id) if offer is not None else None
        await say(ctx, turn, Left(turn.id, gone), offer, None)
        row.untold = False
