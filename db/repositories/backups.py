"""Backups that were finished. Real time (PostgreSQL's) throughout."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Backup


async def put_down(session: AsyncSession, backup: Backup) -> None:
    """A backup is finished."""
    session.add(backup)
    await session.flush()


async def last(session: AsyncSession) -> Backup | None:
    """The newest one."""
    return (await session.scalars(select(Backup).order_by(Backup.taken_at.desc(), Backup.id.desc()).limit(1))).first()


async def real_now(session: AsyncSession) -> datetime:
    """The present."""
    now: datetime = (await session.execute(select(func.clock_timestamp()))).scalar_one()
    return now
