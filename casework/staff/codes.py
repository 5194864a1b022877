"""One-time codes: long enough not to be guessed, kept only as keyed hashes."""

from __future__ import annotations

import secrets

from db.cipher import search_hash

CODE_BYTES = 15
"""120 bits, 20 characters: also short enough for a deep link (64)."""


def new_code() -> str:
    """A fresh code of letters, digits, `-` and `_`."""
    return secrets.token_urlsafe(CODE_BYTES)


def code_hash(purpose: str, code: str) -> bytes:
    """What is kept of a code; the purpose keeps an invitation from passing as a binding."""
    return search_hash(f"code.{purpose}", code)
