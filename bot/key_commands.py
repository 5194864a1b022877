"""`python -m bot keys …`: a new key, a copy for the safe, the copy back in place."""

from __future__ import annotations

import asyncio
import getpass
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from pathlib import Path
from typing import TypeVar

from bot.clock import real_now
from bot.ground import Ground, reached, stand
from bot.settings import ConfigurationError, Settings, load_settings
from casework.context import OPERATOR, Context
from casework.lists.index import IndexSearch, MakeStale, index_search, make_stale
from db import rotation
from db.engine import Database
from db.key_copy import KeyCopyUnusable, seal_ring, unseal_ring
from db.keys import KeyFileError, KeyRing, write_ring
from db.repositories.search import STALE_TABLES

UNFINISHED_EXIT = 1

Answer = TypeVar("Answer")


def rotate(*, add_only: bool, drop_old: bool) -> int:
    """Makes a new key primary and seals everything with it; or only adds one, or drops those that nothing needs."""
    settings = load_settings()
    with _in_one_line():
        ring = KeyRing.load(settings.key_file)
        if add_only:
            ring = rotation.add_key(settings.key_file)
            print(f"key {list(ring.keys)[-1]} is in the ring {ring.fingerprint()}, and not used yet")
            print(f"copy {settings.key_file} to every machine of this bot, then run keys rotate on each")
            return 0
        ground = stand(settings, beside_running=True)
        try:
            return asyncio.run(_drop_old(ground) if drop_old else _rotate(ground))
        finally:
            ground.leave()


def export_keys(file: Path, passphrase_file: Path | None) -> int:
    """Writes a copy of the ring that opens with a passphrase only."""
    settings = load_settings()
    with _in_one_line():
        ring = KeyRing.load(settings.key_file)
        copy = seal_ring(ring, _passphrase(passphrase_file, twice=True))
        try:
            descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except OSError as error:
            raise ConfigurationError(f"{file} can't be made ({error.strerror}): name a new file") from None
        with os.fdopen(descriptor, "w", encoding="ascii") as made:
            made.write(copy)
            made.flush()
            os.fsync(made.fileno())
    print(
        f"{file} holds the key ring {ring.fingerprint()}: keep it apart from the backups, and its passphrase apart too"
    )
    return 0


def import_keys(file: Path, passphrase_file: Path | None) -> int:
    """Puts a copy back into KEYS_DIR, where no ring may be."""
    settings = load_settings()
    if settings.key_file.exists():
        raise ConfigurationError(f"{settings.key_file} is there already: move it away, or set another KEYS_DIR")
    with _in_one_line():
        ring = unseal_ring(_read(file), _passphrase(passphrase_file, twice=False))
        _put(settings, ring)
    print(f"the key ring {ring.fingerprint()} is in {settings.key_file}")
    return 0


def fingerprint() -> int:
    """Prints what tells this ring from another."""
    with _in_one_line():
        ring = KeyRing.load(load_settings().key_file)
    print(f"{ring.fingerprint()}  (keys {', '.join(map(str, ring.keys))}; new values are sealed with {ring.primary})")
    return 0


def reindex() -> int:
    """Makes anew whatever staff find cases by: needed after another search key came into the ring."""
    settings = load_settings()
    with _in_one_line():
        ground = stand(settings, beside_running=True)
        try:
            return asyncio.run(_reindex(ground))
        finally:
            ground.leave()


@asynccontextmanager
async def _database(ground: Ground) -> AsyncIterator[Database]:
    """The database as this version knows it."""
    database = Database.open(ground.url, pool_size=1)
    try:
        with reached():
            await ground.migrate()
            yield database
    finally:
        await database.close()


async def _rotate(ground: Ground) -> int:
    async with _database(ground) as database:
        done = await rotation.rotate(database, ground.settings.key_file)
    begun = "a new key" if done.began else "an earlier rotation, finished now: run it again for a new key"
    print(f"{begun}; sealed anew with key {done.ring.primary}: {done.resealed} values")
    print(f"the key ring is {done.ring.fingerprint()} now: make a new copy of it (keys export)")
    if done.broken:
        print(f"{done.broken} values do not open with any key of this ring, and stay as they are")
    if done.left:
        print(f"{done.left} values were locked all the time: run keys rotate again")
    return UNFINISHED_EXIT if done.broken or done.left else 0


async def _reindex(ground: Ground) -> int:
    """Everything is marked, then indexed by the job's own steps: what is stopped in between is left to the job."""
    async with _database(ground) as database:
        for table in STALE_TABLES:
            last: int | None = 0
            while last is not None:
                last = await _act(ground, database, partial(_mark, data=MakeStale(table, last)))
        cases = phones = 0
        while not (done := await _act(ground, database, lambda ctx: index_search(ctx, IndexSearch()))).nothing:
            cases, phones = cases + done.cases, phones + done.phones
    print(f"cases can be found again: {cases}; phone numbers: {phones}")
    return 0


async def _mark(ctx: Context, data: MakeStale) -> int | None:
    return await make_stale(ctx, data)


async def _act(ground: Ground, database: Database, work: Callable[[Context], Awaitable[Answer]]) -> Answer:
    """One step in a transaction of its own, as the operator."""
    async with database.uow() as uow:
        return await work(Context(uow, OPERATOR, real_now(), ground.catalogue, ground.rules))


async def _drop_old(ground: Ground) -> int:
    async with _database(ground) as database:
        done = await rotation.drop_old(database, ground.settings.key_file)
    for key_id, number in done.needed.items():
        print(f"key {key_id} stays, {number} values need it: keys rotate first")
    if not done.gone:
        print("no key was dropped")
        return UNFINISHED_EXIT if done.needed else 0
    print(f"dropped: {', '.join(map(str, done.gone))}; the key ring is {done.ring.fingerprint()} now (keys export)")
    print(
        "backups taken before now do not open with it: take one now (backup), keep the copy of the old ring with them"
    )
    return 0


def _put(settings: Settings, ring: KeyRing) -> None:
    try:
        write_ring(settings.key_file, ring, over=False)
    except OSError as error:
        raise ConfigurationError(f"{settings.key_file} can't be written ({error.strerror}): check KEYS_DIR") from None


def _passphrase(file: Path | None, *, twice: bool) -> str:
    if file is not None:
        return _read(file).split("\n")[0].rstrip("\r")
    if not sys.stdin.isatty():
        raise ConfigurationError("there is no terminal to ask on: name a --passphrase-file")
    given = getpass.getpass("Passphrase: ")
    if twice and getpass.getpass("Once more: ") != given:
        raise ConfigurationError("the two passphrases differ: nothing was written")
    return given


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise ConfigurationError(f"{file} can't be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise ConfigurationError(f"{file} can't be read (no text)") from None


@contextmanager
def _in_one_line() -> Iterator[None]:
    try:
        yield
    except (KeyFileError, KeyCopyUnusable, rotation.RotationRefused) as error:
        raise ConfigurationError(str(error)) from None
