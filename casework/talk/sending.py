"""A staff message becomes an answer to the person: at once, behind another one, or at its time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from casework.cases.answering import answered as count_answered
from casework.cases.answering import take_to_answer
from casework.cases.history import Event, record
from casework.cases.relay import carry_file_to_person, carry_to_person
from casework.context import Context
from casework.danger.alarm import note_answered
from casework.errors import EmptyReply, FileTooLarge, NamesAccount, NotCarried
from casework.files.attachment import Attachment, attach, is_too_large
from casework.letters.write import FROZEN, held_until, show_case
from casework.reminders.planning import was_answered
from casework.talk.threads import answered
from casework.talk.waiting import Waits, Why, album_until, odd_about, wait_for
from db.models import Case, Message, Person
from db.repositories import cases, files, people, staff, talk
from rules.suspicion import Oddity, names_account

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Reply:
    """A staff message in a topic. `text` is None where it holds no words, `attached` where it is only words."""

    chat_id: int
    thread_id: int
    telegram_message_id: int
    reply_to: int | None
    """The message it answers; None where Telegram only names the topic's creation."""
    text: str | None
    to_bot: bool = False
    """Whether the bot wrote that message."""
    on_purpose: bool = False
    """Said with /a: meant for the person without being a reply."""
    attached: Attachment | None = None
    other: bool = False
    """The message holds something that we can't carry (a poll, a dice)."""
    account: str | None = None
    """The username of whoever wrote it: it must not go out."""
    mentions: bool = False
    """Somebody is mentioned by a link to their account, which the words alone do not show."""
    contact_of: int | None = None
    """The Telegram account whose contact it holds."""


@dataclass(frozen=True, slots=True)
class Sent:
    """An answer to the person of `case`; `waits`: what its author is to be told, where it does not leave at once."""

    case: Case
    waits: Waits | None = None


async def send(ctx: Context, case: Case, data: Reply, *, later: datetime | None = None) -> Sent:
    """Keeps the words and writes the letters that bring them to the person of a locked case; `later`: not before then.

    The refusals of `case.reply`, for what was said to be meant for the person.
    """
    await _refuse_what_cannot_leave(ctx, data)
    before = await album_before(ctx, case, data.attached)
    person = await people.by_id(ctx.uow.session, case.person_id)
    await take_to_answer(ctx, case)
    odd = await odd_about(ctx.uow, case, person, data.text or "")
    if data.mentions:
        odd |= {Oddity.COLLEAGUE}
    waits = await _waits(ctx, case, person, before, odd, later)
    message_id = await _keep(ctx, case, data, waits)
    if waits is None and person.telegram_id is None:
        record(ctx, case, Event.REPLY_TO_TELL, message_id=message_id)
    elif waits is None:
        count_answered(ctx, case)
        await note_answered(ctx, case)
        if before is None:
            record(ctx, case, Event.REPLIED, message_id=message_id)
        await was_answered(ctx, case, message_id, data.text or "")
    elif before is None:
        record(ctx, case, Event.REPLY_WAITS, message_id=message_id, why=waits[0].value)
    await _carry(ctx, case, person, message_id, data, waits[1] if waits else await album_until(ctx, case))
    await show_case(ctx, case)
    return Sent(case, await _told(ctx, case, person, message_id, before, waits, odd))


async def album_before(ctx: Context, case: Case, attached: Attachment | None) -> Message | None:
    """The first item of the album that goes to the person already, where this is a further one."""
    if attached is None or attached.album is None:
        return None
    found = await files.album_of(ctx.uow.session, case.id, "staff", attached.album)
    return found[0][1] if found else None


async def _refuse_what_cannot_leave(ctx: Context, data: Reply) -> None:
    if data.other:
        raise NotCarried
    if data.attached is None and not (data.text or "").strip():
        raise EmptyReply
    if data.attached is not None and is_too_large(ctx, data.attached):
        raise FileTooLarge(megabytes=str(ctx.rules.most_file_bytes // MEGABYTE))
    if names_account(data.text or "", data.account):
        raise NamesAccount
    if data.contact_of is not None and await staff.by_telegram(ctx.uow.session, data.contact_of) is not None:
        raise NamesAccount


async def _waits(
    ctx: Context, case: Case, person: Person, before: Message | None, odd: frozenset[Oddity], later: datetime | None
) -> tuple[Why, datetime] | None:
    """Why and until when this waits. The letters of a person whose phone is watched wait for them in any case; what is
    told by a human is looked at by them.
    """
    if before is not None and before.waits_for is not None and before.waits_until is not None:
        return Why.LATER if before.waits_for == Why.LATER else Why.BEHIND, before.waits_until
    if held_until(person) is not None or person.telegram_id is None:
        return None
    found = await wait_for(ctx, case, odd, later)
    if found is None or before is None or found[0] is not Why.LOOK:
        return found
    # An album leaves whole: what is odd about one item holds all of it.
    before.waits_for, before.waits_until = found[0].value, found[1]
    await ctx.uow.session.flush()
    album = await files.of_message(ctx.uow.session, before.id)
    items = await files.album_of(ctx.uow.session, case.id, "staff", album.album) if album and album.album else []
    await talk.move_letters(ctx.uow.session, case.id, [each.id for _, each in items], found[1], held=FROZEN)
    return Why.BEHIND, found[1]


async def _keep(ctx: Context, case: Case, data: Reply, waits: tuple[Why, datetime] | None) -> int:
    session = ctx.uow.session
    answers = None
    if data.reply_to is not None:
        answers = await answered(ctx, case, data.chat_id, data.reply_to)
    return await cases.say(
        session,
        case.id,
        "staff",
        ctx.actor.id or 0,
        data.text or "",
        ctx.now,
        (data.chat_id, data.telegram_message_id),
        answers_id=answers,
        waits=(waits[0].value, waits[1]) if waits else None,
    )


async def _carry(
    ctx: Context, case: Case, person: Person, message_id: int, data: Reply, not_before: datetime | None
) -> None:
    text = data.text or ""
    if data.attached is None:
        await carry_to_person(ctx, case, person, message_id, text, not_before=not_before)
    else:
        file = await attach(ctx, data.attached, message_id=message_id)
        await carry_file_to_person(ctx, case, person, file, text, not_before=not_before)


async def _told(
    ctx: Context,
    case: Case,
    person: Person,
    message_id: int,
    before: Message | None,
    waits: tuple[Why, datetime] | None,
    odd: frozenset[Oddity],
) -> Waits | None:
    """What the author is told: of what looks odd, and of a time of its own; not of what just waits behind another."""
    which = before.id if before is not None else message_id
    if waits is None:
        return Waits(case.id, which, Why.LOOK, None, odd) if odd and held_until(person) is not None else None
    why, until = waits
    return Waits(case.id, which, why if not odd else Why.LOOK, until, odd) if odd or why is Why.LATER else None
