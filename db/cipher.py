"""Sealing of personal data: AES-GCM bound to table and column, keyed hashes for search.

A sealed value is the key's id (1 byte), a random nonce (12) and the ciphertext with its tag (16).
"""

from __future__ import annotations

import hashlib
import hmac
import os
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import ColumnElement, Dialect, LargeBinary
from sqlalchemy.sql import operators
from sqlalchemy.types import TypeDecorator

from db.keys import KeyRing

NONCE_BYTES = 12
TAG_BYTES = 16
HASH_BYTES = 16

_NULL_TESTS = frozenset({operators.is_, operators.is_not})


class SealBroken(Exception):
    """A sealed value does not open: unknown key, another column's value, or damage. Its text holds no content."""


class _Installed:
    """A ring made ready for use: cipher objects are costly to make, cheap to call."""

    def __init__(self, ring: KeyRing) -> None:
        self.ciphers = {key_id: AESGCM(key) for key_id, key in ring.keys.items()}
        self.primary = ring.primary
        self.search = ring.search


_installed: _Installed | None = None


def install(ring: KeyRing) -> None:
    """Use this ring in the whole process from now on."""
    global _installed
    _installed = _Installed(ring)


def _ring() -> _Installed:
    if _installed is None:
        raise RuntimeError("no key ring is installed: call db.cipher.install first")
    return _installed


def seal(column: str, text: str) -> bytes:
    """Encrypt `text` for `column` ("table.column") with the primary key."""
    ring = _ring()
    nonce = os.urandom(NONCE_BYTES)
    sealed = ring.ciphers[ring.primary].encrypt(nonce, text.encode(), column.encode())
    return bytes([ring.primary]) + nonce + sealed


def unseal(column: str, sealed: bytes) -> str:
    """Decrypt what `seal` made for the same `column`, with whichever key of the ring; SealBroken otherwise."""
    cipher = _ring().ciphers.get(sealed[0]) if sealed else None
    if cipher is None:
        raise SealBroken(f"{column}: sealed with a key that is not in the ring")
    nonce, ciphertext = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
    if len(ciphertext) < TAG_BYTES:
        raise SealBroken(f"{column}: the sealed value is cut short")
    try:
        return cipher.decrypt(nonce, ciphertext, column.encode()).decode()
    except InvalidTag:
        raise SealBroken(f"{column}: the sealed value is damaged or belongs elsewhere") from None


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
