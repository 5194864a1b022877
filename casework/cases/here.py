"""Of which case something was said on a desk: in its topic, or in a chat without topics below something of the case."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from casework.act import act
from casework.context import Context
from casework.letters.policies import Priority
from casework.not_yet import once_written
from db.models import Case
from db.repositories import cases, desks, letters, notes

NO_TOPIC = -1
"""The topic of what belongs to a case by what was asked before."""


@dataclass(frozen=True, slots=True)
class SaidHere:
    """A message on the actor's desk: the topic, where it stands in one, and the message that it is a reply to."""

    chat_id: int
    telegram_message_id: int
    thread_id: int | None
    reply_to: int | None


@act("case.here")
async def case_here(ctx: Context, data: SaidHere) -> int | None:
    """The topic of the case, as `Case.topic_thread_id` has it; None where it was said of no case.

    Raises `NotYet` for a reply to what nobody knows while something is on its way to the desk.
    """
    session = ctx.uow.session
    if data.thread_id is not None:
        found = await cases.by_topic(session, data.chat_id, data.thread_id)
        return data.thread_id if found is not None else None
    for look in (partial(_replied_to, ctx, data), partial(_at, ctx, data.chat_id, data.telegram_message_id)):
        case = await look()
        if case is not None and case.topic_chat_id == data.chat_id:
            return case.topic_thread_id
    return None


async def _replied_to(ctx: Context, data: SaidHere) -> Case | None:
    if data.reply_to is None:
        return None
    look = partial(_at, ctx, data.chat_id, data.reply_to)
    leaving = partial(letters.is_leaving_for, ctx.uow.session, data.chat_id, Priority.BROADCAST)
    return await once_written(look, leaving)


async def _at(ctx: Context, chat_id: int, telegram_message_id: int) -> Case | None:
    """The case of which something stands at this message."""
    session = ctx.uow.session
    if (pair := await cases.pair_at(session, chat_id, telegram_message_id)) is not None:
        message = await cases.message(session, pair.message_id)
        return await cases.by_id(session, message.case_id) if message is not None else None
    slot = await cases.slot_at(session, chat_id, telegram_message_id)
    if slot is not None and slot.kind in desks.OF_A_TOPIC:
        return await cases.by_id(session, slot.facts["case_id"])
    note = await notes.at(session, chat_id, telegram_message_id)
    return await cases.by_id(session, note.case_id) if note is not None else None
