"""A case ends because its person wants no more of it."""

from __future__ import annotations

from casework.calls.ending import end_calls
from casework.cases.history import Event, record
from casework.cases.moves import move
from casework.context import Context
from casework.danger.alarm import end_alarm
from casework.letters import kinds
from casework.letters.write import show_case, tell_topic
from db.models import Case
from rules.cases import Verb


async def take_back(ctx: Context, case: Case) -> None:
    """Ends a locked case at the person's wish; staff see it in the topic. CaseClosed when it is over already."""
    move(case, Verb.WITHDRAW)
    await end_calls(ctx, case)
    case.closed_at = ctx.now
    case.waiting_since = None
    case.unread = 0
    case.result = "withdrawn"
    record(ctx, case, Event.WITHDRAWN)
    await end_alarm(ctx, case, "closed")
    await tell_topic(ctx, case, kinds.CaseNews(case.id, Event.WITHDRAWN.value))
    await show_case(ctx, case)
