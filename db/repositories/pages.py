"""Information pages: who compared them with their sources, and where they were sent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Organisation, PageCheck, PageSent


async def checks(session: AsyncSession, organisation: str) -> Mapping[str, date]:
    """The newest day on which leads of an organisation, by its slug, compared each page with its source."""
    query = (
        select(PageCheck.page, func.max(PageCheck.checked_on).label("day"))
        .join(Organisation, Organisation.id == PageCheck.organisation_id)
        .where(Organisation.slug == organisation)
        .group_by(PageCheck.page)
    )
    return {row.page: row.day for row in await session.execute(query)}


async def check(session: AsyncSession, organisation_id: int, page: str, day: date, staff_id: int) -> None:
    """A lead compared the page with its source on this day; pressed twice it is once."""
    values = {"organisation_id": organisation_id, "page": page, "checked_on": day, "staff_id": staff_id}
    await session.execute(insert(PageCheck).values(**values).on_conflict_do_nothing())


async def sent(session: AsyncSession, message_id: int, page: str) -> None:
    """The staff message is this page."""
    session.add(PageSent(message_id=message_id, page=page))
    await session.flush()


async def of_message(session: AsyncSession, message_id: int) -> PageSent | None:
    """The page that a message is, if it is one."""
    return await session.scalar(select(PageSent).where(PageSent.message_id == message_id))


async def not_helped(session: AsyncSession, found: PageSent, now: datetime) -> bool:
    """Notes (business time) that it did not help; False where that was said already."""
    if found.not_helped_at is not None:
        return False
    found.not_helped_at = now
    await session.flush()
    return True
