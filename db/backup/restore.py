"""A backup back into an empty database: the whole file is checked first, then everything comes back or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from db.backup.envelope import Opener
from db.backup.errors import BackupUnusable
from db.backup.load import load
from db.backup.records import read_records
from db.keys import KeyRing


@dataclass(frozen=True, slots=True)
class Restored:
    """A backup that is back."""

    taken_at: datetime
    rows: int


@contextmanager
def checked(path: Path, ring: KeyRing) -> Iterator[Opener]:
    """A backup that was read from beginning to end, and is whole.

    BackupUnusable if it is none, needs another ring, or is damaged anywhere.
    """
    try:
        file = path.open("rb")
    except OSError as error:
        raise BackupUnusable(f"{path} can't be read ({error.strerror})") from None
    with file:
        opener = Opener(file, ring)
        opener.verify()
        yield opener


async def restore(url: str, backup: Opener) -> Restored:
    """Put a backup back into an empty database and bring it to the newest revision, all in one transaction.

    BackupUnusable in one line; then the database is as it was.
    """
    taken_at = datetime.fromisoformat(backup.header.taken_at)
    rows = await load(url, read_records(backup.pieces()), backup.header.revision, taken_at)
    return Restored(taken_at, rows)
