"""The deadlines of cases, and cases whose clocks still want their reminders."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Case, CaseDeadline
from db.session import get_row, lock_row

# Open cases in which the law set us a deadline and none was begun: they were opened before there were such rows.
_UNBEGUN = text(
    """
    SELECT cases.id FROM cases
    WHERE cases.closed_at IS NULL AND cases.law_by IS NOT NULL
      AND NOT EXISTS (SELECT FROM case_deadlines WHERE case_deadlines.case_id = cases.id)
    ORDER BY cases.id LIMIT :limit
    FOR NO KEY UPDATE OF cases SKIP LOCKED
    """
)
# Open cases in which somebody waits and nothing was planned for the moment that they were promised.
_UNPLANNED = text(
    """
    SELECT id FROM cases
    WHERE closed_at IS NULL AND waiting_since IS NOT NULL AND planned_for IS DISTINCT FROM reply_by
    ORDER BY id LIMIT :limit
    FOR NO KEY UPDATE SKIP LOCKED
    """
)


_UNPLANNED_SINCE = text(
    """
    SELECT min(waiting_since) FROM cases
    WHERE closed_at IS NULL AND waiting_since IS NOT NULL AND planned_for IS DISTINCT FROM reply_by
      AND waiting_since <= :until
    """
)


async def begin(
    session: AsyncSession, case_id: int, rule: str, version: str, started_at: datetime, due_at: datetime
) -> int | None:
    """Adds a deadline to a case; None where the same rule runs there already."""
    values = {"case_id": case_id, "rule": rule, "version": version, "started_at": started_at, "due_at": due_at}
    added = insert(CaseDeadline).values(**values).on_conflict_do_nothing().returning(CaseDeadline.id)
    return (await session.execute(added)).scalar_one_or_none()


async def of_case(session: AsyncSession, case_id: int) -> Sequence[CaseDeadline]:
    """All deadlines of a case, the first due first."""
    query = select(CaseDeadline).where(CaseDeadline.case_id == case_id)
    return (await session.scalars(query.order_by(CaseDeadline.due_at, CaseDeadline.id))).all()


async def open_of_case(session: AsyncSession, case_id: int) -> Sequence[CaseDeadline]:
    """Those that neither were met nor ended."""
    query = select(CaseDeadline).where(CaseDeadline.case_id == case_id, CaseDeadline.ended_at.is_(None))
    return (await session.scalars(query.order_by(CaseDeadline.due_at, CaseDeadline.id))).all()


async def lock(session: AsyncSession, deadline_id: int) -> CaseDeadline | None:
    """A deadline, locked until the transaction ends; its case first."""
    return await lock_row(session, CaseDeadline, deadline_id)


async def by_id(session: AsyncSession, deadline_id: int) -> CaseDeadline | None:
    """A deadline, unlocked."""
    return await get_row(session, CaseDeadline, deadline_id)


async def by_ids(session: AsyncSession, ids: Collection[int]) -> dict[int, CaseDeadline]:
    """Several by their ids."""
    found = await session.scalars(select(CaseDeadline).where(CaseDeadline.id.in_(ids)))
    return {each.id: each for each in found}


async def unbegun(session: AsyncSession, limit: int) -> Sequence[int]:
    """Cases with a deadline of law of which nothing was begun, locked."""
    return (await session.scalars(_UNBEGUN, {"limit": limit})).all()


async def unplanned(session: AsyncSession, limit: int) -> Sequence[int]:
    """Cases in which somebody waits and nothing is planned, locked."""
    return (await session.scalars(_UNPLANNED, {"limit": limit})).all()


async def unplanned_since(session: AsyncSession, until: datetime) -> datetime | None:
    """Since when somebody waits for whom nothing is planned, up to a moment; None where all is planned."""
    found: datetime | None = (await session.execute(_UNPLANNED_SINCE, {"until": until})).scalar_one()
    return found


async def cases_by_ids(session: AsyncSession, ids: Collection[int]) -> dict[int, Case]:
    """Cases by their ids."""
    found = await session.scalars(select(Case).where(Case.id.in_(ids)))
    return {each.id: each for each in found}


async def near_of_owner(
    session: AsyncSession, owner_id: int, until: datetime, limit: int
) -> Sequence[tuple[Case, CaseDeadline]]:
    """Deadlines that run in an owner's open cases and end by a moment, the first due first, each with its case."""
    query = (
        select(Case, CaseDeadline)
        .join(CaseDeadline, CaseDeadline.case_id == Case.id)
        .where(
            Case.owner_id == owner_id,
            Case.closed_at.is_(None),
            CaseDeadline.ended_at.is_(None),
            CaseDeadline.paused_at.is_(None),
            CaseDeadline.due_at <= until,
        )
        .order_by(CaseDeadline.due_at, CaseDeadline.id)
        .limit(limit)
    )
    return [(case, deadline) for case, deadline in await session.execute(query)]
