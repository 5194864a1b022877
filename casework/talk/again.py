"""«Надіслати ще раз» below an answer that did not arrive: the way that leads have at /problems, for who answered."""

from __future__ import annotations

from casework.act import act
from casework.cases.access import locked, seen
from casework.cases.history import Event, record
from casework.context import Context
from casework.errors import Stale
from casework.problems.desks import refresh_problems
from casework.problems.letters import leave_again, lock_problem
from casework.talk.decide import Decide
from casework.talk.waiting import hold_letters, own_answer
from db.repositories import talk
from rules.problems import Way, incident_number


@act("reply.send_again")
async def send_again(ctx: Context, data: Decide) -> None:
    """Lets the parts of an answer leave that Telegram refused. Stale where none waits for that any more; NotYourWords.

    Whether the person is within reach is not decided here: Telegram says so.
    """
    await seen(ctx, data.case_id, "reply.send_again")
    await hold_letters(ctx, data.case_id, data.message_id)
    case = await locked(ctx, data.case_id, "reply.send_again")
    message = await own_answer(ctx, case, data.message_id)
    those = await talk.parked_of(ctx.uow.session, case.id, message.id)
    if not those or message.taken_back_at is not None:
        raise Stale
    for letter_id in those:
        await leave_again(ctx, await lock_problem(ctx, letter_id))
        record(ctx, case, Event.SENT_AGAIN, incident=incident_number(Way.OUT, letter_id))
    await refresh_problems(ctx)
