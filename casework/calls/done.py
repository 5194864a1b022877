"""Somebody phoned and talked with the person: that is an answer."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.awaited.signs import told_on_phone
from casework.calls.phoning import begun, end
from casework.cases.access import locked, seen
from casework.cases.answering import answered
from casework.cases.history import Event, record
from casework.context import Context
from casework.danger.alarm import note_answered
from casework.letters.write import show_case
from casework.passing_on.telling import all_told
from casework.reminders.planning import take_back
from db.models import Case
from db.repositories import people
from rules.catalogue import ReminderKind
from rules.passing_on import Way


@dataclass(frozen=True, slots=True)
class Reached:
    """`tries`: how often somebody had phoned in the case when the button was shown."""

    case_id: int
    tries: int


@act("call.done")
async def done(ctx: Context, data: Reached) -> Case:
    """The wait is over, as after a written answer, and what was not read is told. Refused as that is; Stale for a
    second press.
    """
    # The person first, as everywhere: a circle of two who wait for each other would end one of them.
    reached = await seen(ctx, data.case_id, "call.done")
    person = await people.lock(ctx.uow.session, reached.person_id)
    case = await locked(ctx, data.case_id, "call.done")
    call = await begun(ctx, case, person, data.tries)
    if case.closed_at is None:
        answered(ctx, case)
    await take_back(ctx, case, {ReminderKind.UNANSWERED})
    end(ctx, call)
    await all_told(ctx, case, Way.PHONE)
    told = " ".join(await told_on_phone(ctx, case))
    record(ctx, case, Event.CALL_REACHED, call_id=call.id, attempt=call.attempts, **({"told": told} if told else {}))
    await note_answered(ctx, case)
    await show_case(ctx, case)
    return case
