"""The duty roster of an organisation. Shifts of whoever left, or has no desk, are nobody's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import DutyShift, StaffMember
from db.session import get_row


async def by_id(session: AsyncSession, shift_id: int) -> DutyShift | None:
    """A shift, standing or taken out."""
    return await get_row(session, DutyShift, shift_id)


async def lock(session: AsyncSession, organisation_id: int, shift_id: int) -> DutyShift | None:
    """A standing shift of an organisation, locked until the transaction ends."""
    query = select(DutyShift).where(
        DutyShift.id == shift_id, DutyShift.organisation_id == organisation_id, DutyShift.removed_at.is_(None)
    )
    return await session.scalar(query.with_for_update().execution_options(populate_existing=True))


async def ahead(
    session: AsyncSession, organisation_id: int, since: datetime, until: datetime | None = None
) -> Sequence[tuple[DutyShift, StaffMember]]:
    """The shifts that end after `since` and, where it is given, begin before `until` (business time), each with whoever
    has it; the earliest first, at the same time in the order in which they are called.
    """
    query = (
        select(DutyShift, StaffMember)
        .join(StaffMember, StaffMember.id == DutyShift.staff_id)
        .where(
            DutyShift.organisation_id == organisation_id,
            DutyShift.removed_at.is_(None),
            DutyShift.ends_at > since,
            StaffMember.removed_at.is_(None),
            StaffMember.telegram_id.is_not(None),
        )
        .order_by(DutyShift.starts_at, DutyShift.place, DutyShift.id)
    )
    if until is not None:
        query = query.where(DutyShift.starts_at < until)
    return [(shift, member) for shift, member in await session.execute(query)]


async def take_out(session: AsyncSession, staff_id: int, now: datetime) -> int:
    """Somebody is on duty no more from now on; how many of their shifts that ends."""
    statement = (
        update(DutyShift)
        .where(DutyShift.staff_id == staff_id, DutyShift.removed_at.is_(None), DutyShift.ends_at > now)
        .values(removed_at=now)
        .returning(DutyShift.id)
    )
    return len((await session.execute(statement)).all())
