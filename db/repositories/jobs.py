"""Jobs that run by themselves: once a day over all replicas, and how the last run of each went."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import func, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import JobResult, JobRun

# Replicas run the same job; the run that began later stands.
_PUT_DOWN = text(
    """
    INSERT INTO job_results AS known (job, ran_at, took_ms, error, ok_at, did_at, counts)
    SELECT :job, began, :took_ms, CAST(:error AS varchar),
           CASE WHEN CAST(:error AS varchar) IS NULL THEN began END,
           CASE WHEN CAST(:counts AS jsonb) <> '{}' THEN began END,
           CAST(:counts AS jsonb)
    FROM (SELECT clock_timestamp() - :took_ms * interval '1 millisecond') AS run (began)
    ON CONFLICT (job) DO UPDATE
    SET ran_at = excluded.ran_at, took_ms = excluded.took_ms, error = excluded.error,
        ok_at = coalesce(excluded.ok_at, known.ok_at),
        did_at = coalesce(excluded.did_at, known.did_at),
        counts = CASE WHEN excluded.did_at IS NULL THEN known.counts ELSE excluded.counts END
    WHERE known.ran_at <= excluded.ran_at
    """
)


async def begin_daily(session: AsyncSession, job: str, local_date: date, now: datetime) -> bool:
    """Whether this transaction is the one that runs the job on this local date; it stays so once it commits.

    The advisory lock makes a second replica wait for the first one's end; the row tells it that the work is done.
    """
    await session.execute(select(func.pg_advisory_xact_lock(func.hashtext(f"job:{job}"))))
    statement = insert(JobRun).values(job=job, local_date=local_date, ran_at=now)
    begun = await session.execute(statement.on_conflict_do_nothing().returning(JobRun.job))
    return begun.first() is not None


async def put_down(session: AsyncSession, job: str, took_ms: int, error: str | None, counts: Mapping[str, int]) -> None:
    """A run of a job has ended just now, after so many milliseconds. `error`: the class of what ended it; `counts`:
    what it did, empty where it found nothing to do.
    """
    values = {"job": job, "took_ms": took_ms, "error": error, "counts": json.dumps(dict(counts))}
    await session.execute(_PUT_DOWN, values)


async def keeps_results(session: AsyncSession) -> bool:
    """Whether this database is new enough to know of results."""
    return await session.scalar(text("SELECT to_regclass('public.job_results')")) is not None


async def last_results(session: AsyncSession) -> dict[str, JobResult]:
    """How the last run of each job went, by its name."""
    return {each.job: each for each in await session.scalars(select(JobResult))}
