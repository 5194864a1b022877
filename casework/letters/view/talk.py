"""Answers that wait, that were taken back, that got a reaction; and which message a message is a reply to."""

from __future__ import annotations

from datetime import UTC, datetime

from casework.cases.relay import SPAM
from casework.letters import kinds
from casework.letters.sights import (
    AnswerWaitsSight,
    KeptQuietlySight,
    Later,
    LaterAnswerSight,
    MarkSight,
    NothingSight,
    Sight,
    SweepSight,
    TakenBackSight,
)
from casework.letters.view.look import STAFF_LANGUAGE, Look, view
from casework.talk.quiet import is_muted
from casework.talk.waiting import Why, odd_about
from db.models import Case, Message
from db.repositories import cases, people, staff, talk
from rules.reactions import DELIVERED
from rules.suspicion import Oddity


async def replied_to(look: Look, message: Message) -> int | None:
    """Where the message that this one is a reply to stands in the letter's chat; None: it is no reply, or stands
    elsewhere.
    """
    if message.answers_id is None:
        return None
    return await talk.stands_in(look.uow.session, message.answers_id, look.letter.chat_id)


def is_silent(case: Case, now: datetime) -> bool:
    """Whether what the person writes comes into the topic without a notice."""
    return is_muted(case, now) or case.result == SPAM


async def source_of(look: Look, message_id: int) -> int | None:
    """Where the staff message stands that was carried to the person."""
    pair = await cases.pair_of(look.uow.session, message_id, "source", 0)
    return pair.telegram_message_id if pair is not None else None


async def mark_sight(look: Look, message_id: int) -> Sight | None:
    """What stands below a staff message now: nothing once it was taken back, the person's reaction, else the mark."""
    at, message = await source_of(look, message_id), await cases.message(look.uow.session, message_id)
    if at is None or message is None:
        return None
    emoji = None if message.taken_back_at is not None else message.reaction or DELIVERED
    return look.sight(STAFF_LANGUAGE, MarkSight(emoji), edit=at)


@view(kinds.AnswerMark)
async def _answer_mark(look: Look, letter: kinds.AnswerMark) -> Sight | None:
    return await mark_sight(look, letter.message_id)


@view(kinds.LikeTheMark)
async def _like_the_mark(look: Look, letter: kinds.LikeTheMark) -> Sight | None:
    at, message = await source_of(look, letter.message_id), await cases.message(look.uow.session, letter.message_id)
    if at is None or message is None or message.reaction != DELIVERED:
        return None
    return look.sight(STAFF_LANGUAGE, NothingSight(), reply_to=at)


@view(kinds.StaffReaction)
async def _staff_reaction(look: Look, letter: kinds.StaffReaction) -> Sight | None:
    message = await cases.message(look.uow.session, letter.message_id)
    if message is None or (message.reaction or "") != letter.emoji:
        return None
    at = await talk.stands_in(look.uow.session, message.id, look.letter.chat_id)
    return look.sight((await look.person()).language, MarkSight(message.reaction), edit=at) if at is not None else None


@view(kinds.LaterAnswer)
async def _later_answer(look: Look, letter: kinds.LaterAnswer) -> Sight | None:
    if (await look.case(letter.case_id)).erased_at is not None:
        return None
    message = await cases.message(look.uow.session, letter.message_id)
    at = datetime.fromtimestamp(letter.until, UTC)
    if message is None:
        became = Later.CANCELLED
    elif message.waits_for == Why.LATER and message.waits_until is not None:
        became, at = Later.WAITS, message.waits_until
    elif message.delivered_at is not None:
        became, at = Later.SENT, message.delivered_at
    else:
        became = Later.NOT_SENT
    odd = await _odd(look, message) if message is not None and became is Later.WAITS else frozenset()
    shows = LaterAnswerSight(letter.case_id, letter.message_id, became, at, odd)
    return look.sight(STAFF_LANGUAGE, shows, reply_to=await source_of(look, letter.message_id))


async def _odd(look: Look, message: Message) -> frozenset[Oddity]:
    case = await look.case(message.case_id)
    return await odd_about(look.uow, case, await people.by_id(look.uow.session, case.person_id), message.text)


@view(kinds.AnswerWaits)
async def _answer_waits(look: Look, letter: kinds.AnswerWaits) -> Sight | None:
    member = await staff.by_id(look.uow.session, letter.staff_id)
    message = await cases.message(look.uow.session, letter.message_id)
    if member.removed_at is not None or message is None or message.waits_for is None:
        return None
    number = (await look.case(letter.case_id)).number
    odd = frozenset(Oddity(each) for each in letter.odd)
    shows = AnswerWaitsSight(letter.case_id, letter.message_id, number, message.waits_until, odd)
    return look.sight(member.language, shows)


@view(kinds.TakeBack)
async def _take_back(look: Look, letter: kinds.TakeBack) -> Sight | None:
    copies = await cases.copies(look.uow.session, letter.message_id)
    here = tuple(each.telegram_message_id for each in copies if each.chat_id == look.letter.chat_id)
    return look.sight((await look.person()).language, SweepSight(here))


@view(kinds.TakenBack)
async def _taken_back(look: Look, letter: kinds.TakenBack) -> Sight | None:
    at = await source_of(look, letter.message_id)
    return look.sight(STAFF_LANGUAGE, TakenBackSight(letter.gone, letter.left), reply_to=at)


@view(kinds.KeptQuietly)
async def _kept_quietly(look: Look, letter: kinds.KeptQuietly) -> Sight:
    person, case = await look.person(), await look.case(letter.case_id)
    office = look.office(person.language, await look.entry(case))
    return look.sight(person.language, KeptQuietlySight(case.number, case.result == SPAM, office))
