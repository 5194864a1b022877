"""Cases handed over, with their notes."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Handover
from db.session import get_row, lock_row


async def by_id(session: AsyncSession, handover_id: int) -> Handover | None:
    """One of them, unlocked."""
    return await get_row(session, Handover, handover_id)


async def lock(session: AsyncSession, handover_id: int) -> Handover | None:
    """The same, locked until the transaction ends: after its case."""
    return await lock_row(session, Handover, handover_id)


async def is_newest(session: AsyncSession, handover: Handover) -> bool:
    """Whether the case was not handed over again since."""
    later = select(Handover.id).where(Handover.case_id == handover.case_id, Handover.id > handover.id).limit(1)
    return (await session.scalar(later)) is None
