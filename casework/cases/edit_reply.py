"""A caseworker changes what they wrote to the person."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked
from casework.cases.history import Event, record
from casework.cases.relay import carry_edit_to_person
from casework.context import Context
from casework.errors import EmptyReply, FileExchanged, NamesAccount
from casework.files.attachment import Attachment
from casework.files.exchange import is_another
from casework.talk.editing import said_now, wait_on
from casework.talk.waiting import Waits
from db.repositories import cases, files, people
from rules.suspicion import names_account


@dataclass(frozen=True, slots=True)
class EditedReply:
    """A staff message as it reads now."""

    chat_id: int
    telegram_message_id: int
    text: str
    attached: Attachment | None = None
    timed: bool = False
    """It begins with /at: `text` begins with a moment."""
    account: str | None = None
    """The username of whoever wrote it."""


@act("case.edit_reply")
async def edit_reply(ctx: Context, data: EditedReply) -> Waits | bool:
    """Carries the change to the person's chat; False where the message was internal. Only its author changes it.

    What waits changes as it waits, and leaves once nothing looks odd about it any more; what its author is to be told
    of it is returned.
    Refused: EmptyReply; FileExchanged, for the person would not see which of the two was meant; NamesAccount; and for a
    time of its own TimeUnread, TimePast, TimeFar.
    """
    pair = await cases.pair_at(ctx.uow.session, data.chat_id, data.telegram_message_id)
    message = await cases.message(ctx.uow.session, pair.message_id) if pair and pair.side == "source" else None
    if message is None or message.author_kind != "staff" or message.author_id != ctx.actor.id:
        return False
    if message.taken_back_at is not None:
        return False
    case = await locked(ctx, message.case_id, "case.edit_reply")
    text, until = said_now(ctx, message, data.text, timed=data.timed)
    file = await files.of_message(ctx.uow.session, message.id)
    if file is None and not text.strip():
        raise EmptyReply
    if file is not None and data.attached is not None and is_another(file, data.attached):
        raise FileExchanged
    if names_account(text, data.account):
        raise NamesAccount
    before = message.text
    if before == text:
        return await wait_on(ctx, case, message, until) or True
    message.text = text
    message.revision += 1
    message.edited_at = ctx.now
    record(ctx, case, Event.REPLY_EDITED, message_id=message.id)
    person = await people.by_id(ctx.uow.session, case.person_id)
    waits = await wait_on(ctx, case, message, until)
    await carry_edit_to_person(ctx, case, person, message, before)
    return waits or True
