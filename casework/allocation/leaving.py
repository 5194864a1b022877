"""Children who need no place any more: whatever was kept for them, or given to them, is free for the next."""

from __future__ import annotations

from collections.abc import Sequence

from casework.allocation.party import in_turn, say
from casework.context import Context
from casework.recreation.standing import do
from db.models import Application, Case
from db.repositories import allocation, applications
from rules.allocation.answers import Left
from rules.recreation.applications import Deed, Standing, possible


async def withdraw_with(ctx: Context, case: Case) -> None:
    """The case of an application is taken back: so are all its children that can be. Nothing for any other case."""
    application = await _application(ctx, case)
    if application is not None:
        children = await applications.children(ctx.uow.session, application.id)
        those = [child for child in children if possible(Deed.WITHDRAW, Standing(child.state))]
        await do(ctx, application, those, Deed.WITHDRAW)
        await _leave(ctx, application, [child.id for child in those])


async def forget_applications(ctx: Context, those: Sequence[Case]) -> None:
    """The applications of these locked cases are erased: their places are free, and nobody is named in them."""
    for case in those:
        application = await _application(ctx, case)
        if application is not None:
            children = await applications.children(ctx.uow.session, application.id)
            await _leave(ctx, application, [child.id for child in children if child.state not in AWAY])
    await applications.forget(ctx.uow.session, [case.id for case in those], ctx.now)


AWAY = frozenset({Standing.SENT.value, Standing.COMPLETED.value})
"""Who went keeps the place that was theirs."""


async def _application(ctx: Context, case: Case) -> Application | None:
    found = await applications.of_case(ctx.uow.session, case.id)
    return await applications.lock(ctx.uow.session, found.id) if found is not None else None


async def _leave(ctx: Context, application: Application, those: Sequence[int]) -> None:
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
