"""The file of a backup: a readable header, then encrypted pieces; any change to it is noticed.

    magic · length of the header (4 bytes) · header (JSON) · tag of all that (16) · pieces

The key is derived from the ring's primary key with a salt of the file's own, so that a nonce never meets the same key
twice. Each piece is sealed with its number and whether it is the last (the STREAM construction) and with the header:
pieces that are changed, moved, left out, cut off, added, or of another file do not open.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from db.backup.errors import BackupUnusable
from db.keys import KEY_BYTES, KeyRing

MAGIC = b"SUPROVID BACKUP 1\n"
PIECE = 1 << 20
TAG = 16
SALT = 32
LONGEST_HEADER = 1 << 16
HEADER_NONCE = b"\xff" * 12

DAMAGED = "the backup is damaged, nothing was restored: take another file"
NO_BACKUP = "this is no backup of ours: name a file that ends in .backup"


@dataclass(frozen=True, slots=True)
class Header:
    """What can be read without a key. Fingerprints tell keys from each other and reveal none."""

    taken_at: str
    """Real time of the snapshot, ISO 8601, UTC."""
    revision: str
    """The revision of the schema."""
    ring: str
    """The fingerprint of the whole ring."""
    lineage: str
    primary: int
    """The id of the key that this file is encrypted with."""
    keys: dict[str, str]
    """The fingerprints of all keys that what is inside may be sealed with, by id."""
    salt: str = field(default_factory=lambda: os.urandom(SALT).hex())

    @classmethod
    def of(cls, ring: KeyRing, taken_at: datetime, revision: str) -> Header:
        """The header of a file that this ring encrypts now."""
        keys = {str(key_id): fingerprint for key_id, fingerprint in ring.key_fingerprints().items()}
        return cls(taken_at.isoformat(), revision, ring.fingerprint(), ring.lineage, ring.primary, keys)

    def opened_by(self, ring: KeyRing) -> bool:
        """Whether the ring holds every key that is needed."""
        held = ring.key_fingerprints()
        return self.lineage == ring.lineage and all(held.get(int(key)) == mark for key, mark in self.keys.items())


def read_header(file: BinaryIO) -> Header:
    """The header at the beginning of a file; whether it is genuine only its key tells. BackupUnusable if it is none."""
    return _prologue(file)[0]


class Sealer:
    """Writes one encrypted file: `write` any number of times, then `finish`."""

    def __init__(self, write: Callable[[bytes], object], ring: KeyRing, header: Header) -> None:
        self._write = write
        body = json.dumps(asdict(header), sort_keys=True).encode("ascii")
        prologue = MAGIC + len(body).to_bytes(4, "big") + body
        self._cipher = _cipher(ring, header)
        self._bound = hashlib.sha256(prologue).digest()
        self._number = 0
        self._waiting = bytearray()
        write(prologue + self._cipher.encrypt(HEADER_NONCE, b"", self._bound))

    def write(self, data: bytes) -> None:
        """Add bytes."""
        self._waiting += data
        while len(self._waiting) > PIECE:
            self._put(bytes(self._waiting[:PIECE]), last=False)
            del self._waiting[:PIECE]

    def finish(self) -> None:
        """Write what is left, as the last piece."""
        self._put(bytes(self._waiting), last=True)
        self._waiting.clear()

    def _put(self, piece: bytes, *, last: bool) -> None:
        self._write(self._cipher.encrypt(_nonce(self._number, last), piece, self._bound))
        self._number += 1


class Opener:
    """Reads one encrypted file. BackupUnusable if it is no backup, another ring is needed, or anything was changed."""

    def __init__(self, file: BinaryIO, ring: KeyRing) -> None:
        self.header, prologue = _prologue(file)
        if not self.header.opened_by(ring):
            told = f"it needs the key ring {self.header.ring}, in KEYS_DIR is {ring.fingerprint()}"
            raise BackupUnusable(f"{told}: put back the ring of the day of the backup (keys import)")
        self._file = file
        self._cipher = _cipher(ring, self.header)
        self._bound = hashlib.sha256(prologue).digest()
        self._open(HEADER_NONCE, file.read(TAG))
        self._begin = file.tell()

    def verify(self) -> None:
        """Read the whole file once, so that what is damaged anywhere is refused before anything is done with it."""
        for _ in self.pieces():
            pass

    def pieces(self) -> Iterator[bytes]:
        """What was written, piece by piece, from the beginning."""
        self._file.seek(self._begin)
        number, piece = 0, self._file.read(PIECE + TAG)
        while True:
            following = self._file.read(PIECE + TAG)
            yield self._open(_nonce(number, last=not following), piece)
            if not following:
                return
            number, piece = number + 1, following

    def _open(self, nonce: bytes, sealed: bytes) -> bytes:
        try:
            return self._cipher.decrypt(nonce, sealed, self._bound)
        except (InvalidTag, ValueError):
            raise BackupUnusable(DAMAGED) from None


def _prologue(file: BinaryIO) -> tuple[Header, bytes]:
    begin = file.read(len(MAGIC) + 4)
    if begin[: len(MAGIC)] != MAGIC:
        raise BackupUnusable(NO_BACKUP)
    length = int.from_bytes(begin[len(MAGIC) :], "big")
    if length > LONGEST_HEADER:
        raise BackupUnusable(DAMAGED)
    body = file.read(length)
    try:
        return _header(json.loads(body)), begin + body
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise BackupUnusable(DAMAGED) from None


def _header(content: dict[str, Any]) -> Header:
    """ValueError, TypeError, KeyError or AttributeError for what can't be one."""
    for name in ("taken_at", "revision", "ring", "lineage", "salt"):
        if not isinstance(content[name], str):
            raise TypeError(name)
    for key_id, fingerprint in content["keys"].items():
        if not isinstance(fingerprint, str) or str(int(key_id)) != key_id:
            raise TypeError("keys")
    if str(content["primary"]) not in content["keys"] or len(bytes.fromhex(content["salt"])) != SALT:
        raise ValueError("primary or salt")
    if datetime.fromisoformat(content["taken_at"]).tzinfo is None:
        raise ValueError("taken_at")
    return Header(**content | {"primary": int(content["primary"])})


def _cipher(ring: KeyRing, header: Header) -> AESGCM:
    derive = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=bytes.fromhex(header.salt), info=b"suprovid backup")
    return AESGCM(derive.derive(ring.keys[header.primary]))


def _nonce(number: int, last: bool) -> bytes:
    """Number and whether it is the last; never that of the header, whose first byte differs."""
    return bytes(7) + number.to_bytes(4, "big") + bytes([last])
