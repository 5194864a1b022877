"""A call that nobody needs any more."""

from __future__ import annotations

from casework.context import Context
from db.models import Case
from db.repositories import calls
from rules.calls import CallState


async def end_call(ctx: Context, case: Case) -> None:
    """The locked case is over, and so is the call that was to be made in it; that is no news of its own."""
    call = await calls.open_of_case(ctx.uow.session, case.id)
    if call is not None:
        call.state, call.ended_at = CallState.CANCELLED.value, ctx.now
