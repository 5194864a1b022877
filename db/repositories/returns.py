"""People who come back from another account: checks, whom a number may mean, and moving cases between two rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, exists, func, or_, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Application, Call, Case, Complaint, Letter, Message, OnBehalf, Pair, Person, Reading, Return
from db.models.outbox import WAITING_LETTER
from db.models.search import phone_hash
from db.session import get_row
from rules.returning import UNDECIDED, ReturnState

MOST_SHOWN = 10
MOVED = "moved"
"""Why a letter was dropped: the account that it was for has nothing to do with the cases any more."""

_HOLDS_WORDS = exists().where(Case.person_id == Person.id, Case.erased_at.is_(None))


async def of_case(session: AsyncSession, case_id: int) -> Return | None:
    """The check that a case asks for. Whoever changes it has locked the case."""
    return await session.scalar(select(Return).where(Return.case_id == case_id))


async def by_id(session: AsyncSession, return_id: int) -> Return | None:
    """A check, unlocked."""
    return await get_row(session, Return, return_id)


async def draft_of(session: AsyncSession, person_id: int) -> Return | None:
    """The check that a person began and gave no number for yet."""
    return await session.scalar(select(Return).where(Return.person_id == person_id, Return.state == ReturnState.DRAFT))


async def open_of(session: AsyncSession, person_id: int) -> Return | None:
    """The check of a person's that nobody has decided and nobody took back."""
    query = select(Return).join(Case, Case.id == Return.case_id)
    waits = (Return.person_id == person_id, Return.state.in_(UNDECIDED), Case.closed_at.is_(None))
    return await session.scalar(query.where(*waits).limit(1))


async def count_since(session: AsyncSession, person_id: int, since: datetime) -> int:
    """How many checks a person asked for since a moment (business time)."""
    theirs = (Return.person_id == person_id, Return.state != ReturnState.DRAFT, Return.asked_at >= since)
    return await session.scalar(select(func.count()).select_from(Return).where(*theirs)) or 0


async def held_of(session: AsyncSession, person_id: int) -> Sequence[Return]:
    """Checks of a person's whose number is still held, the oldest first."""
    held = (Return.person_id == person_id, Return.phone.is_not(None))
    return (await session.scalars(select(Return).where(*held).order_by(Return.id))).all()


async def drop_draft(session: AsyncSession, person_id: int) -> bool:
    """Forgets that a person began; False where they had not."""
    draft = (Return.person_id == person_id, Return.state == ReturnState.DRAFT)
    return bool((await session.scalars(delete(Return).where(*draft).returning(Return.id))).all())


async def drop_stale_drafts(session: AsyncSession, before: datetime) -> None:
    """The same for all who began before a moment (business time)."""
    await session.execute(delete(Return).where(Return.state == ReturnState.DRAFT, Return.asked_at < before))


async def forget(session: AsyncSession, case_ids: Sequence[int]) -> None:
    """Empties the numbers that were given with these cases."""
    await session.execute(update(Return).where(Return.case_id.in_(case_ids)).values(phone=None))


async def matching(session: AsyncSession, phone: str, but: int) -> Sequence[Person]:
    """Who is known by a number, their own or one that they asked to be phoned on, but for one row, and has a case.

    Never somebody whose phone may be searched: about them only a human decides.
    """
    wanted = phone_hash(phone)
    called = exists().where(Call.person_id == Person.id, Call.own_phone, Call.phone_hash == wanted)
    query = select(Person).where(
        or_(Person.phone_hash == wanted, called), Person.id != but, Person.watched.is_(False), _HOLDS_WORDS
    )
    return (await session.scalars(query.order_by(Person.id).limit(MOST_SHOWN))).all()


async def holds_words(session: AsyncSession, person_id: int) -> bool:
    """Whether a person has a case that is not erased."""
    return bool(await session.scalar(select(_HOLDS_WORDS).select_from(Person).where(Person.id == person_id)))


async def into(session: AsyncSession, person_id: int) -> Sequence[Return]:
    """The checks by which cases came to a person, and which can still be undone."""
    confirmed = (Return.person_id == person_id, Return.state == ReturnState.CONFIRMED)
    return (await session.scalars(select(Return).where(*confirmed).order_by(Return.id))).all()


async def past_undoing(session: AsyncSession, before: datetime, limit: int) -> Sequence[Return]:
    """Those decided before a moment (business time) that nobody undid, locked."""
    query = select(Return).where(Return.state == ReturnState.CONFIRMED, Return.decided_at < before)
    return (await session.scalars(query.order_by(Return.id).limit(limit).with_for_update(skip_locked=True))).all()


async def beneficiary_of(session: AsyncSession, person_id: int) -> list[int]:
    """The rows that say that somebody writes for this person."""
    found = await session.scalars(select(OnBehalf.id).where(OnBehalf.beneficiary_id == person_id))
    return sorted(found)


async def move(
    session: AsyncSession, case_ids: Sequence[int], on_behalf_ids: Sequence[int], source: Person, target: Person
) -> None:
    """Gives these cases of one row to another, with their calls, complaints and readings, and those where others write
    for the human.

    Whoever changes rows of a case has locked it, and both people. Nothing that stands in a chat goes along.
    """
    of_these = Case.id.in_(case_ids)
    fetch = {"synchronize_session": "fetch"}
    await session.execute(
        update(Case).where(of_these).values(person_id=target.id, indexed=False).execution_options(**fetch)
    )
    for model in (Call, Complaint, Reading, Application):
        theirs = (model.case_id.in_(case_ids), model.person_id == source.id)
        await session.execute(update(model).where(*theirs).values(person_id=target.id).execution_options(**fetch))
    they = (OnBehalf.id.in_(on_behalf_ids), OnBehalf.beneficiary_id == source.id)
    await session.execute(update(OnBehalf).where(*they).values(beneficiary_id=target.id).execution_options(**fetch))


async def forget_copies(session: AsyncSession, case_ids: Sequence[int], chat_id: int) -> None:
    """What staff wrote in these cases stands in this chat no more, for us: it can't be changed there."""
    said = select(Message.id).where(Message.case_id.in_(case_ids))
    copies = (Pair.side == "copy", Pair.chat_id == chat_id, Pair.message_id.in_(said))
    await session.execute(delete(Pair).where(*copies))


_READDRESS = text(
    """
    UPDATE letters SET person_id = :target, chat_id = :chat_id, lane = :lane
    WHERE person_id = :source AND case_id = ANY (CAST(:case_ids AS bigint[])) AND slot_id IS NULL
      AND sent_at IS NULL AND dropped_at IS NULL
    """
)


async def readdress(session: AsyncSession, case_ids: Sequence[int], source: Person, target: Person, lane: str) -> None:
    """Letters about these cases that have not left go to the other account, those that were put aside, too.

    One that is on its way at this moment may still arrive; if it does not, it goes to the new place.
    """
    values = {"target": target.id, "chat_id": target.telegram_id, "lane": lane, "source": source.id}
    await session.execute(_READDRESS, {**values, "case_ids": list(case_ids)})


async def take_unsent(session: AsyncSession, case_ids: Sequence[int], person_id: int) -> Sequence[Letter]:
    """Letters to a person about these cases that have not left never leave; which they were, the oldest first."""
    theirs = (Letter.person_id == person_id, Letter.case_id.in_(case_ids), Letter.slot_id.is_(None))
    gone = update(Letter).where(*theirs, Letter.sent_at.is_(None), Letter.dropped_at.is_(None))
    found = await session.scalars(gone.values(dropped_at=func.clock_timestamp(), reason=MOVED).returning(Letter))
    return sorted(found.all(), key=lambda letter: letter.id)


async def drop_waiting(session: AsyncSession, person_id: int, case_ids: Sequence[int] | None = None) -> None:
    """What waits to be shown or told to a person never leaves; `case_ids`: only screens of these cases."""
    gone = update(Letter).where(Letter.person_id == person_id, text(WAITING_LETTER))
    if case_ids is not None:
        gone = gone.where(Letter.slot_id.is_not(None), Letter.facts["case_id"].as_integer().in_(case_ids))
    await session.execute(gone.values(dropped_at=func.clock_timestamp(), reason=MOVED))
