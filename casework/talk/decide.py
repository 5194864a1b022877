"""What its author, or a lead, decides about an answer that waits: now, or never."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked, seen
from casework.cases.history import Event, record
from casework.context import Context
from casework.errors import AlreadyGone
from casework.letters.write import show_case
from casework.passing_on.telling import withdraw
from casework.talk.back import waits_again
from casework.talk.waiting import Why, hold_letters, let_go, own_answer, refuse_on_the_way, show_later, together
from db.models import Case, Message
from db.repositories import cases, talk


@dataclass(frozen=True, slots=True)
class Decide:
    """An answer of the case that waits."""

    case_id: int
    message_id: int


@act("reply.send_now")
async def send_now(ctx: Context, data: Decide) -> None:
    """It leaves at once. Stale where there is no such answer any more, AlreadyGone, NotYourWords."""
    await seen(ctx, data.case_id, "reply.send_now")
    those = await hold_letters(ctx, data.case_id, data.message_id)
    case = await locked(ctx, data.case_id, "reply.send_now")
    message = await own_answer(ctx, case, data.message_id)
    if message.waits_for is None:
        raise AlreadyGone
    await refuse_on_the_way(ctx, those)
    await let_go(ctx, case, message)


@act("reply.make_note")
async def make_note(ctx: Context, data: Decide) -> None:
    """It was a remark among colleagues: it never leaves and, like any remark, is not kept. The same refusals."""
    await seen(ctx, data.case_id, "reply.make_note")
    those = await hold_letters(ctx, data.case_id, data.message_id)
    case = await locked(ctx, data.case_id, "reply.make_note")
    message = await own_answer(ctx, case, data.message_id)
    if not those or message.delivered_at is not None:
        raise AlreadyGone
    await refuse_on_the_way(ctx, those)
    await drop(ctx, case, message, Event.REPLY_IS_NOTE)


async def drop(ctx: Context, case: Case, message: Message, event: Event) -> None:
    """Takes an answer that has not left out of the conversation, its album with it; its letters are locked."""
    session = ctx.uow.session
    items, why, until = await together(ctx, message), message.waits_for, message.waits_until
    await talk.drop_letters(session, await talk.lock_letters(session, case.id, items))
    if why is None:
        # The letters of somebody who gets nothing unasked count as an answer at once.
        await waits_again(ctx, case, message)
    else:
        await let_go(ctx, case, message, itself=False)
    await withdraw(ctx, case, items)
    for each in items:
        await cases.forget_message(session, each)
    record(ctx, case, event, message_id=message.id)
    if why == Why.LATER and until is not None:
        await show_later(ctx, case, message.id, until)
    await show_case(ctx, case)
