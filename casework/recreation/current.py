"""Which campaign people are shown."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from db.repositories import recreation, staff
from db.repositories.recreation import Call
from rules.recreation.campaigns import nearness


async def current(session: AsyncSession, organisation: str) -> Call | None:
    """The one of an organisation (its slug) that can be applied for, else the next one, else the last one."""
    row = await staff.organisation_by_slug(session, organisation)
    calls = [] if row is None else await recreation.of_organisation(session, row.id)
    return min(calls, key=lambda each: nearness(each.state, each.terms), default=None)
