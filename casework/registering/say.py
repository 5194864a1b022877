"""Answers to the questions of a registration that are typed or forwarded."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.errors import FileTooLarge, PhoneUnread, PressInstead, Stale
from casework.files.attachment import Attachment, attach, is_too_large
from casework.registering.going_on import answered, go_on, own, step_of
from casework.registering.known import known_by
from casework.talk.sending import MEGABYTE
from db.models import Draft, Reading, Registration
from db.repositories import people, registering
from rules.lists import SEARCHED
from rules.phones import read_phone
from rules.registering import LONGEST_NAME, Step


@dataclass(frozen=True, slots=True)
class Say:
    """A message on the desk; `attached`: a photo of a letter, say."""

    text: str
    chat_id: int
    telegram_message_id: int
    attached: Attachment | None = None


@act("registration.say")
async def say(ctx: Context, data: Say) -> Step:
    """Takes it as the answer to the open question; which one stands then.

    PhoneUnread for what is no number, PressInstead where a button is the answer, FileTooLarge. Stale where nothing is
    being registered.
    """
    mine = await registering.open_of(ctx.uow.session, ctx.actor.id or 0)
    if mine is None:
        raise Stale
    found, text = await own(ctx, mine.id), data.text.strip()
    step = step_of(found)
    if step is Step.WORDS:
        await _keep(ctx, found, data)
    elif step is Step.PHONE and text:
        await _phone(ctx, found, text)
    elif step is Step.NAME and text:
        found.name = text[:LONGEST_NAME]
        answered(found, Step.NAME)
    else:
        raise PressInstead
    return await go_on(ctx, found)


@dataclass(frozen=True, slots=True)
class Mend:
    """A message of the request was changed on the desk."""

    text: str
    chat_id: int
    telegram_message_id: int


@act("registration.mend")
async def mend(ctx: Context, data: Mend) -> bool:
    """Keeps what it says now; False where it is no word of an unfinished registration of the actor's."""
    mine = await registering.open_of(ctx.uow.session, ctx.actor.id or 0)
    words = await people.draft_by_source(ctx.uow.session, data.chat_id, data.telegram_message_id)
    if mine is None or words is None or words.person_id != mine.person_id:
        return False
    found = await own(ctx, mine.id)
    words.text = data.text
    await go_on(ctx, found)
    return True


async def _phone(ctx: Context, found: Registration, written: str) -> None:
    """Whoever knows a number learns here whose it is, so that is written down as a reading, as with a search."""
    phone = read_phone(written)
    if phone is None:
        raise PhoneUnread
    found.phone = phone
    answered(found, Step.PHONE)
    known = await known_by(ctx.uow, found.organisation_id, phone)
    if not known:
        answered(found, Step.KNOWN)
    for case in known:
        read = Reading(case_id=case.id, person_id=case.person_id, staff_id=found.staff_id, at=ctx.now, what=SEARCHED)
        ctx.uow.session.add(read)


async def _keep(ctx: Context, found: Registration, data: Say) -> None:
    if data.attached is None and not data.text.strip():
        raise PressInstead
    if data.attached is not None and is_too_large(ctx, data.attached):
        raise FileTooLarge(megabytes=str(ctx.rules.most_file_bytes // MEGABYTE))
    words = Draft(
        person_id=found.person_id,
        chat_id=data.chat_id,
        telegram_message_id=data.telegram_message_id,
        text=data.text,
        written_at=ctx.now,
    )
    ctx.uow.session.add(words)
    await ctx.uow.session.flush()
    if data.attached is not None:
        await attach(ctx, data.attached, draft_id=words.id)
