"""What a practice has written so far, inside a transaction that takes it all back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Case, CaseEvent, Letter, Slot
from db.session import row_now


async def due(session: AsyncSession, chats: Collection[int], now: datetime) -> Sequence[Letter]:
    """Letters to these chats whose time has come at `now` (business time), oldest first."""
    await session.flush()
    over = (Letter.sent_at, Letter.dropped_at, Letter.parked_at)
    asked = select(Letter).where(Letter.chat_id.in_(chats), *(each.is_(None) for each in over)).order_by(Letter.id)
    found = await session.scalars(asked.execution_options(populate_existing=True))
    return [each for each in found if each.not_before is None or each.not_before <= now]


async def slot_of(session: AsyncSession, letter: Letter) -> Slot | None:
    """The slot that the letter shows, if it shows one."""
    return await row_now(session, Slot, letter.slot_id) if letter.slot_id is not None else None


async def without_topic(session: AsyncSession, organisation_id: int) -> Sequence[Case]:
    """Cases of the organisation whose topic is not made yet."""
    await session.flush()
    asked = select(Case).where(
        Case.organisation_id == organisation_id, Case.topic_chat_id.is_not(None), Case.topic_thread_id.is_(None)
    )
    return (await session.scalars(asked.order_by(Case.id))).all()


async def happened(session: AsyncSession, organisation_id: int) -> Sequence[str]:
    """The kinds of everything that happened in its cases, in that order."""
    await session.flush()
    asked = select(CaseEvent.kind).join(Case, Case.id == CaseEvent.case_id)
    asked = asked.where(Case.organisation_id == organisation_id).order_by(CaseEvent.id)
    return (await session.scalars(asked)).all()
