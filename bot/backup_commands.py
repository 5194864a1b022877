"""`python -m bot backup` and `restore`: beside a running bot or without one, and into an empty place."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.ground import Ground, reached, stand
from bot.settings import BACKUPS_ARE_OFF, ConfigurationError, load_settings
from db.backup.envelope import Opener
from db.backup.errors import BackupUnusable
from db.backup.load import CASE_NUMBERS_GAP
from db.backup.restore import Restored, checked
from db.backup.restore import restore as restore_into
from db.backup.take import BackupPlace, Taken, take, take_into
from db.engine import Database
from db.keys import KeyFileError, KeyRing
from rules.local_time import KYIV


def backup(file: Path | None) -> int:
    """Writes one backup, by default into BACKUP_DIR as the nightly job does."""
    settings = load_settings()
    if file is None and settings.backup_folder is None:
        raise ConfigurationError(f"{BACKUPS_ARE_OFF}: name a file")
    ground = stand(settings, beside_running=True)
    try:
        with _in_one_line():
            taken = asyncio.run(_take(ground, file))
    finally:
        ground.leave()
    if taken is None:
        raise ConfigurationError("a backup is being taken by another process: wait for its end")
    print(f"{taken.path}: {taken.rows} rows, {_size(taken.bytes)}; opens with the key ring {taken.fingerprint}")
    if file is not None:
        print("check looks at the backups in BACKUP_DIR only: this one is yours to keep")
    return 0


def restore(file: Path) -> int:
    """Puts a backup back into an empty database; what is not empty stays as it is."""
    settings = load_settings()
    with _in_one_line():
        # The ring of the backup has to be there: a new one would open nothing.
        ring = KeyRing.load(settings.key_file)
        with checked(file, ring) as opener:
            ground = stand(settings)
            try:
                restored = asyncio.run(_restore(ground, opener))
            finally:
                ground.leave()
    _tell(restored)
    return 0


def _tell(restored: Restored) -> None:
    print(f"back as it was on {restored.taken_at.astimezone(KYIV):%d.%m.%Y at %H:%M:%S} (Kyiv): {restored.rows} rows")
    print(f"{CASE_NUMBERS_GAP} case numbers are left out: people may have heard some that are not in the backup")
    print("letters that waited then go out again; what people wrote after it is not here (docs/operator/backup.md)")


async def _take(ground: Ground, file: Path | None) -> Taken | None:
    with reached():
        if file is not None:
            return await take(ground.url, file)
        folder = ground.settings.backup_folder
        assert folder is not None, "looked at before"
        database = Database.open(ground.url, pool_size=1)
        try:
            place = BackupPlace(folder, ground.settings.backup_keep)
            return await take_into(database, ground.url, place, lambda _last, _now: True)
        finally:
            await database.close()


async def _restore(ground: Ground, opener: Opener) -> Restored:
    with reached():
        return await restore_into(ground.url, opener)


@contextmanager
def _in_one_line() -> Iterator[None]:
    try:
        yield
    except (BackupUnusable, KeyFileError) as error:
        raise ConfigurationError(str(error)) from None


def _size(number: int) -> str:
    return f"{number / 1_000_000:.1f} MB" if number >= 1_000_000 else f"{number / 1_000:.1f} kB"
