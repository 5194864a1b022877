"""Children who need no place any more: whatever was kept for them, or given to them, is free for the next."""

from __future__ import annotations

from collections.abc import Sequence

from casework.allocation.party import InTurn, follow_party, in_turn, say
from casework.context import Context
from casework.recreation.standing import able, do, locked_of
from db.models import Application, ApplicationChild, Case
from db.repositories import allocation, applications
from rules.allocation.answers import BackAgain, Left, Line, State
from rules.allocation.hall import hall_of
from rules.allocation.order import weight_of
from rules.recreation.applications import Deed, Standing
from rules.recreation.sharing import order_rule


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


async def back_in_turn(
    ctx: Context, application: Application, child: ApplicationChild, *, only_open: bool = False
) -> bool:
    """A child of a locked application who left the order, and is in it after all: its need is confirmed again, or it
    was a mistake that it does not come. It has its old turn for all that is still free, and the next step looks what
    that is. Whether it has: not where it never stood in the order, where the categories that hold now would not have
    put it there, or where its family is being asked and another one has a place for the same child; a human decides
    then. `only_open`: nor where no shift is open to it any more.
    """
    for row in await allocation.parties_of_application(ctx.uow.session, application.id):
        if child.id not in row.children:
            continue
        turn = await in_turn(ctx, row, application, lock=True)
        if turn.standing.ended.get(child.id) is not State.WITHDRAWN or not await _holds(ctx, turn, child):
            continue
        offer = await allocation.standing_offer(ctx.uow.session, row.id)
        offer = await allocation.lock_offer(ctx.uow.session, offer.id) if offer is not None else None
        back = BackAgain(turn.id, frozenset({child.id}))
        if only_open and not _is_open(turn, back):
            continue
        await say(ctx, turn, back, offer, None)
        await follow_party(ctx, turn)
        return True
    return False


def _is_open(turn: InTurn, line: Line) -> bool:
    """Whether a shift could still be theirs after a line."""
    return any(hall_of(turn.hall.ranks, turn.hall.shifts.values(), [*turn.log, line]).open_to(turn.id))


async def _holds(ctx: Context, turn: InTurn, child: ApplicationChild) -> bool:
    """Whether the turn is the child's still."""
    standing = turn.standing
    party = next(rank.party for rank in turn.hall.ranks)
    inside = standing.waiting | standing.going | {child.id}
    weight = weight_of(order_rule(turn.call.terms), [each for each in party.children if each.number in inside])
    if weight < turn.row.weight:
        return False
    asked = standing.offer is not None and child.child_hash is not None
    return not (asked and await allocation.has_place(ctx.uow.session, turn.allocation.id, child))
