"""The person waits for us again: what they were told is gone."""

from __future__ import annotations

from casework.cases.moves import move
from casework.cases.promises import promised_reply
from casework.context import Context
from db.models import Case, Message
from db.repositories import talk
from rules.cases import Verb


async def waits_again(ctx: Context, case: Case, message: Message) -> None:
    """It is our turn again where the answer that is gone was the last thing said in an open, locked case."""
    if case.closed_at is not None or case.waiting_since is not None:
        return
    if await talk.was_said_since(ctx.uow.session, case.id, message.id):
        return
    move(case, Verb.ADD_WORDS)
    case.waiting_since = ctx.now
    case.reply_by = await promised_reply(ctx, case.organisation_id, crisis=case.crisis)
