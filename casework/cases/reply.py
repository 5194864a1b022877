"""A caseworker answers the person. Everything else said in a topic is internal."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked, owner_name
from casework.cases.history import Event, record
from casework.cases.moves import move
from casework.cases.relay import carry_to_person
from casework.cases.take import give_to_actor
from casework.context import Context
from casework.danger.alarm import note_answered
from casework.errors import CaseClosed, EmptyReply, NotOwner
from casework.letters.write import show_case
from db.models import Case
from db.repositories import cases, people
from rules.cases import Verb
from rules.permissions import Role


@dataclass(frozen=True, slots=True)
class Reply:
    """A staff message in a topic. `text` is None where the message holds no words (a photo, a sticker)."""

    chat_id: int
    thread_id: int
    telegram_message_id: int
    reply_to: int | None
    """The message it answers; None where Telegram only names the topic's creation."""
    text: str | None
    on_purpose: bool = False
    """Said with /a: meant for the person without being a reply."""


@act("case.reply")
async def reply(ctx: Context, data: Reply) -> Case | None:
    """Sends the words to the person if they are meant for them; None where the remark is internal, and stays so.

    Meant for the person is a reply to one of the person's messages or to the card, in the case's own topic. A case
    that nobody has is taken by answering.
    Refused: NotOwner, CaseClosed, EmptyReply.
    """
    found = await cases.by_topic(ctx.uow.session, data.chat_id, data.thread_id)
    if found is None or not (data.on_purpose or await _meant_for_person(ctx, found, data)):
        return None
    case = await locked(ctx, found.id, "case.reply")
    if data.text is None or not data.text.strip():
        raise EmptyReply
    if case.closed_at is not None:
        raise CaseClosed
    if case.owner_id is None:
        await give_to_actor(ctx, case)
    elif case.owner_id != ctx.actor.id and ctx.actor.role is Role.CASEWORKER:
        raise NotOwner(owner=await owner_name(ctx, case) or "")
    move(case, Verb.REPLY)
    case.waiting_since = None
    case.first_answered_at = case.first_answered_at or ctx.now
    case.unread = 0
    await note_answered(ctx, case)
    await _carry(ctx, case, data, data.text)
    return case


async def _meant_for_person(ctx: Context, case: Case, data: Reply) -> bool:
    if data.reply_to is None:
        return False
    session = ctx.uow.session
    pair = await cases.pair_at(session, data.chat_id, data.reply_to)
    if pair is not None:
        answered = await cases.message(session, pair.message_id)
        return answered is not None and answered.case_id == case.id and answered.author_kind == "person"
    card = await cases.card_at(session, data.chat_id, data.reply_to)
    return card is not None and card.key == f"card:{case.id}"


async def _carry(ctx: Context, case: Case, data: Reply, text: str) -> None:
    session = ctx.uow.session
    stands_at = (data.chat_id, data.telegram_message_id)
    message_id = await cases.say(session, case.id, "staff", ctx.actor.id or 0, text, ctx.now, stands_at)
    record(ctx, case, Event.REPLIED, message_id=message_id)
    await carry_to_person(ctx, case, await people.by_id(session, case.person_id), message_id, text)
    await show_case(ctx, case)
