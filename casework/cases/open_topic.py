"""Somebody closed the topic of a case that is still open."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.letters.write import head_key
from db.repositories import cases, slots
from rules.cases import State, is_open


@dataclass(frozen=True, slots=True)
class TopicClosed:
    """Which topic, by Telegram's ids."""

    chat_id: int
    thread_id: int


@act("case.open_topic")
async def open_topic(ctx: Context, data: TopicClosed) -> bool:
    """Has it opened again: in a closed topic caseworkers can't answer, and out of the list the person is forgotten.

    False where it is no topic of an open case: then it may stay closed.
    """
    session = ctx.uow.session
    found = await cases.by_topic(session, data.chat_id, data.thread_id)
    case = await cases.lock(session, found.id) if found is not None else None
    if case is None or not is_open(State(case.state)):
        return False
    slot = await slots.lock_by_key(session, data.chat_id, head_key(case.id))
    if slot is None:
        return False
    await slots.topic_closed(session, slot)
    ctx.uow.nudge("outbox")
    return True
