"""Cases, their events, messages and pairs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from db.by_hand import Statement, ask
from db.cipher import seal
from db.models import Case, CaseEvent, CaseNote, CaseNumber, Handover, Letter, Message, Pair, Person, SearchKey, Slot
from db.session import get_row, lock_row, row_now, rows

MESSAGE_TEXT = "messages.text"

_HOLD = Statement("SELECT FROM cases WHERE id = :case_id FOR NO KEY UPDATE")
_SAID = Statement(
    """
    WITH said AS (
        INSERT INTO messages (case_id, author_kind, author_id, text, written_at, answers_id, waits_for, waits_until)
        VALUES (:case_id, :author_kind, :author_id, :words, :written_at, :answers_id, :waits_for, :waits_until)
        RETURNING id
    )
    INSERT INTO pairs (message_id, side, part, chat_id, telegram_message_id)
    SELECT id, 'source', 0, CAST(:chat_id AS bigint), CAST(:telegram_message_id AS bigint) FROM said
    RETURNING message_id
    """
)
_CARRIED = Statement("SELECT EXISTS (SELECT FROM pairs WHERE message_id = :id AND side = 'copy' AND part = :part)")
_ADDED = Statement(
    """
    SELECT coalesce(sum(CAST(facts ->> 'messages' AS integer)), 0) FROM case_events
    WHERE case_id = :case_id AND kind = 'words-added'
      AND id > (SELECT coalesce(max(id), 0) FROM case_events
                WHERE case_id = :case_id AND kind IN ('replied', 'call-reached', 'no-answer-needed'))
    """
)
_DELIVERED = Statement(
    """
    WITH delivered AS (
        UPDATE messages SET delivered_at = :now WHERE id = :message_id RETURNING id, case_id, waits_for
    ), carried AS (
        INSERT INTO pairs (message_id, side, part, chat_id, telegram_message_id)
        SELECT id, 'copy', CAST(:part AS integer), CAST(:chat_id AS bigint), CAST(:telegram_message_id AS bigint)
        FROM delivered
    )
    SELECT case_id, waits_for FROM delivered
    """
)


@dataclass(frozen=True, slots=True)
class Delivered:
    """What is known of a message of which a part was just carried. `waited`: something had held it until now."""

    case_id: int
    waited: bool


async def next_number(session: AsyncSession, organisation_id: int, year: int) -> int:
    """The next running number of an organisation's year; gaps only where a transaction was rolled back never show."""
    statement = (
        insert(CaseNumber)
        .values(organisation_id=organisation_id, year=year, last=1)
        .on_conflict_do_update(
            index_elements=[CaseNumber.organisation_id, CaseNumber.year], set_={"last": CaseNumber.last + 1}
        )
        .returning(CaseNumber.last)
    )
    return (await session.execute(statement)).scalar_one()


async def by_id(session: AsyncSession, case_id: int) -> Case | None:
    """A case, unlocked."""
    return await get_row(session, Case, case_id)


async def of_ids(session: AsyncSession, case_ids: Sequence[int]) -> Sequence[Case]:
    """These cases, unlocked, in any order."""
    return await rows(Case).by_ids(session, case_ids)


async def lock(session: AsyncSession, case_id: int) -> Case | None:
    """A case, locked until the transaction ends: whoever writes for a case does this first, after its person where
    both are locked.
    """
    return await lock_row(session, Case, case_id)


async def by_number(session: AsyncSession, number: str) -> Case | None:
    """The case with this number, unlocked."""
    return await session.scalar(select(Case).where(Case.number == number))


async def hold(session: AsyncSession, case_id: int) -> None:
    """Lock a case in the same way without looking at it."""
    await ask(session, _HOLD, {"case_id": case_id})


async def by_topic(session: AsyncSession, chat_id: int, thread_id: int) -> Case | None:
    """The case that a forum topic mirrors, or did before somebody deleted the topic."""
    its_own = or_(Case.topic_thread_id == thread_id, Case.former_thread_id == thread_id)
    return await session.scalar(select(Case).where(Case.topic_chat_id == chat_id, its_own))


async def open_of(session: AsyncSession, person_id: int) -> Sequence[Case]:
    """The person's open cases, newest first."""
    return (
        await session.scalars(
            select(Case).where(Case.person_id == person_id, Case.closed_at.is_(None)).order_by(Case.id.desc())
        )
    ).all()


async def all_of(session: AsyncSession, person_id: int) -> Sequence[Case]:
    """All the person's cases, open ones first, then newest first."""
    return (
        await session.scalars(
            select(Case).where(Case.person_id == person_id).order_by(Case.closed_at.is_not(None), Case.id.desc())
        )
    ).all()


async def open_of_owner(session: AsyncSession, staff_id: int, limit: int) -> Sequence[Case]:
    """A staff member's open cases: crisis first, then by the promise that ends first."""
    return (
        await session.scalars(
            select(Case)
            .where(Case.owner_id == staff_id, Case.closed_at.is_(None))
            .order_by(Case.crisis.desc(), Case.waiting_since.is_(None), Case.reply_by, Case.id)
            .limit(limit)
        )
    ).all()


async def open_and_unasked(session: AsyncSession, organisation_id: int, limit: int) -> Sequence[Case]:
    """Open cases of people whom the machine can't write to by itself, the oldest first: no Telegram, out of reach, a
    phone that may be searched, or one human who speaks with them.
    """
    return (
        await session.scalars(
            select(Case)
            .join(Person, Person.id == Case.person_id)
            .where(
                Case.organisation_id == organisation_id,
                Case.closed_at.is_(None),
                or_(
                    Person.telegram_id.is_(None),
                    Person.unreachable_since.is_not(None),
                    Person.watched,
                    Person.human_only,
                ),
            )
            .order_by(Case.id)
            .limit(limit)
        )
    ).all()


async def open_without_topic_chat(session: AsyncSession, organisation_id: int) -> Sequence[Case]:
    """Open cases that no group shows yet, oldest first."""
    return (
        await session.scalars(
            select(Case)
            .where(
                Case.organisation_id == organisation_id,
                Case.closed_at.is_(None),
                Case.topic_chat_id.is_(None),
                Case.brief_chat_id.is_(None),
            )
            .order_by(Case.id)
            .with_for_update(key_share=True)
        )
    ).all()


async def events(session: AsyncSession, case_id: int) -> Sequence[CaseEvent]:
    """A case's history, oldest first."""
    return (await session.scalars(select(CaseEvent).where(CaseEvent.case_id == case_id).order_by(CaseEvent.id))).all()


async def messages(session: AsyncSession, case_id: int, limit: int | None = None) -> Sequence[Message]:
    """A case's conversation, oldest first; with `limit` only the last few."""
    query = select(Message).where(Message.case_id == case_id).order_by(Message.id.desc())
    return list(reversed((await session.scalars(query.limit(limit))).all()))


async def first_message(session: AsyncSession, case_id: int) -> Message | None:
    """What the person wrote first in a case."""
    query = select(Message).where(Message.case_id == case_id, Message.author_kind == "person")
    return (await session.scalars(query.order_by(Message.id).limit(1))).first()


async def count_added(session: AsyncSession, case_id: int) -> int:
    """How many messages the person has added since the case was opened and since the last answer."""
    return int((await ask(session, _ADDED, {"case_id": case_id}))[0][0])


async def say(
    session: AsyncSession,
    case_id: int,
    author_kind: str,
    author_id: int,
    words: str,
    written_at: datetime,
    stands_at: tuple[int, int],
    *,
    answers_id: int | None = None,
    waits: tuple[str, datetime] | None = None,
) -> int:
    """Keep words said in a case, paired with the Telegram message (chat, id) in which they were; their message's id.

    `answers_id`: the message that they are a reply to. `waits`: why and until when they are not to leave yet.
    """
    chat_id, telegram_message_id = stands_at
    values = {
        "case_id": case_id,
        "author_kind": author_kind,
        "author_id": author_id,
        "words": seal(MESSAGE_TEXT, words),
        "written_at": written_at,
        "chat_id": chat_id,
        "telegram_message_id": telegram_message_id,
        "answers_id": answers_id,
        "waits_for": waits[0] if waits else None,
        "waits_until": waits[1] if waits else None,
    }
    return int((await ask(session, _SAID, values))[0][0])


async def message(session: AsyncSession, message_id: int) -> Message | None:
    """One message."""
    return await get_row(session, Message, message_id)


async def message_now(session: AsyncSession, message_id: int) -> Message | None:
    """The same as it is at this moment, whatever was read of it before."""
    return await row_now(session, Message, message_id)


async def forget_message(session: AsyncSession, message_id: int) -> None:
    """Deletes one message with its pairs and its file."""
    await session.execute(delete(Message).where(Message.id == message_id))


async def pair_at(session: AsyncSession, chat_id: int, telegram_message_id: int) -> Pair | None:
    """What stands behind a Telegram message; where it carries several, the last, to which people react and reply."""
    there = (Pair.chat_id == chat_id, Pair.telegram_message_id == telegram_message_id)
    return await session.scalar(select(Pair).where(*there).order_by(Pair.message_id.desc()).limit(1))


async def pair_of(session: AsyncSession, message_id: int, side: str, part: int) -> Pair | None:
    """Where a part of a message stands on one side."""
    return await session.scalar(select(Pair).where(Pair.message_id == message_id, Pair.side == side, Pair.part == part))


async def note_delivered(
    session: AsyncSession, message_id: int, part: int, chat_id: int, telegram_message_id: int, now: datetime
) -> Delivered | None:
    """A part of a message stands on the other side: pairs the two, at `now` (business time).

    None where the message is gone.
    """
    values = {
        "message_id": message_id,
        "part": part,
        "chat_id": chat_id,
        "telegram_message_id": telegram_message_id,
        "now": now,
    }
    found = await ask(session, _DELIVERED, values)
    return Delivered(found[0][0], waited=found[0][1] is not None) if found else None


async def is_carried(session: AsyncSession, message_id: int, part: int) -> bool:
    """Whether a part of a message stands on the other side already."""
    return bool((await ask(session, _CARRIED, {"id": message_id, "part": part}))[0][0])


async def copies(session: AsyncSession, message_id: int) -> Sequence[Pair]:
    """All parts of a message on the side it was carried to, in order."""
    return (
        await session.scalars(
            select(Pair).where(Pair.message_id == message_id, Pair.side == "copy").order_by(Pair.part)
        )
    ).all()


async def slot_at(session: AsyncSession, chat_id: int, telegram_message_id: int) -> Slot | None:
    """The slot that stands at this message of a group."""
    return await session.scalar(select(Slot).where(Slot.chat_id == chat_id, Slot.message_id == telegram_message_id))


async def forget_copies_in(session: AsyncSession, case_id: int, chat_id: int) -> None:
    """A topic is gone: what was carried into it can neither be edited nor replied to any more."""
    in_case = select(Message.id).where(Message.case_id == case_id)
    await session.execute(delete(Pair).where(Pair.chat_id == chat_id, Pair.message_id.in_(in_case)))


async def move_chat(session: AsyncSession, old: int, new: int) -> None:
    """A group became a supergroup: everything of its cases goes to the new chat; old messages are out of reach."""
    await session.execute(delete(Pair).where(Pair.chat_id == old))
    elsewhere = {"topic_chat_id": new, "topic_thread_id": None, "former_thread_id": None}
    await session.execute(update(Case).where(Case.topic_chat_id == old).values(**elsewhere))
    await session.execute(update(Case).where(Case.brief_chat_id == old).values(brief_chat_id=new))
    await session.execute(
        update(Slot).where(Slot.chat_id == old).values(chat_id=new, thread_id=None, message_id=None, shown_rev=0)
    )
    await session.execute(update(Letter).where(Letter.chat_id == old, Letter.sent_at.is_(None)).values(chat_id=new))


async def erase_words(session: AsyncSession, case_ids: Sequence[int]) -> int:
    """Deletes the conversations of these cases with their pairs, what they are found by, what was sent of them, and
    what staff noted or wrote to each other when they handed them over; returns how many messages.
    """
    await session.execute(delete(CaseNote).where(CaseNote.case_id.in_(case_ids)))
    await session.execute(update(Letter).where(Letter.case_id.in_(case_ids)).values(rendered=None))
    await session.execute(delete(SearchKey).where(SearchKey.case_id.in_(case_ids)))
    await session.execute(update(Handover).where(Handover.case_id.in_(case_ids)).values(note=None))
    gone = await session.scalars(delete(Message).where(Message.case_id.in_(case_ids)).returning(Message.id))
    return len(gone.all())


async def closed_before(session: AsyncSession, moment: datetime, limit: int) -> Sequence[Case]:
    """Cases closed before a moment (business time) whose words are still kept, locked, oldest first."""
    return (
        await session.scalars(
            select(Case)
            .where(Case.closed_at < moment, Case.erased_at.is_(None))
            .order_by(Case.closed_at)
            .limit(limit)
            .with_for_update(key_share=True, skip_locked=True)
        )
    ).all()


async def forget_rendered(session: AsyncSession, sent_before: datetime) -> int:
    """Empties the kept texts of letters written before a moment (business time); returns how many."""
    done = await session.scalars(
        update(Letter)
        .where(Letter.rendered.is_not(None), Letter.written_at < sent_before)
        .values(rendered=None)
        .returning(Letter.id)
    )
    return len(done.all())
