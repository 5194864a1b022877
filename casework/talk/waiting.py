"""Answers that wait: a suspicious one for another look, one with a time of its own, and what is said behind the first.

What follows a suspicious answer in its case waits behind it and goes with it: a person must not read the second
sentence before the first. What follows an answer for later does not wait: its author chose another time for it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from casework.cases.answering import answered
from casework.cases.history import Event, record
from casework.cases.relay import ALBUM_ARRIVES
from casework.context import Actor, Context
from casework.danger.alarm import note_answered
from casework.errors import AlreadyGone, NotYourWords, Stale
from casework.letters import kinds
from casework.letters.write import FROZEN, show_case, show_record, tell_desk
from casework.reminders.planning import was_answered
from casework.talk.why import Why as Why
from db.models import Case, Letter, Message, Person
from db.repositories import cases, files, letters, staff, talk
from db.uow import UnitOfWork
from rules.roles import LEADS, Role
from rules.suspicion import Oddity, calls_somebody, oddities

LOOK_AGAIN = timedelta(seconds=60)
"""How long a suspicious answer waits for its author to look at it again."""


@dataclass(frozen=True, slots=True)
class Waits:
    """An answer that waits, as its author is told of it."""

    case_id: int
    message_id: int
    why: Why
    until: datetime | None
    """When it leaves by itself; None: not before the person writes."""
    odd: frozenset[Oddity] = frozenset()


async def odd_about(uow: UnitOfWork, case: Case, person: Person, text: str) -> frozenset[Oddity]:
    """What looks as if an answer was not meant for this person as it stands."""
    names: list[str] = []
    if calls_somebody(text):
        names = [each.work_name for each in await staff.active(uow.session, case.organisation_id)]
    return oddities(text, reader_language=person.language, colleagues=names, person=person.name)


async def wait_for(
    ctx: Context, case: Case, odd: Collection[Oddity], later: datetime | None
) -> tuple[Why, datetime] | None:
    """Why and until when an answer said now waits; None: it may leave at once."""
    if later is not None:
        return Why.LATER, later
    behind = await look_until(ctx, case)
    if odd:
        return Why.LOOK, max(ctx.now + LOOK_AGAIN, behind or ctx.now)
    return (Why.BEHIND, behind) if behind is not None else None


async def look_until(ctx: Context, case: Case, *, before: int | None = None) -> datetime | None:
    """Until when something waits for another look, so that what is said now waits behind it; None: nothing does."""
    until = await talk.waits_until(ctx.uow.session, case.id, Why.LOOK.value, before=before)
    return until if until is not None and until > ctx.now else None


async def behind_until(ctx: Context, case: Case) -> datetime | None:
    """The `not_before` of what is told to the person now, so that it leaves behind what was said before: an answer that
    waits for another look, an album that is still coming in. None: nothing of the kind.
    """
    found = (await look_until(ctx, case), await album_until(ctx, case))
    return max((each for each in found if each is not None), default=None)


async def album_until(ctx: Context, case: Case) -> datetime | None:
    """Until when an album of the case waits to be whole, and what was said behind it; None: there is none."""
    return await talk.leaves_soon(ctx.uow.session, case.id, ctx.now, ctx.now + ALBUM_ARRIVES)


async def hold_letters(ctx: Context, case_id: int, message_id: int) -> list[Letter]:
    """The letters that are still to bring an answer of the case, its album's with it, locked before the case, as a
    delivery locks them. Stale where there is no such answer any more.
    """
    message = await cases.message(ctx.uow.session, message_id)
    if message is None or message.case_id != case_id or message.author_kind != "staff":
        raise Stale
    return list(await talk.lock_letters(ctx.uow.session, case_id, await together(ctx, message)))


async def own_answer(ctx: Context, case: Case, message_id: int) -> Message:
    """An answer of a locked case as it is now. NotYourWords for somebody else's, but to leads; Stale where it is gone
    meanwhile.
    """
    message = await cases.message_now(ctx.uow.session, message_id)
    if message is None or message.case_id != case.id:
        raise Stale
    if message.author_id != ctx.actor.id and ctx.actor.role not in LEADS:
        raise NotYourWords
    return message


async def refuse_on_the_way(ctx: Context, those: Sequence[Letter]) -> None:
    """AlreadyGone where one of these letters is on its way to Telegram at this moment."""
    clock = await letters.clock(ctx.uow.session)
    if any(each.lease_until is not None and each.lease_until > clock for each in those):
        raise AlreadyGone


async def together(ctx: Context, message: Message) -> list[int]:
    """The message, with its whole album where it is an item of one."""
    file = await files.of_message(ctx.uow.session, message.id)
    if file is None or file.album is None:
        return [message.id]
    return [each.id for _, each in await files.album_of(ctx.uow.session, message.case_id, "staff", file.album)]


async def let_go(ctx: Context, case: Case, message: Message, *, itself: bool = True) -> None:
    """The answer waits no more, and whatever waited behind it waits for earlier ones only.

    `itself`: it leaves now; else it never does, and its letters are gone already.
    """
    since = message.waits_until
    if since is not None and message.waits_for == Why.LOOK:
        earlier = await look_until(ctx, case, before=message.id)
        await talk.move_together(ctx.uow.session, case.id, since, earlier or ctx.now)
    if itself:
        message.waits_until = ctx.now
        await ctx.uow.session.flush()
        those = await together(ctx, message)
        await talk.move_letters(ctx.uow.session, case.id, those, ctx.now, held=FROZEN)
    ctx.uow.nudge("outbox")


async def tell_on_desk(ctx: Context, waits: Waits) -> None:
    """The same news on the acting staff member's desk, where it could not be whispered."""
    member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    letter = kinds.AnswerWaits(waits.case_id, waits.message_id, member.id, sorted(waits.odd))
    key = f"{waits.message_id}:{waits.until.timestamp() if waits.until else 'held'}"
    await tell_desk(ctx, member, letter, case=await cases.by_id(ctx.uow.session, waits.case_id), key=key)


async def show_later(ctx: Context, case: Case, message_id: int, until: datetime) -> None:
    """The line in the topic that says what becomes of an answer for later."""
    await show_record(ctx, case, f"later:{message_id}", kinds.LaterAnswer(case.id, message_id, int(until.timestamp())))


async def have_left(ctx: Context, case: Case, message_ids: Collection[int]) -> None:
    """Answers that had waited, one or an album, reached Telegram: only now has the person been answered. The case is
    locked.
    """
    found = [await cases.message_now(ctx.uow.session, each) for each in message_ids]
    waited = [each for each in found if each is not None and each.waits_for is not None]
    if not waited:
        return
    first = waited[0]
    later = first.waits_until if first.waits_for == Why.LATER else None
    for each in waited:
        each.waits_for = each.waits_until = None
    await ctx.uow.session.flush()
    await count_as_answer(ctx, case, first)
    if later is not None:
        await show_later(ctx, case, first.id, later)


async def count_as_answer(ctx: Context, case: Case, message: Message) -> None:
    """The person's wait is over, by the hand of whoever wrote the message."""
    author = await staff.by_id(ctx.uow.session, message.author_id)
    who = Actor(Role(author.role), author.id, author.organisation_id, author.telegram_id)
    theirs = Context(ctx.uow, who, ctx.now, ctx.catalogue, ctx.rules)
    record(theirs, case, Event.REPLIED, message_id=message.id)
    if case.closed_at is None:
        answered(theirs, case)
        await note_answered(theirs, case)
        await was_answered(theirs, case, message.id, message.text)
    await show_case(theirs, case)


def may_still_go(case: Case, message: Message) -> bool:
    """Whether an answer whose moment has come is still to be read: one for later only while its case is open."""
    return message.taken_back_at is None and not (message.waits_for == Why.LATER and case.closed_at is not None)


async def never_left(ctx: Context, case: Case, message_id: int) -> bool:
    """An answer was not sent when its moment came. One for later whose case is over is kept for the record and shown to
    nobody; whether its author is to be told of that, once for an album. The case is locked.
    """
    message = await cases.message_now(ctx.uow.session, message_id)
    if message is None or message.waits_for is None or message.delivered_at is not None:
        return False
    until, over = message.waits_until, not may_still_go(case, message)
    message.waits_for = message.waits_until = None
    message.taken_back_at = ctx.now if over else None
    await ctx.uow.session.flush()
    if not over or until is None or (await together(ctx, message))[0] != message.id:
        return False
    await show_later(ctx, case, message.id, until)
    return True
