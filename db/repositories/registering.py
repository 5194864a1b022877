"""Registrations on their way and those that became cases."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Registration
from db.session import get_row, lock_row

OPEN, REGISTERED, CANCELLED = "open", "registered", "cancelled"


async def by_id(session: AsyncSession, registration_id: int) -> Registration | None:
    """A registration, unlocked."""
    return await get_row(session, Registration, registration_id)


async def lock(session: AsyncSession, registration_id: int) -> Registration | None:
    """The same, locked until the transaction ends."""
    return await lock_row(session, Registration, registration_id)


async def open_of(session: AsyncSession, staff_id: int) -> Registration | None:
    """What a staff member has not finished."""
    mine = (Registration.staff_id == staff_id, Registration.state == OPEN)
    return await session.scalar(select(Registration).where(*mine))


async def of_case(session: AsyncSession, case_id: int) -> Registration | None:
    """How a case came, where staff wrote it down."""
    return await session.scalar(select(Registration).where(Registration.case_id == case_id))


async def left_before(session: AsyncSession, before: datetime) -> Sequence[Registration]:
    """Those that nobody went on with since a moment (business time), locked."""
    stale = (Registration.state == OPEN, Registration.changed_at < before)
    return (await session.scalars(select(Registration).where(*stale).with_for_update(skip_locked=True))).all()
