"""«Відповідь не потрібна»: the person wrote, and there is nothing to answer."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked
from casework.cases.answering import take_to_answer
from casework.cases.history import Event, record
from casework.cases.moves import move
from casework.context import Context
from casework.errors import DangerUnanswered, Stale
from casework.letters.write import show_case
from casework.reminders.planning import take_back
from db.models import Case
from rules.cases import Verb
from rules.catalogue import ReminderKind


@dataclass(frozen=True, slots=True)
class NoAnswerNeeded:
    """The case whose button was pressed."""

    case_id: int


@act("case.no_answer_needed")
async def no_answer_needed(ctx: Context, data: NoAnswerNeeded) -> Case:
    """The wait is over without a word to the person; whoever presses answers for the case, as by an answer.

    Stale where nobody waits; DangerUnanswered in a case of danger that no human has answered yet; the refusals of
    `take_to_answer`.
    """
    case = await locked(ctx, data.case_id, "case.no_answer_needed")
    if case.closed_at is None and case.waiting_since is None:
        raise Stale
    if case.crisis and case.first_answered_at is None:
        raise DangerUnanswered
    await take_to_answer(ctx, case)
    move(case, Verb.NO_ANSWER)
    case.waiting_since = None
    case.unread = 0
    record(ctx, case, Event.NO_ANSWER_NEEDED)
    await take_back(ctx, case, {ReminderKind.UNANSWERED})
    await show_case(ctx, case)
    return case
