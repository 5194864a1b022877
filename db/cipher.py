"""Sealing of personal data: AES-GCM bound to table and column, keyed hashes for search.

A sealed value is the key's id (1 byte), a random nonce (12) and the ciphertext with its tag (16). A ring that was
installed with its file is read again when the file changes: keys are rotated beside processes that go on working.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import time
from pathlib import Path
from typing import Any

import structlog
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import ColumnElement, Dialect, LargeBinary
from sqlalchemy.sql import operators
from sqlalchemy.types import TypeDecorator

from db.keys import KeyFileError, KeyRing

log = structlog.get_logger(__name__)

PICK_UP_SECONDS = 2.0
"""So long after its file changed a process may go on sealing with the ring it has."""
NONCE_BYTES = 12
TAG_BYTES = 16
HASH_BYTES = 16

_NULL_TESTS = frozenset({operators.is_, operators.is_not})


class SealBroken(Exception):
    """A sealed value does not open: unknown key, another column's value, or damage. Its text holds no content."""


class _Installed:
    """A ring made ready for use: cipher objects are costly to make, cheap to call."""

    def __init__(self, ring: KeyRing, path: Path | None) -> None:
        self.ring = ring
        self.ciphers = {key_id: AESGCM(key) for key_id, key in ring.keys.items()}
        self.primary = ring.primary
        self.search = ring.search
        self.path = path
        self.looked_at = time.monotonic()
        self.version: tuple[int, int, int] | None = None
        """Of the file that was read; None: it is read again at the next look."""


_installed: _Installed | None = None


def install(ring: KeyRing, path: Path | None = None) -> None:
    """Use this ring in the whole process from now on; `path` is the file that it is read from again."""
    global _installed
    _installed = _Installed(ring, path)


def current_ring() -> KeyRing:
    """The ring as its file holds it now."""
    return _look_again(_known()).ring


def _known() -> _Installed:
    if _installed is None:
        raise RuntimeError("no key ring is installed: call db.cipher.install first")
    return _installed


def _ring() -> _Installed:
    known = _known()
    return known if time.monotonic() - known.looked_at < PICK_UP_SECONDS else _look_again(known)


def _look_again(known: _Installed) -> _Installed:
    """Read the ring anew if its file is another one; one that can't be used, or a stranger's, changes nothing."""
    known.looked_at = time.monotonic()
    if known.path is None or (version := _version(known.path)) in (None, known.version):
        return known
    try:
        ring = KeyRing.load(known.path)
    except KeyFileError:
        log.warning("ring_not_read")
        return known
    if ring.lineage != known.ring.lineage:
        log.error("ring_of_another_lineage")
        return known
    install(ring, known.path)
    # The file may have been replaced once more while it was read: then it is read again.
    _known().version = version
    return _known()


def _version(path: Path | None) -> tuple[int, int, int] | None:
    """What changes when the file is replaced; None where there is none."""
    try:
        info = path.stat() if path is not None else None
    except OSError:
        return None
    return None if info is None else (info.st_ino, info.st_mtime_ns, info.st_size)


def seal(column: str, text: str) -> bytes:
    """Encrypt `text` for `column` ("table.column") with the primary key."""
    return seal_bytes(column, text.encode())


def seal_bytes(column: str, content: bytes) -> bytes:
    """The same for what is no text."""
    ring = _ring()
    nonce = os.urandom(NONCE_BYTES)
    return bytes([ring.primary]) + nonce + ring.ciphers[ring.primary].encrypt(nonce, content, column.encode())


def unseal(column: str, sealed: bytes) -> str:
    """Decrypt what `seal` made for the same `column`, with whichever key of the ring; SealBroken otherwise."""
    return unseal_bytes(column, sealed).decode()


def unseal_bytes(column: str, sealed: bytes) -> bytes:
    """The same for what is no text."""
    cipher = _cipher(sealed[0]) if sealed else None
    if cipher is None:
        raise SealBroken(f"{column}: sealed with a key that is not in the ring")
    nonce, ciphertext = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
    if len(ciphertext) < TAG_BYTES:
        raise SealBroken(f"{column}: the sealed value is cut short")
    try:
        return cipher.decrypt(nonce, ciphertext, column.encode())
    except InvalidTag:
        raise SealBroken(f"{column}: the sealed value is damaged or belongs elsewhere") from None


def _cipher(key_id: int) -> AESGCM | None:
    """The key's cipher; a key that is not known may have come into the file a moment ago."""
    known = _ring()
    return known.ciphers.get(key_id) or _look_again(known).ciphers.get(key_id)


def search_hash(purpose: str, text: str) -> bytes:
    """16 bytes, equal for equal `purpose` and `text`, that say nothing to whoever lacks the search key."""
    message = purpose.encode() + b"\0" + text.encode()
    return hmac.new(_ring().search, message, hashlib.sha256).digest()[:HASH_BYTES]


class Sealed(TypeDecorator[str]):
    """A text column kept sealed as bytea; `column` is its own "table.column".

    Every sealing differs, so a comparison could never be true: anything but a test for NULL is refused.
    """

    impl = LargeBinary
    cache_ok = True

    class Comparator(TypeDecorator.Comparator[str]):
        """Lets only tests for NULL through, and what SQLAlchemy itself needs."""

        def operate(self, op: operators.OperatorType, *other: Any, **kwargs: Any) -> Any:
            """As SQLAlchemy's own; TypeError for what can't work on a sealed column."""
            # SQLAlchemy compares columns with each other where their hashes meet in its own dictionaries.
            harmless = len(other) == 1 and (other[0] is None or isinstance(other[0], ColumnElement))
            if op not in _NULL_TESTS and not (op in (operators.eq, operators.ne) and harmless):
                raise TypeError("a sealed column can't be compared or sorted: search by search_hash")
            return super().operate(op, *other, **kwargs)

    # SQLAlchemy declares a property here, but reads a class as well; its own types set one.
    comparator_factory = Comparator

    def __init__(self, column: str) -> None:
        super().__init__()
        self.column = column

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        """Text of ours → sealed bytes."""
        return None if value is None else seal(self.column, value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        """Sealed bytes → text of ours; SealBroken as `unseal`."""
        return None if value is None else unseal(self.column, bytes(value))


class SealedBytes(TypeDecorator[bytes]):
    """The same for a column of bytes: the pieces of files. They are large, and read whole only where they are used."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, column: str) -> None:
        super().__init__()
        self.column = column

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        """Bytes of ours → sealed bytes."""
        return None if value is None else seal_bytes(self.column, value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        """Sealed bytes → bytes of ours; SealBroken as `unseal`."""
        return None if value is None else unseal_bytes(self.column, bytes(value))
