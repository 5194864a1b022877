"""The person changed their mind about a call."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked
from casework.cases.ending import take_back
from casework.cases.history import Event, record
from casework.context import Context
from casework.errors import NoSuchCase, Stale
from casework.letters import kinds
from casework.letters.write import show_case, show_person, tell_topic
from casework.people.themselves import themselves
from db.models import Call, Case
from db.repositories import calls, cases
from rules.calls import CallState
from rules.cases import Turn
from rules.catalogue import CALL_KIND


@dataclass(frozen=True, slots=True)
class Cancel:
    """The call whose button was pressed."""

    call_id: int


@act("call.cancel")
async def cancel(ctx: Context, data: Cancel) -> None:
    """Nobody phones; staff see it. A case that was opened for the call alone ends with it. Stale when it is over."""
    person = await themselves(ctx)
    call = await calls.by_id(ctx.uow.session, data.call_id)
    if call is None or call.case_id is None:
        raise NoSuchCase
    case = await locked(ctx, call.case_id, "call.cancel")
    if call.state != CallState.OPEN:
        raise Stale
    call.state, call.ended_at = CallState.CANCELLED.value, ctx.now
    record(ctx, case, Event.CALL_CANCELLED, call_id=call.id)
    await tell_topic(ctx, case, kinds.CaseNews(case.id, Event.CALL_CANCELLED.value))
    withdrawn = await _only_for_the_call(ctx, case)
    if withdrawn:
        await take_back(ctx, case)
    else:
        _as_before(case, call)
        await show_case(ctx, case)
    await show_person(ctx, person, kinds.CallCancelledScreen(case.id, withdrawn))


async def _only_for_the_call(ctx: Context, case: Case) -> bool:
    return case.intake_kind == CALL_KIND and len(await cases.messages(ctx.uow.session, case.id, 2)) == 1


def _as_before(case: Case, call: Call) -> None:
    """Where only the call was waited for, nobody waits any more; in danger a human looks all the same."""
    if not case.crisis and case.waiting_since == call.asked_at:
        case.waiting_since = None
        case.turn = Turn.PERSON.value
        case.unread = 0
