"""A new key for what is sealed, beside processes that go on working. Old keys stay in the ring until they are dropped.

The ring's file is replaced first. Running processes read it again within `PICK_UP_SECONDS`, or at the first value that
a key they don't know has sealed. Then every value is sealed anew, in small transactions; what is killed in between goes
on where it was, since each value says which key it needs.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from pathlib import Path

from db.cipher import PICK_UP_SECONDS, install
from db.engine import Database
from db.keys import KeyRing, ring_held, write_ring
from db.repositories import sealed

BATCH = 500
LARGE_BATCH = 16
"""Pieces of files at once."""
PAUSE = 0.5
SETTLE_SECONDS = 2 * PICK_UP_SECONDS
"""After so long nobody on this machine seals with the ring that was there before."""
MOST_ROUNDS = 120


class RotationRefused(Exception):
    """The ring can't be changed this way. The text is one line with the reason and the fix."""


@dataclass(frozen=True, slots=True)
class Rotated:
    """What a rotation did."""

    ring: KeyRing
    began: bool
    """Whether another key became primary; False where an earlier rotation was finished."""
    resealed: int
    broken: int
    """Values that did not open, and stay as they are."""
    left: int
    """Values that were locked by others all the time."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """What dropping old keys did."""

    ring: KeyRing
    gone: list[int]
    needed: dict[int, int]
    """Old keys that stay, with the number of values that they have sealed."""


def add_key(path: Path) -> KeyRing:
    """Put a key into the ring that is not primary yet: for machines that share a database, to be copied to all.

    RotationRefused where one is there already, or none fits; KeyFileError.
    """
    with ring_held(path):
        ring = KeyRing.load(path)
        if _added(ring) is not None:
            raise RotationRefused("a new key is in the ring already: copy the file to all machines, then keys rotate")
        ring = _with_new_key(ring)
        write_ring(path, ring, over=True)
        return ring


async def rotate(database: Database, path: Path) -> Rotated:
    """Make a new key primary, one that was added or one made now, and seal everything with it.

    Where an earlier rotation was not finished, that is done instead. RotationRefused where no key fits; KeyFileError.
    """
    with ring_held(path):
        ring = KeyRing.load(path)
        began = _added(ring) is not None or not await _unfinished(database, ring)
        if began:
            ring = ring if _added(ring) is not None else _with_new_key(ring)
            ring = replace(ring, primary=list(ring.keys)[-1])
            write_ring(path, ring, over=True)
        install(ring, path)
        resealed, broken, left = await _seal_anew(database, ring.primary)
        if began:
            # Until now somebody may have sealed with the key that was primary before.
            await asyncio.sleep(SETTLE_SECONDS)
            more, broken, left = await _seal_anew(database, ring.primary)
            resealed += more
        return Rotated(ring, began, resealed, broken, left)


async def drop_old(database: Database, path: Path) -> Dropped:
    """Take keys out of the ring that no value needs. Backups that were taken before do not open any more. KeyFileError.

    Where it turns out that a running process still seals with one, the ring is put back as it was.
    """
    with ring_held(path):
        ring = KeyRing.load(path)
        install(ring, path)
        needed = await _in_use(database)
        gone = [key_id for key_id in _before_primary(ring) if key_id not in needed]
        if not gone:
            return Dropped(ring, [], _old(ring, needed))
        write_ring(path, ring.without(gone), over=True)
        await asyncio.sleep(SETTLE_SECONDS)
        needed = await _in_use(database)
        if any(key_id in needed for key_id in gone):
            write_ring(path, ring, over=True)
            return Dropped(ring, [], _old(ring, needed))
        return Dropped(ring.without(gone), gone, _old(ring, needed))


def _with_new_key(ring: KeyRing) -> KeyRing:
    try:
        return ring.with_new_key()
    except ValueError as error:
        raise RotationRefused(f"{error}: keys rotate --drop-old") from None


def _added(ring: KeyRing) -> int | None:
    """The key that was added and is not primary yet: keys stand in the order of their age."""
    newest = list(ring.keys)[-1]
    return newest if newest != ring.primary else None


def _before_primary(ring: KeyRing) -> list[int]:
    ids = list(ring.keys)
    return ids[: ids.index(ring.primary)]


def _old(ring: KeyRing, needed: dict[int, int]) -> dict[int, int]:
    return {key_id: number for key_id, number in needed.items() if key_id != ring.primary}


async def _in_use(database: Database) -> dict[int, int]:
    async with database.uow() as uow:
        return await sealed.keys_in_use(uow.session)


async def _unfinished(database: Database, ring: KeyRing) -> bool:
    return bool(_old(ring, await _in_use(database)))


async def _seal_anew(database: Database, primary: int) -> tuple[int, int, int]:
    """Rounds over all columns until nothing is left; returns how many were sealed anew, are broken, are left."""
    resealed = broken = left = 0
    for _ in range(MOST_ROUNDS):
        done, broken = await _round(database, primary)
        resealed += done
        left = sum(number for key_id, number in (await _in_use(database)).items() if key_id != primary) - broken
        if left <= 0:
            break
        await asyncio.sleep(PAUSE)
    return resealed, broken, max(left, 0)


async def _round(database: Database, primary: int) -> tuple[int, int]:
    resealed = broken = 0
    for column in sealed.sealed_columns():
        after = None
        limit = LARGE_BATCH if column.large else BATCH
        while True:
            async with database.uow() as uow:
                batch = await sealed.reseal(uow.session, column, primary, after, limit)
            resealed += batch.resealed
            broken += batch.broken
            if batch.last is None:
                break
            after = batch.last
    return resealed, broken
