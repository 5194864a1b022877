"""«/del»: a caseworker takes an answer back."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked
from casework.cases.history import Event, record
from casework.context import Context
from casework.errors import NothingToTakeBack
from casework.letters import kinds
from casework.letters.write import show_case, tell_person, tell_topic
from casework.talk.back import waits_again
from casework.talk.decide import drop
from casework.talk.waiting import hold_letters, own_answer, refuse_on_the_way
from db.models import Case, Message
from db.repositories import cases, people, talk


@dataclass(frozen=True, slots=True)
class TakeBack:
    """The staff message that was replied to with /del; None: /del was said by itself."""

    chat_id: int
    telegram_message_id: int | None


@act("reply.take_back")
async def take_back(ctx: Context, data: TakeBack) -> bool:
    """Takes an answer back: deleted at the person's, as far as Telegram lets bots do that; what waits is withdrawn.

    Whether it had left, at least in part. What left stays in the history; the topic is told what became of it.
    NothingToTakeBack, NotYourWords; AlreadyGone while it is on its way at this moment.
    """
    found = await _answer_at(ctx, data)
    waiting = await hold_letters(ctx, found.case_id, found.id)
    case = await locked(ctx, found.case_id, "reply.take_back")
    message = await own_answer(ctx, case, found.id)
    await refuse_on_the_way(ctx, waiting)
    if message.delivered_at is None:
        await drop(ctx, case, message, Event.REPLY_TAKEN_BACK)
        return False
    its_own = [each for each in waiting if each.facts["message_id"] == message.id]
    await talk.drop_letters(ctx.uow.session, its_own)
    message.taken_back_at = ctx.now
    record(ctx, case, Event.REPLY_TAKEN_BACK, message_id=message.id)
    await waits_again(ctx, case, message)
    person = await people.by_id(ctx.uow.session, case.person_id)
    await tell_person(ctx, person, kinds.TakeBack(case.id, message.id), case=case, key=str(message.id))
    await show_case(ctx, case)
    return True


async def _answer_at(ctx: Context, data: TakeBack) -> Message:
    """The answer to the person that stands there."""
    if data.telegram_message_id is None:
        raise NothingToTakeBack
    pair = await cases.pair_at(ctx.uow.session, data.chat_id, data.telegram_message_id)
    message = await cases.message(ctx.uow.session, pair.message_id) if pair and pair.side == "source" else None
    if message is None or message.author_kind != "staff" or message.taken_back_at is not None:
        raise NothingToTakeBack
    return message


async def was_taken_back(ctx: Context, case: Case, message_id: int, *, gone: int, left: int) -> None:
    """Telegram has answered: the topic hears what is gone at the person's, and what stays there."""
    news = kinds.TakenBack(case.id, message_id, gone, left)
    await tell_topic(ctx, case, news, key=str(message_id))
    if gone and not left:
        await tell_topic(ctx, case, kinds.AnswerMark(case.id, message_id), key=f"{message_id}:taken-back")
