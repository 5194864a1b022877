"""One backup, from the snapshot to the file's name; put down in the database when it is finished."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from db.backup.dump import Snapshot, dump, snapshot
from db.backup.envelope import Header, Sealer
from db.backup.folder import Draft, file_name, tidy, written_aside
from db.backup.records import RecordWriter
from db.cipher import current_ring
from db.engine import Database
from db.keys import KeyRing
from db.models import Backup
from db.repositories import backups


@dataclass(frozen=True, slots=True)
class BackupPlace:
    """Where backups are kept, and how many."""

    folder: Path
    keep: int


@dataclass(frozen=True, slots=True)
class Taken:
    """A backup that is finished."""

    path: Path
    taken_at: datetime
    bytes: int
    rows: int
    fingerprint: str
    """Of the key ring that opens it."""


async def take(url: str, path: Path) -> Taken | None:
    """Write a backup to `path`, a new file. None while another process takes one. BackupUnusable in one line."""
    async with snapshot(url) as taken:
        return None if taken is None else await _write(taken, path)


Due = Callable[[datetime | None, datetime], bool]
"""Asked for the time of the last backup and the present, both real time."""


async def take_into(database: Database, url: str, place: BackupPlace, due: Due) -> Taken | None:
    """Write a backup into the folder, put it down, and remove the oldest.

    None if it is not due, or while another process takes one. BackupUnusable in one line.
    """
    if not await _is_due(database, due):
        return None
    async with snapshot(url) as taken:
        # Somebody may have finished one between the first look and our lock; the snapshot may be too old to tell.
        if taken is None or not await _is_due(database, due):
            return None
        written = await _write(taken, place.folder / file_name(taken.taken_at))
        async with database.uow() as uow:
            row = Backup(
                taken_at=written.taken_at, bytes=written.bytes, file=written.path.name,
                fingerprint=written.fingerprint, revision=taken.revision,
            )  # fmt: skip
            await backups.put_down(uow.session, row)
    await asyncio.to_thread(tidy, place.folder, place.keep, current_ring())
    return written


async def _is_due(database: Database, due: Due) -> bool:
    async with database.uow() as uow:
        last = await backups.last(uow.session)
        return due(last.taken_at if last else None, await backups.real_now(uow.session))


async def _write(taken: Snapshot, path: Path) -> Taken:
    # Read after the snapshot was taken: whatever it holds was sealed with keys that are in the file by now.
    ring = current_ring()
    with written_aside(path) as draft:
        rows, size = await _fill(draft, path, taken, ring)
    return Taken(path, taken.taken_at, size, rows, ring.fingerprint())


async def _fill(draft: Draft, path: Path, taken: Snapshot, ring: KeyRing) -> tuple[int, int]:
    sealer = Sealer(draft.write, ring, Header.of(ring, taken.taken_at, taken.revision))
    writer = RecordWriter(sealer.write)
    rows = await dump(taken, writer)

    def finish() -> int:
        writer.finish()
        sealer.finish()
        return draft.rename(path)

    return rows, await asyncio.to_thread(finish)
