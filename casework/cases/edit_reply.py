"""A caseworker changes what they wrote to the person."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked
from casework.cases.history import Event, record
from casework.cases.relay import carry_edit_to_person
from casework.context import Context
from casework.errors import EmptyReply, FileExchanged
from casework.files.attachment import Attachment
from casework.files.exchange import is_another
from db.repositories import cases, files, people


@dataclass(frozen=True, slots=True)
class EditedReply:
    """A staff message as it reads now."""

    chat_id: int
    telegram_message_id: int
    text: str
    attached: Attachment | None = None


@act("case.edit_reply")
async def edit_reply(ctx: Context, data: EditedReply) -> bool:
    """Carries the change to the person's chat; False where the message was internal. Only its author changes it.

    Refused: EmptyReply; FileExchanged, for the person would not see which of the two was meant.
    """
    pair = await cases.pair_at(ctx.uow.session, data.chat_id, data.telegram_message_id)
    message = await cases.message(ctx.uow.session, pair.message_id) if pair and pair.side == "source" else None
    if message is None or message.author_kind != "staff" or message.author_id != ctx.actor.id:
        return False
    case = await locked(ctx, message.case_id, "case.edit_reply")
    file = await files.of_message(ctx.uow.session, message.id)
    if file is None and not data.text.strip():
        raise EmptyReply
    if file is not None and data.attached is not None and is_another(file, data.attached):
        raise FileExchanged
    before = message.text
    if before == data.text:
        return True
    message.text = data.text
    message.revision += 1
    message.edited_at = ctx.now
    record(ctx, case, Event.REPLY_EDITED, message_id=message.id)
    person = await people.by_id(ctx.uow.session, case.person_id)
    await carry_edit_to_person(ctx, case, person, message, before)
    return True
