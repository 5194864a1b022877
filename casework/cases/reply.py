"""A caseworker answers the person. Everything else said in a topic is internal."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked
from casework.cases.answering import answered, take_to_answer
from casework.cases.history import Event, record
from casework.cases.relay import carry_file_to_person, carry_to_person
from casework.context import Context
from casework.danger.alarm import note_answered
from casework.errors import EmptyReply, FileTooLarge, NotCarried
from casework.files.attachment import Attachment, attach, is_too_large
from casework.letters import kinds
from casework.letters.write import show_case
from db.models import Case
from db.repositories import cases, files, people

MEGABYTE = 1024 * 1024
ANSWERABLE = frozenset({kinds.Card.kind, kinds.PersonFiles.kind})
"""Slots of a topic on which an answer is an answer to the person."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A staff message in a topic. `text` is None where it holds no words, `attached` where it is only words."""

    chat_id: int
    thread_id: int
    telegram_message_id: int
    reply_to: int | None
    """The message it answers; None where Telegram only names the topic's creation."""
    text: str | None
    on_purpose: bool = False
    """Said with /a: meant for the person without being a reply."""
    attached: Attachment | None = None
    other: bool = False
    """The message holds something that we can't carry (a poll, a dice)."""


@act("case.reply")
async def reply(ctx: Context, data: Reply) -> Case | None:
    """Sends the words to the person if they are meant for them; None where the remark is internal, and stays so.

    Meant for the person is a reply to one of the person's messages or files or to the card, in the case's own topic,
    and the rest of an album whose beginning was. A case that nobody has is taken by answering.
    Refused: NotOwner, CaseClosed, EmptyReply, NotCarried, FileTooLarge.
    """
    found = await cases.by_topic(ctx.uow.session, data.chat_id, data.thread_id)
    if found is None:
        return None
    goes_on = await _goes_on(ctx, found, data)
    if not (data.on_purpose or goes_on or await _meant_for_person(ctx, found, data)):
        return None
    case = await locked(ctx, found.id, "case.reply")
    _refuse_what_cannot_leave(ctx, data)
    await take_to_answer(ctx, case)
    answered(ctx, case)
    await note_answered(ctx, case)
    await _carry(ctx, case, data, news=not goes_on)
    return case


def _refuse_what_cannot_leave(ctx: Context, data: Reply) -> None:
    if data.other:
        raise NotCarried
    if data.attached is None and not (data.text or "").strip():
        raise EmptyReply
    if data.attached is not None and is_too_large(ctx, data.attached):
        raise FileTooLarge(megabytes=str(ctx.rules.most_file_bytes // MEGABYTE))


async def _goes_on(ctx: Context, case: Case, data: Reply) -> bool:
    """Whether this is a further item of an album that goes to the person."""
    album = data.attached.album if data.attached is not None else None
    return album is not None and bool(await files.album_of(ctx.uow.session, case.id, "staff", album))


async def _meant_for_person(ctx: Context, case: Case, data: Reply) -> bool:
    if data.reply_to is None:
        return False
    session = ctx.uow.session
    pair = await cases.pair_at(session, data.chat_id, data.reply_to)
    if pair is not None:
        said = await cases.message(session, pair.message_id)
        return said is not None and said.case_id == case.id and said.author_kind == "person"
    shown = await cases.slot_at(session, data.chat_id, data.reply_to)
    return shown is not None and shown.kind in ANSWERABLE and shown.facts["case_id"] == case.id


async def _carry(ctx: Context, case: Case, data: Reply, *, news: bool) -> None:
    """`news`: whether the history has to tell of it, too."""
    session, text = ctx.uow.session, data.text or ""
    stands_at = (data.chat_id, data.telegram_message_id)
    message_id = await cases.say(session, case.id, "staff", ctx.actor.id or 0, text, ctx.now, stands_at)
    if news:
        record(ctx, case, Event.REPLIED, message_id=message_id)
    person = await people.by_id(session, case.person_id)
    if data.attached is None:
        await carry_to_person(ctx, case, person, message_id, text)
    else:
        file = await attach(ctx, data.attached, message_id=message_id)
        await carry_file_to_person(ctx, case, person, file, text)
    await show_case(ctx, case)
