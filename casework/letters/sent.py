"""What follows once Telegram has answered: pairs, marks, topics. Each runs in the transaction that finishes the
letter.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from casework.awaited.matters import matter_of
from casework.awaited.unread import unread_at_once
from casework.broadcasts.outcome import has_failed, was_dropped, was_sent
from casework.calls.needed import need_call_instead
from casework.cases import history
from casework.cases.history import Event
from casework.context import MACHINE, Context
from casework.exports.outcome import export_sent, export_undelivered
from casework.letters import kinds
from casework.letters.write import head_key, hide_later, leave_place, moved_key, show_case, show_person, tell_topic
from casework.problems.desks import refresh_problems
from casework.staff.by_hand import by_hand
from casework.talk.take_back import was_taken_back
from casework.talk.waiting import have_left, never_left
from db.models import Letter
from db.repositories import awaited, cases, files, people, said, slots, staff
from db.uow import UnitOfWork
from rules.catalogue import Catalogue
from rules.files import InChat
from rules.local_time import local_date

NOBODY_THERE = frozenset({"blocked", "deactivated", "cannot-initiate", "forbidden"})
"""Reasons of a private chat that takes nothing from the bot, as the deliverer names them."""
FILES = (kinds.DeskFile, kinds.DeskAlbum, kinds.exports.ExportTable, kinds.exports.ExportPapers)
RETURNED = kinds.documents.DocumentReturnedInWords
CARRIERS = (kinds.StaffReply, kinds.StaffFile, kinds.PersonMessage, kinds.pages.InfoPage, RETURNED)
ANSWERS = (kinds.StaffReply, kinds.StaffFile, kinds.pages.InfoPage, RETURNED)
WITH_CONSEQUENCES = (
    *CARRIERS,
    kinds.broadcasts.Broadcast,
    kinds.exports.ExportTable,
    kinds.exports.ExportPapers,
    kinds.canned.StaffSaid,
    kinds.desks.StaffSaidBefore,
    kinds.TidyFiles,
    kinds.TakeBack,
    kinds.RemoveFromGroup,
)
"""What follows from the sending of any other kind is nothing, unless it wants a sign of being read or goes again."""


def _context(uow: UnitOfWork, now: datetime, catalogue: Catalogue) -> Context:
    return Context(uow=uow, actor=MACHINE, now=now, catalogue=catalogue)


@dataclass(frozen=True, slots=True)
class SentLetter:
    """A letter that reached Telegram: kind and facts, and where it stands there now."""

    kind: str
    facts: dict[str, Any]
    chat_id: int
    message_id: int | None
    album: tuple[tuple[int, int], ...] = ()
    """Other messages of the case that left with it, each with where it stands at Telegram."""
    gone: tuple[int, ...] = ()
    """Messages of the chat that were taken away by it."""
    left: tuple[int, ...] = ()
    """Those that were to be taken away, too, and stay."""
    refused: str = ""
    """Why Telegram did not take somebody out of a group; empty where it did."""


def pair_alone(letter: kinds.Letter) -> tuple[int, int] | None:
    """The message and its part, where that it is paired with its copy is all that follows from the sending."""
    return (letter.message_id, letter.part) if isinstance(letter, kinds.PersonMessage) else None


def recipient_alone(letter: kinds.Letter) -> int | None:
    """The recipient of a broadcast, where that they got it is all that follows from the sending."""
    return letter.recipient_id if isinstance(letter, kinds.broadcasts.Broadcast) else None


def has_consequences(letter: kinds.Letter) -> bool:
    """Whether anything follows from its sending."""
    return isinstance(letter, WITH_CONSEQUENCES) or letter.policy.fleeting or matter_of(letter) is not None


async def letter_sent(uow: UnitOfWork, sent: SentLetter, now: datetime, catalogue: Catalogue) -> None:
    """A letter reached Telegram: pairs a carried message with its copy, and marks the staff message it came from."""
    letter = kinds.Letter.restore(sent.kind, sent.facts)
    if not has_consequences(letter):
        return
    await was_sent(_context(uow, now, catalogue), letter)
    await export_sent(_context(uow, now, catalogue), letter)
    if sent.message_id is not None:
        await _stands(_context(uow, now, catalogue), letter, sent, sent.message_id)
    if isinstance(letter, kinds.TidyFiles):
        await _tidied(_context(uow, now, catalogue), letter, sent)
    if isinstance(letter, kinds.TakeBack) and (case := await cases.lock(uow.session, letter.case_id)) is not None:
        gone, left = len(sent.gone), len(sent.left)
        await was_taken_back(_context(uow, now, catalogue), case, letter.message_id, gone=gone, left=left)
    if isinstance(letter, kinds.RemoveFromGroup) and sent.refused:
        member = await staff.by_id(uow.session, letter.staff_id)
        await by_hand(_context(uow, now, catalogue), member, letter.group_id, sent.refused)
    if not isinstance(letter, CARRIERS) or sent.message_id is None:
        return
    delivered = await cases.note_delivered(
        uow.session, letter.message_id, letter.part, sent.chat_id, sent.message_id, now
    )
    waited = [letter.message_id] if delivered is not None and delivered.waited else []
    for message_id, telegram_message_id in sent.album:
        also = await cases.note_delivered(uow.session, message_id, letter.part, sent.chat_id, telegram_message_id, now)
        waited += [message_id] if also is not None and also.waited else []
    if delivered is None or not isinstance(letter, ANSWERS):
        return
    case = await cases.lock(uow.session, delivered.case_id)
    if case is not None:
        ctx = _context(uow, now, catalogue)
        mark = kinds.DeliveryMark(case.id, letter.message_id)
        await tell_topic(ctx, case, mark, key=str(letter.message_id))
        await have_left(ctx, case, waited)


async def _stands(ctx: Context, letter: kinds.Letter, sent: SentLetter, stands_at: int) -> None:
    """Where it stands is known from now on."""
    if (matter := matter_of(letter)) is not None:
        await awaited.note_sent(ctx.uow.session, sent.facts["case_id"], matter.value, sent.chat_id, stands_at)
    if letter.policy.fleeting:
        await _hide_later(ctx, letter, sent, stands_at)
    if isinstance(letter, kinds.canned.StaffSaid | kinds.desks.StaffSaidBefore) and letter.part == 0:
        await said.note_source(ctx.uow.session, letter.message_id, sent.chat_id, stands_at)


async def _hide_later(ctx: Context, letter: kinds.Letter, sent: SentLetter, stands_at: int) -> None:
    of_files = isinstance(letter, FILES)
    those = [stands_at, *(number for _, number in sent.album)]
    await hide_later(ctx, sent.chat_id, kinds.HideFiles(those) if of_files else kinds.HideText(stands_at))


async def letter_dropped(uow: UnitOfWork, letter: Letter, now: datetime, catalogue: Catalogue) -> None:
    """A letter was true no more when its moment came: whoever wrote an answer for later is told that it did not go."""
    restored = kinds.Letter.restore(letter.kind, letter.facts)
    await was_dropped(_context(uow, now, catalogue), restored, letter)
    await export_undelivered(_context(uow, now, catalogue), restored)
    if not isinstance(restored, ANSWERS):
        return
    case = await cases.lock(uow.session, restored.case_id)
    if case is None:
        return
    ctx = _context(uow, now, catalogue)
    if await never_left(ctx, case, restored.message_id):
        history.record(ctx, case, Event.REPLY_NEVER_LEFT, message_id=restored.message_id)
        news = kinds.ReplyUndelivered(case.id, restored.message_id, kinds.NOT_TRUE)
        await tell_topic(ctx, case, news, key=f"{restored.message_id}:{kinds.NOT_TRUE}")


async def _tidied(ctx: Context, letter: kinds.TidyFiles, sent: SentLetter) -> None:
    """Only what really went is said to be gone."""
    session = ctx.uow.session
    sources = await files.sources_to_tidy(session, letter.message_ids, sent.chat_id)
    gone = [each for each, stands_at in sources.items() if stands_at in sent.gone]
    left = [each for each, stands_at in sources.items() if stands_at in sent.left]
    await files.note_in_chat(session, gone, InChat.GONE.value)
    await files.note_in_chat(session, left, InChat.STAYS.value)
    case = await cases.by_id(session, letter.case_id)
    if case is None or not gone + left:
        return
    person = await people.by_id(session, case.person_id)
    if not person.discreet:
        slot = f"tidied:{case.id}:{local_date(ctx.now)}"
        await show_person(ctx, person, kinds.FilesTidied(case.id), slot=slot)


async def letter_failed(uow: UnitOfWork, letter: Letter, reason: str, now: datetime, catalogue: Catalogue) -> None:
    """A letter will not reach Telegram: whoever's chat takes nothing is unreachable, and staff see which words did not
    arrive. What a lead had sent again in vain stands on their desks again.
    """
    ctx = _context(uow, now, catalogue)
    if letter.retried:
        await refresh_problems(ctx)
    if reason in NOBODY_THERE and letter.person_id is not None:
        person = await people.lock(uow.session, letter.person_id)
        person.unreachable_since = person.unreachable_since or now
        await need_call_instead(ctx, person)
        await unread_at_once(ctx, person)
    restored = kinds.Letter.restore(letter.kind, letter.facts)
    await has_failed(ctx, restored, reason)
    await export_undelivered(ctx, restored)
    if not isinstance(restored, ANSWERS):
        return
    case = await cases.lock(uow.session, restored.case_id)
    if case is not None:
        news = kinds.ReplyUndelivered(case.id, restored.message_id, reason)
        await tell_topic(ctx, case, news, key=f"{restored.message_id}:{letter.retried}")
        await show_case(ctx, case)


async def topic_made(uow: UnitOfWork, case_id: int, thread_id: int, now: datetime, catalogue: Catalogue) -> None:
    """Telegram made a topic for the case. From the second one on, the card comes again and a summary before
    everything else.
    """
    case = await cases.lock(uow.session, case_id)
    if case is None:
        return
    case.topic_thread_id = thread_id
    case.topics_made += 1
    ctx = _context(uow, now, catalogue)
    if thread_id > 0:
        history.record(ctx, case, Event.TOPIC_MADE, topic=case.topics_made)
    if case.topics_made > 1:
        key = moved_key(case, f"{case.id}:{case.topics_made}")
        await tell_topic(ctx, case, kinds.TopicSummary(case.id, case.topics_made), key=key)
        await show_case(ctx, case)


async def topic_late(
    uow: UnitOfWork, case_id: int, place: tuple[int, int], now: datetime, catalogue: Catalogue
) -> None:
    """Telegram made a topic (`place`: chat and thread) for a case whose conversation has gone elsewhere meanwhile."""
    case = await cases.lock(uow.session, case_id)
    if case is not None:
        await leave_place(_context(uow, now, catalogue), case, place[0], kinds.desks.TopicLeft(case.id, place[1]))


async def topic_lost(
    uow: UnitOfWork, case_id: int, now: datetime, catalogue: Catalogue, *, place: tuple[int, int | None] | None = None
) -> None:
    """The topic is gone: what stood in it is forgotten, and the next letter has a new one made. `place`: only if the
    conversation is still there (chat and thread).
    """
    case = await cases.lock(uow.session, case_id)
    if case is None or case.topic_chat_id is None:
        return
    if place is not None and place != (case.topic_chat_id, case.topic_thread_id):
        return
    case.former_thread_id, case.topic_thread_id = case.topic_thread_id or case.former_thread_id, None
    await cases.forget_copies_in(uow.session, case.id, case.topic_chat_id)
    for key in (f"card:{case.id}", head_key(case.id)):
        slot = await slots.lock_by_key(uow.session, case.topic_chat_id, key)
        if slot is not None:
            slot.message_id = None
            slot.thread_id = None
            slot.shown_digest = None
