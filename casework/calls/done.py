"""Somebody phoned and talked with the person: that is an answer."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.calls.phoning import begun, end
from casework.cases.access import locked, seen
from casework.cases.answering import answered
from casework.cases.history import Event, record
from casework.context import Context
from casework.danger.alarm import note_answered
from casework.letters.write import show_case
from db.models import Case
from db.repositories import people


@dataclass(frozen=True, slots=True)
class Reached:
    """`tries`: how often somebody had phoned in the case when the button was shown."""

    case_id: int
    tries: int


@act("call.done")
async def done(ctx: Context, data: Reached) -> Case:
    """The wait is over, as after a written answer. Refused as that is; Stale for a second press."""
    # The person first, as everywhere: a circle of two who wait for each other would end one of them.
    reached = await seen(ctx, data.case_id, "call.done")
    person = await people.lock(ctx.uow.session, reached.person_id)
    case = await locked(ctx, data.case_id, "call.done")
    call = await begun(ctx, case, person, data.tries)
    answered(ctx, case)
    end(ctx, call)
    record(ctx, case, Event.CALL_REACHED, call_id=call.id, attempt=call.attempts)
    await note_answered(ctx, case)
    await show_case(ctx, case)
    return case
