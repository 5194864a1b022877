"""Somebody told it: the words count as said from then on."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked, seen
from casework.cases.answering import answered, take_to_answer
from casework.context import Context
from casework.danger.alarm import note_answered
from casework.errors import Stale
from casework.letters.write import show_case
from casework.passing_on.telling import end_call, pass_on
from casework.reminders.planning import take_back
from db.models import Case
from db.repositories import people, tellings
from rules.catalogue import ReminderKind
from rules.passing_on import Way


@dataclass(frozen=True, slots=True)
class Told:
    """How it reached them; `upto`: the last thing that stood below the button."""

    case_id: int
    upto: int
    way: Way


@act("telling.told")
async def told(ctx: Context, data: Told) -> Case:
    """All of it up to there is said: an answer like any other, and the call for it is over. Newer words wait on.

    Stale for a second press, and for a way that is none of staff's; the refusals of `take_to_answer` in an open case.
    """
    if data.way is Way.TELEGRAM:
        raise Stale
    # The person first, as everywhere: a circle of two who wait for each other would end one of them.
    reached = await seen(ctx, data.case_id, "telling.told")
    await people.lock(ctx.uow.session, reached.person_id)
    case = await locked(ctx, data.case_id, "telling.told")
    those = [each for each in await tellings.waiting(ctx.uow.session, case.id) if each.id <= data.upto]
    if not those:
        raise Stale
    if case.closed_at is None:
        await take_to_answer(ctx, case)
    await pass_on(ctx, case, those, data.way)
    if case.closed_at is None:
        answered(ctx, case)
        await take_back(ctx, case, {ReminderKind.UNANSWERED})
        await note_answered(ctx, case)
    await end_call(ctx, case, data.way)
    await show_case(ctx, case)
    return case
