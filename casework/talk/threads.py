"""Replies to a message, mapped from one chat to the other."""

from __future__ import annotations

from casework.context import Context
from casework.letters import kinds
from db.models import Case
from db.repositories import cases, talk


async def answered(ctx: Context, case: Case, chat_id: int, telegram_message_id: int) -> int | None:
    """The message of the case that a reply in either chat means; None where it means something else, as the card."""
    found = await talk.answered_by(ctx.uow.session, case.id, chat_id, telegram_message_id)
    if found is not None or (chat_id > 0 and not ctx.actor.is_staff):
        return found
    slot = await cases.slot_at(ctx.uow.session, chat_id, telegram_message_id)
    if slot is None or slot.kind != kinds.PersonFiles.kind or slot.facts["case_id"] != case.id:
        return None
    return int(slot.facts["message_id"])


async def case_answered(ctx: Context, chat_id: int, telegram_message_id: int) -> int | None:
    """The case of the message that stands at a message of a chat; None where nothing of a case stands there."""
    pair = await cases.pair_at(ctx.uow.session, chat_id, telegram_message_id)
    message = await cases.message(ctx.uow.session, pair.message_id) if pair is not None else None
    return message.case_id if message is not None else None
