"""The person takes a case back."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked
from casework.cases.history import Event, record
from casework.cases.moves import move
from casework.context import Context
from casework.danger.alarm import end_alarm
from casework.letters import kinds
from casework.letters.write import show_case, show_person, tell_person, tell_topic
from casework.people.themselves import themselves
from db.models import Case
from rules.cases import Verb


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Confirmed by the person."""

    case_id: int


@act("case.withdraw")
async def withdraw(ctx: Context, data: Withdraw) -> Case:
    """Ends the case at the person's wish; staff see it in the topic. CaseClosed when it is over already."""
    person = await themselves(ctx)
    case = await locked(ctx, data.case_id, "case.withdraw")
    move(case, Verb.WITHDRAW)
    case.closed_at = ctx.now
    case.waiting_since = None
    case.unread = 0
    case.result = "withdrawn"
    record(ctx, case, Event.WITHDRAWN)
    await end_alarm(ctx, case, "closed")
    await tell_topic(ctx, case, kinds.CaseNews(case.id, Event.WITHDRAWN.value))
    await show_case(ctx, case)
    await tell_person(ctx, person, kinds.CaseWithdrawn(case.id), case=case)
    await show_person(ctx, person, kinds.MyCaseScreen(case.id))
    return case
