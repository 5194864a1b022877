"""A case ends: what is the same whichever way it does."""

from __future__ import annotations

from casework.allocation.leaving import refuse_with, withdraw_with
from casework.appointments.ending import end_appointments
from casework.awaited.signs import let_go
from casework.calls.ending import end_calls
from casework.cases.history import Event, record
from casework.cases.moves import move
from casework.context import Context
from casework.danger.alarm import end_alarm
from casework.deadlines.running import case_over
from casework.letters import kinds
from casework.letters.write import show_case, tell_topic
from casework.transfers.ended import void_questions
from db.models import Case
from rules.cases import Verb

_ANSWERS = frozenset({Verb.CLOSE, Verb.REFUSE})
"""By these it is us who end a case, with a decision that the person is told."""


async def end(ctx: Context, case: Case, verb: Verb, result: str) -> None:
    """Ends a locked case by a verb of the table: nobody waits any more, nothing is left to be phoned or alarmed about.

    CaseClosed or Stale where the verb has no place.
    """
    move(case, verb)
    await let_go(ctx, case)
    await void_questions(ctx, case)
    await end_calls(ctx, case)
    await end_appointments(ctx, case)
    await case_over(ctx, case, answered=verb in _ANSWERS)
    case.closed_at = ctx.now
    case.waiting_since = None
    case.unread = 0
    case.result = result
    await end_alarm(ctx, case, "closed")
    if verb is Verb.WITHDRAW:
        await withdraw_with(ctx, case)
    elif verb is Verb.REFUSE:
        await refuse_with(ctx, case)


async def take_back(ctx: Context, case: Case) -> None:
    """Ends a locked case at the person's wish; staff see it in the topic. CaseClosed when it is over already."""
    await end(ctx, case, Verb.WITHDRAW, "withdrawn")
    record(ctx, case, Event.WITHDRAWN)
    await tell_topic(ctx, case, kinds.CaseNews(case.id, Event.WITHDRAWN.value))
    await show_case(ctx, case)
