"""Broadcasts and their runs; recipients stand in `broadcast_recipients`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, or_, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Broadcast, BroadcastRun, File
from db.models.broadcasts import OPEN_RUN
from db.session import get_row, lock_row, one_row
from rules.broadcasts import State

AT_WORK = text(OPEN_RUN)
_FORGET = text(
    """
    DELETE FROM broadcast_recipients
    WHERE id IN (
        SELECT recipient.id FROM broadcast_recipients AS recipient
        JOIN broadcast_runs AS run ON run.id = recipient.run_id
        WHERE run.ended_at < :before ORDER BY run.ended_at LIMIT :limit
    )
    RETURNING id
    """
)


async def by_id(session: AsyncSession, broadcast_id: int) -> Broadcast:
    """The broadcast of a row that must exist."""
    return await one_row(session, Broadcast, broadcast_id)


async def run(session: AsyncSession, run_id: int) -> BroadcastRun | None:
    """A run, unlocked."""
    return await get_row(session, BroadcastRun, run_id)


async def lock_run(session: AsyncSession, run_id: int) -> BroadcastRun | None:
    """A run, locked until the transaction ends."""
    return await lock_row(session, BroadcastRun, run_id)


async def runs_of(session: AsyncSession, organisation_id: int, limit: int) -> list[tuple[BroadcastRun, Broadcast]]:
    """The runs of an organisation: those that are not over first, then the newest."""
    over = BroadcastRun.ended_at.is_not(None)
    query = (
        select(BroadcastRun, Broadcast)
        .join(Broadcast, Broadcast.id == BroadcastRun.broadcast_id)
        .where(Broadcast.organisation_id == organisation_id)
        .order_by(over, BroadcastRun.id.desc())
        .limit(limit)
    )
    return [(found, broadcast) for found, broadcast in await session.execute(query)]


async def file_of(session: AsyncSession, broadcast_id: int) -> File | None:
    """The photo or document of a broadcast."""
    return await session.scalar(select(File).where(File.broadcast_id == broadcast_id))


async def drop_file(session: AsyncSession, broadcast_id: int) -> None:
    """Forgets it."""
    await session.execute(delete(File).where(File.broadcast_id == broadcast_id))


async def last_number(session: AsyncSession, broadcast_id: int) -> int:
    """The number of its newest run."""
    query = select(func.max(BroadcastRun.number)).where(BroadcastRun.broadcast_id == broadcast_id)
    return await session.scalar(query) or 0


async def first_run(session: AsyncSession, broadcast_id: int) -> BroadcastRun | None:
    """Its first run."""
    query = select(BroadcastRun).where(BroadcastRun.broadcast_id == broadcast_id).order_by(BroadcastRun.number)
    return await session.scalar(query.limit(1))


async def ahead(session: AsyncSession, broadcast_id: int) -> Sequence[BroadcastRun]:
    """Its runs that wait for their time or for a person, locked. One for those whom another one did not reach says
    nothing of the next time, and is none.
    """
    states = (State.AWAITING.value, State.SCHEDULED.value)
    query = select(BroadcastRun).where(BroadcastRun.broadcast_id == broadcast_id, BroadcastRun.source_id.is_(None))
    locked = query.where(BroadcastRun.state.in_(states)).order_by(BroadcastRun.id).with_for_update(key_share=True)
    return (await session.scalars(locked.execution_options(populate_existing=True))).all()


async def has_ahead(session: AsyncSession, broadcast_id: int) -> bool:
    """Whether such a run waits already, be it as a draft that was declined."""
    states = (State.DRAFT.value, State.AWAITING.value, State.SCHEDULED.value)
    query = select(BroadcastRun.id).where(BroadcastRun.broadcast_id == broadcast_id, BroadcastRun.source_id.is_(None))
    return await session.scalar(query.where(BroadcastRun.state.in_(states)).limit(1)) is not None


async def next_at_work(session: AsyncSession, above: int) -> BroadcastRun | None:
    """The next run after the id `above` that waits or is under way, locked; what another process holds is passed over.

    A draft waits for its author, and is none.
    """
    query = select(BroadcastRun).where(AT_WORK, BroadcastRun.id > above).order_by(BroadcastRun.id).limit(1)
    locked = query.with_for_update(key_share=True, skip_locked=True).execution_options(populate_existing=True)
    return (await session.scalars(locked)).first()


async def to_show(session: AsyncSession, before: datetime, limit: int) -> Sequence[BroadcastRun]:
    """Runs whose progress was shown last before a moment, and that go on or have changed since."""
    went_on = BroadcastRun.state == State.RUNNING.value
    changed = BroadcastRun.changed_at > BroadcastRun.shown_at
    query = select(BroadcastRun).where(BroadcastRun.shown_at <= before, or_(went_on, changed))
    locked = query.order_by(BroadcastRun.id).limit(limit).with_for_update(key_share=True, skip_locked=True)
    return (await session.scalars(locked)).all()


async def next_moment(session: AsyncSession, until: datetime) -> datetime | None:
    """The first moment up to another one at which a run begins or expires; None where none does."""
    found = await session.execute(_NEXT, {"until": until})
    moment: datetime | None = found.scalar_one()
    return moment


_NEXT = text(
    """
    SELECT min(at) FROM (
        SELECT due_at AS at FROM broadcast_runs WHERE state = 'scheduled'
        UNION ALL SELECT expires_at FROM broadcast_runs WHERE state IN ('awaiting', 'running', 'paused')
    ) AS moments
    WHERE at <= :until
    """
)


async def drop(session: AsyncSession, broadcast_id: int) -> None:
    """A draft that nobody wants; whatever belongs to it goes along."""
    await session.execute(delete(Broadcast).where(Broadcast.id == broadcast_id))


async def forget_recipients(session: AsyncSession, before: datetime, limit: int) -> int:
    """Deletes the recipients of runs that ended before a moment (business time), the oldest first; how many."""
    return len((await session.execute(_FORGET, {"before": before, "limit": limit})).all())
