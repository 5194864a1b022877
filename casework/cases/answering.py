"""What a human's answer does to a case, in writing or on the phone."""

from __future__ import annotations

from casework.cases.access import owner_name
from casework.cases.moves import move
from casework.cases.take import give_to_actor
from casework.context import Context
from casework.errors import CaseClosed, GoesOnElsewhere, NotOwner
from db.models import Case
from db.repositories import cases, ties
from rules.cases import Verb
from rules.roles import Role


async def take_to_answer(ctx: Context, case: Case) -> None:
    """Whoever answers a locked case that nobody has takes it by that. CaseClosed, GoesOnElsewhere; NotOwner where
    somebody else has it and the actor leads nobody.
    """
    if case.merged_into is not None:
        goes_on = await cases.by_id(ctx.uow.session, await ties.onward(ctx.uow.session, case.id))
        raise GoesOnElsewhere(number=goes_on.number if goes_on else "")
    if case.closed_at is not None:
        raise CaseClosed
    if case.owner_id is None:
        await give_to_actor(ctx, case)
    elif case.owner_id != ctx.actor.id and ctx.actor.role is Role.CASEWORKER:
        raise NotOwner(owner=await owner_name(ctx, case) or "")


def answered(ctx: Context, case: Case) -> None:
    """The wait is over: it is the person's turn."""
    move(case, Verb.REPLY)
    case.waiting_since = None
    case.first_answered_at = case.first_answered_at or ctx.now
    case.unread = 0
