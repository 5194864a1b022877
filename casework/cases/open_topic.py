"""Somebody closed the topic of a case that is still open."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
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
    case = await cases.by_topic(ctx.uow.session, data.chat_id, data.thread_id)
    if case is None or not is_open(State((await cases.lock(ctx.uow.session, case.id) or case).state)):
        return False
    slot = await slots.lock_by_key(ctx.uow.session, data.chat_id, f"topic:{case.id}")
    if slot is None:
        return False
    await slots.topic_closed(ctx.uow.session, slot)
    ctx.uow.nudge("outbox")
    return True
