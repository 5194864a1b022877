"""Answers that wait before they leave, what was taken back, and reactions.

An answer that waits is a message whose `waits_for` says why; its letters carry `waits_until` as their `not_before`, and
so does whatever of its case waits behind it. Letters that are held for another reason are left alone.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, or_, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Case, Letter, Message, Pair
from db.models.outbox import WAITING_LETTER

TAKEN_BACK = "taken-back"
"""Why a letter was dropped: a human decided so."""
_MESSAGE = Letter.facts["message_id"].as_integer()
SHOWN = and_(Message.taken_back_at.is_(None), Message.waits_for.is_(None))
"""Messages that the person may read, see `Message.is_shown`."""
_WAITING = text(WAITING_LETTER)


async def waits_until(session: AsyncSession, case_id: int, why: str, *, before: int | None = None) -> datetime | None:
    """The last moment until which an answer of the case waits for this reason; `before`: only of earlier messages."""
    query = select(func.max(Message.waits_until)).where(Message.case_id == case_id, Message.waits_for == why)
    if before is not None:
        query = query.where(Message.id < before)
    return await session.scalar(query)


async def leaves_soon(session: AsyncSession, case_id: int, now: datetime, soon: datetime) -> datetime | None:
    """The last moment until `soon` for which a letter to the person of a case waits; None: there is no such letter."""
    theirs = (Letter.case_id == case_id, Letter.person_id.is_not(None), _WAITING)
    within = (Letter.not_before > now, Letter.not_before <= soon)
    return await session.scalar(select(func.max(Letter.not_before)).where(*theirs, *within))


async def lock_letters(session: AsyncSession, case_id: int, message_ids: Collection[int]) -> Sequence[Letter]:
    """The letters that bring these messages to the person and have not left, those that were put aside, too; locked."""
    return (
        await session.scalars(
            select(Letter)
            .where(Letter.case_id == case_id, Letter.person_id.is_not(None), _MESSAGE.in_(message_ids))
            .where(Letter.sent_at.is_(None), Letter.dropped_at.is_(None))
            .order_by(Letter.id)
            .with_for_update()
            .execution_options(populate_existing=True)
        )
    ).all()


async def drop_letters(session: AsyncSession, letters: Sequence[Letter]) -> None:
    """These locked letters never leave."""
    await session.execute(
        update(Letter)
        .where(Letter.id.in_([each.id for each in letters]))
        .values(dropped_at=func.clock_timestamp(), parked_at=None, reason=TAKEN_BACK)
    )


async def move_together(session: AsyncSession, case_id: int, since: datetime, until: datetime) -> None:
    """All that waits in a case until `since` waits until another moment: messages and their letters, and what stands
    behind them.
    """
    theirs = (Letter.case_id == case_id, Letter.person_id.is_not(None), Letter.not_before == since)
    await session.execute(
        update(Letter).where(*theirs, _WAITING).values(not_before=until).execution_options(synchronize_session="fetch")
    )
    waiting = (Message.case_id == case_id, Message.waits_for.is_not(None), Message.waits_until == since)
    await session.execute(
        update(Message).where(*waiting).values(waits_until=until).execution_options(synchronize_session="fetch")
    )


async def move_letters(
    session: AsyncSession, case_id: int, message_ids: Collection[int], until: datetime, *, held: datetime
) -> None:
    """The letters of these messages wait until another moment, unless something holds them from `held` on."""
    theirs = (Letter.case_id == case_id, Letter.person_id.is_not(None), _MESSAGE.in_(message_ids))
    may = or_(Letter.not_before.is_(None), Letter.not_before < held)
    await session.execute(
        update(Letter)
        .where(*theirs, may, _WAITING)
        .values(not_before=until)
        .execution_options(synchronize_session="fetch")
    )


async def wait_again(session: AsyncSession, person_id: int) -> None:
    """Letters to a person that nothing holds any more wait as their messages do."""
    due = select(Message.waits_until).where(Message.id == _MESSAGE, Message.waits_for.is_not(None)).scalar_subquery()
    theirs = (Letter.person_id == person_id, Letter.not_before.is_(None), due.is_not(None))
    await session.execute(
        update(Letter).where(*theirs, _WAITING).values(not_before=due).execution_options(synchronize_session=False)
    )


def waits_at_all() -> ColumnElement[bool]:
    """Whether a letter brings a message that waits for its time."""
    return select(Message.id).where(Message.id == _MESSAGE, Message.waits_for.is_not(None)).exists()


def waits_still(now: datetime) -> ColumnElement[bool]:
    """Whether a letter brings a message whose time has not come by then."""
    waiting = and_(Message.id == _MESSAGE, Message.waits_for.is_not(None), Message.waits_until > now)
    return select(Message.id).where(waiting).exists()


async def stands_in(session: AsyncSession, message_id: int, chat_id: int) -> int | None:
    """Where a message stands in a chat, be it where it was written or where it was carried to: its first part."""
    return await session.scalar(
        select(Pair.telegram_message_id)
        .where(Pair.message_id == message_id, Pair.chat_id == chat_id)
        .order_by(Pair.part, Pair.id)
        .limit(1)
    )


async def answered_by(session: AsyncSession, case_id: int, chat_id: int, telegram_message_id: int) -> int | None:
    """The message of a case that stands at a message of either chat, the last of several; None for anything else."""
    return await session.scalar(
        select(Message.id)
        .join(Pair, Pair.message_id == Message.id)
        .where(Message.case_id == case_id, Pair.chat_id == chat_id, Pair.telegram_message_id == telegram_message_id)
        .order_by(Message.id.desc())
        .limit(1)
    )


async def was_said_since(session: AsyncSession, case_id: int, message_id: int) -> bool:
    """Whether anything was said in a case behind a message and not taken back."""
    query = select(Message.id).where(Message.case_id == case_id, Message.id > message_id)
    return await session.scalar(query.where(Message.taken_back_at.is_(None)).limit(1)) is not None


async def parked_of(session: AsyncSession, case_id: int, message_id: int) -> Sequence[int]:
    """The letters of a message that Telegram refused and that wait for a human."""
    return (
        await session.scalars(
            select(Letter.id)
            .where(Letter.case_id == case_id, Letter.person_id.is_not(None), _MESSAGE.in_([message_id]))
            .where(Letter.parked_at.is_not(None), Letter.dropped_at.is_(None))
            .order_by(Letter.id)
        )
    ).all()


async def newest_of_result(session: AsyncSession, person_id: int, result: str) -> int | None:
    """The case of a person that was closed last with this result."""
    query = select(Case.id).where(Case.person_id == person_id, Case.result == result, Case.closed_at.is_not(None))
    return await session.scalar(query.order_by(Case.closed_at.desc(), Case.id.desc()).limit(1))


async def mutes_over(session: AsyncSession, now: datetime) -> Sequence[int]:
    """Cases that were muted until a moment that is over (business time)."""
    return (await session.scalars(select(Case.id).where(Case.muted_until <= now).order_by(Case.id))).all()


async def next_mute_over(session: AsyncSession, until: datetime) -> datetime | None:
    """When the first silence is over, up to a moment; None where none is until then."""
    found: datetime | None = await session.scalar(select(func.min(Case.muted_until)).where(Case.muted_until <= until))
    return found
