"""The folder of backups: files named by date and time, written aside first, the oldest of ours removed."""

from __future__ import annotations

import fcntl
import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from db.backup.envelope import Header, read_header
from db.backup.errors import BackupUnusable
from db.keys import KeyRing

NAME = re.compile(r"suprovid-\d{8}T\d{6}Z\.backup")
DRAFT_NAME = re.compile(rf"\.{NAME.pattern}\.[0-9a-f]{{8}}")


def file_name(taken_at: datetime) -> str:
    """`suprovid-20260311T000012Z.backup`: nothing but the moment, in UTC."""
    return f"suprovid-{taken_at.astimezone(UTC):%Y%m%dT%H%M%SZ}.backup"


class Draft:
    """A file that is being written. Its errors are of the disk, and one line each."""

    def __init__(self, path: Path) -> None:
        with self._disk(path.parent):
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._path = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
            descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            self._file = os.fdopen(descriptor, "wb")
            # Tells a draft that is being written from one whose process was killed.
            fcntl.flock(self._file, fcntl.LOCK_EX)

    def write(self, data: bytes) -> None:
        """Add bytes."""
        with self._disk(self._path.parent):
            self._file.write(data)

    def rename(self, path: Path) -> int:
        """Give it its name, whole and durable; returns its size."""
        with self._disk(path.parent):
            self._file.flush()
            os.fsync(self._file.fileno())
            self._path.rename(path)
            folder = os.open(path.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
            return self._file.tell()

    def close(self) -> None:
        """Close it; without a name it is gone."""
        # What is still in its buffer is of no use to anybody.
        with suppress(OSError):
            self._file.close()
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    @contextmanager
    def _disk(self, folder: Path) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise BackupUnusable(f"the backup can't be written to {folder} ({error.strerror})") from None


@contextmanager
def written_aside(path: Path) -> Iterator[Draft]:
    """A new file, readable by its owner only; it is gone at the end if it was not renamed.

    BackupUnusable if the name is taken or the folder can't be written to.
    """
    if path.exists():
        raise BackupUnusable(f"{path} is there already: name another file")
    draft = Draft(path)
    try:
        yield draft
    finally:
        draft.close()


def tidy(folder: Path, keep: int, ring: KeyRing) -> int:
    """Remove drafts that nobody writes any more and all but the `keep` newest backups of this ring's lineage.

    Whatever else lies in the folder stays. Returns how many backups were removed. BackupUnusable if that can't be done.
    """
    try:
        return _tidy(folder, keep, ring)
    except OSError as error:
        raise BackupUnusable(f"old backups can't be removed from {folder} ({error.strerror})") from None


def _tidy(folder: Path, keep: int, ring: KeyRing) -> int:
    for draft in _named(folder, DRAFT_NAME):
        with suppress(OSError), draft.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            draft.unlink(missing_ok=True)
    ours = [path for path in _named(folder, NAME) if _lineage(path) == ring.lineage]
    for old in ours[:-keep]:
        old.unlink(missing_ok=True)
    return len(ours[:-keep])


def header_of(path: Path) -> Header:
    """The header of a file. BackupUnusable if it is no backup; OSError if it can't be read."""
    with path.open("rb") as file:
        return read_header(file)


def _named(folder: Path, pattern: re.Pattern[str]) -> list[Path]:
    """Files of this kind of name, the oldest first."""
    return sorted(path for path in folder.iterdir() if pattern.fullmatch(path.name))


def _lineage(path: Path) -> str | None:
    try:
        return header_of(path).lineage
    except (BackupUnusable, OSError):
        return None
