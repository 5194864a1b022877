"""Jobs that run by themselves: once a day over all replicas."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import JobRun


async def begin_daily(session: AsyncSession, job: str, local_date: date, now: datetime) -> bool:
    """Whether this transaction is the one that runs the job on this local date; it stays so once it commits.

    The advisory lock makes a second replica wait for the first one's end; the row tells it that the work is done.
    """
    await session.execute(select(func.pg_advisory_xact_lock(func.hashtext(f"job:{job}"))))
    statement = insert(JobRun).values(job=job, local_date=local_date, ran_at=now)
    begun = await session.execute(statement.on_conflict_do_nothing().returning(JobRun.job))
    return begun.first() is not None
