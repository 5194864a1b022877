"""Complaints about our work."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Complaint
from db.session import get_row, lock_row


async def by_id(session: AsyncSession, complaint_id: int) -> Complaint | None:
    """A complaint, unlocked."""
    return await get_row(session, Complaint, complaint_id)


async def lock(session: AsyncSession, complaint_id: int) -> Complaint | None:
    """The same, locked until the transaction ends; after its case."""
    return await lock_row(session, Complaint, complaint_id)


async def unanswered(session: AsyncSession, organisation_id: int) -> Sequence[Complaint]:
    """Those of an organisation that wait for an answer, the nearest deadline first."""
    query = select(Complaint).where(
        Complaint.organisation_id == organisation_id, Complaint.answered_at.is_(None), Complaint.words.is_not(None)
    )
    return (await session.scalars(query.order_by(Complaint.answer_by, Complaint.id))).all()


async def due(session: AsyncSession, by: datetime, told_before: datetime) -> Sequence[Complaint]:
    """Those whose deadline ends before `by` and of which nobody was reminded since `told_before`, locked."""
    query = select(Complaint).where(
        Complaint.answered_at.is_(None),
        Complaint.words.is_not(None),
        Complaint.answer_by < by,
        func.coalesce(Complaint.reminded_at, Complaint.written_at) < told_before,
    )
    return (await session.scalars(query.order_by(Complaint.id).with_for_update(skip_locked=True))).all()


async def of_person(session: AsyncSession, person_id: int) -> Sequence[Complaint]:
    """All that a person wrote, oldest first."""
    query = select(Complaint).where(Complaint.person_id == person_id).order_by(Complaint.id)
    return (await session.scalars(query)).all()


async def of_case(session: AsyncSession, case_id: int) -> Sequence[Complaint]:
    """All about one case, oldest first."""
    query = select(Complaint).where(Complaint.case_id == case_id).order_by(Complaint.id)
    return (await session.scalars(query)).all()


async def erase_of(session: AsyncSession, person_id: int) -> None:
    """Empties words and answers of a person's complaints; that there were some, and when, stays."""
    await session.execute(update(Complaint).where(Complaint.person_id == person_id).values(words=None, answer=None))


async def forget(session: AsyncSession, answered_before: datetime) -> int:
    """Empties those answered before a moment (business time); returns how many."""
    gone = await session.scalars(
        update(Complaint)
        .where(Complaint.answered_at < answered_before, Complaint.words.is_not(None))
        .values(words=None, answer=None)
        .returning(Complaint.id)
    )
    return len(gone.all())
