"""Calls that nobody needs any more."""

from __future__ import annotations

from casework.context import Context
from db.models import Case
from db.repositories import calls
from rules.calls import CallState


async def end_calls(ctx: Context, case: Case) -> None:
    """The locked case is over, and so are the calls that were to be made in it; that is no news of its own."""
    for call in await calls.all_open_of_case(ctx.uow.session, case.id):
        call.state, call.ended_at = CallState.CANCELLED.value, ctx.now


async def end_calls_to_person(ctx: Context, case: Case) -> None:
    """Another call takes the place of the one that was to be made."""
    former = await calls.open_of_case(ctx.uow.session, case.id)
    if former is not None:
        former.state, former.ended_at = CallState.CANCELLED.value, ctx.now
        await ctx.uow.session.flush()
