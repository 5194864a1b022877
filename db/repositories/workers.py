"""Who works: a row for each running process, the roles that only one may hold, and the claims of those that died.

No clock is compared over machines. A process that lives adds one to its `beats` every two seconds; whoever sees a row
stand still for long enough, or knows from its own machine that the process is gone, deletes the row. Roles go with it,
and what it had claimed is free again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import RoleLease, Worker
from db.models.files import WAITING_FILE
from db.models.inbox import WAITING_UPDATE
from db.models.outbox import WAITING_LETTER


@dataclass(frozen=True, slots=True)
class Process:
    """A process as its own machine knows it."""

    machine: str
    pid: int
    started: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A worker as it was seen at one moment."""

    id: int
    process: Process
    beats: int


_BEAT = text("UPDATE workers SET beats = beats + 1 WHERE id = :id RETURNING id")
_BURY = text("DELETE FROM workers WHERE id = :id AND beats = :beats RETURNING id")

# Whoever is handling a row has it locked: it is passed over, and looks after itself.
_FREE = """
    UPDATE {table} SET lease_until = NULL
    WHERE id IN (
        SELECT orphan.id FROM {table} AS orphan
        WHERE {waiting} AND orphan.lease_until IS NOT NULL
          AND (
              orphan.lease_until < clock_timestamp()
              OR orphan.worker_id IS NULL
              OR NOT EXISTS (SELECT FROM workers WHERE workers.id = orphan.worker_id)
          )
        FOR UPDATE OF orphan SKIP LOCKED
    )
    RETURNING id
"""
_FREE_UPDATES = text(_FREE.format(table="inbox", waiting=WAITING_UPDATE))
_FREE_FILES = text(_FREE.format(table="files", waiting=WAITING_FILE))
_FREE_LETTERS = text(_FREE.format(table="letters", waiting=WAITING_LETTER))


async def join(session: AsyncSession, process: Process) -> int:
    """Write down a process that begins to work; returns its worker id."""
    statement = insert(Worker).values(machine=process.machine, pid=process.pid, started=process.started)
    return int((await session.execute(statement.returning(Worker.id))).scalar_one())


async def leave(session: AsyncSession, worker_id: int) -> None:
    """The process works no more: its roles are free at once."""
    await session.execute(delete(Worker).where(Worker.id == worker_id))


async def beat(session: AsyncSession, worker_id: int) -> bool:
    """Say that the process lives. False if others took it for dead: it holds nothing any more and has to join anew."""
    return (await session.execute(_BEAT, {"id": worker_id})).first() is not None


async def everybody(session: AsyncSession) -> list[Seen]:
    """All workers."""
    rows = await session.execute(select(Worker.id, Worker.machine, Worker.pid, Worker.started, Worker.beats))
    return [Seen(row.id, Process(row.machine, row.pid, row.started), row.beats) for row in rows]


async def bury(session: AsyncSession, dead: Seen) -> bool:
    """Delete a worker that has not moved since it was seen so; False if it did, or somebody else was faster."""
    return (await session.execute(_BURY, {"id": dead.id, "beats": dead.beats})).first() is not None


async def free_orphans(session: AsyncSession) -> int:
    """End the claims, of updates, letters and files, that ran out or whose worker is no more; returns how many."""
    freed = [(await session.execute(each)).all() for each in (_FREE_UPDATES, _FREE_LETTERS, _FREE_FILES)]
    return sum(map(len, freed))


async def acquire(session: AsyncSession, role: str, worker_id: int) -> bool:
    """Take a role that nobody holds, until `release` or the worker's end; True also for whoever holds it already."""
    statement = insert(RoleLease).values(role=role, worker_id=worker_id).on_conflict_do_nothing()
    await session.execute(statement)
    return worker_id == await session.scalar(select(RoleLease.worker_id).where(RoleLease.role == role))


async def release(session: AsyncSession, role: str, worker_id: int) -> None:
    """Give a role back."""
    await session.execute(delete(RoleLease).where(RoleLease.role == role, RoleLease.worker_id == worker_id))


async def holders(session: AsyncSession, roles: Sequence[str]) -> dict[str, int]:
    """Who holds each of these roles, by worker id; roles that nobody holds are left out."""
    rows = await session.execute(select(RoleLease.role, RoleLease.worker_id).where(RoleLease.role.in_(roles)))
    return {row.role: row.worker_id for row in rows}
