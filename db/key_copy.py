"""A copy of the key ring for the safe: text that can be printed, and that opens with a passphrase only."""

from __future__ import annotations

import base64
import binascii
import os
import textwrap

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from db.keys import KEY_BYTES, KeyRing

TITLE = "SUPROVID KEYS 1"
SHORTEST_PASSPHRASE = 12
SALT = 16
NONCE = 12
# 128 MiB and about half a second for each guess; fixed by the format, so that no file can ask for more.
WORK, BLOCK, LANES = 2**17, 8, 1


class KeyCopyUnusable(Exception):
    """A copy can't be made or opened. The text is one line with the reason, never a key or a passphrase."""


def seal_ring(ring: KeyRing, passphrase: str) -> str:
    """The copy, as text. KeyCopyUnusable for a passphrase that is too short."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise KeyCopyUnusable(f"the passphrase is too short: {SHORTEST_PASSPHRASE} characters or more")
    salt, nonce = os.urandom(SALT), os.urandom(NONCE)
    sealed = _cipher(passphrase, salt).encrypt(nonce, ring.to_json().encode("ascii"), TITLE.encode())
    lines = textwrap.wrap(base64.b64encode(salt + nonce + sealed).decode("ascii"), 64)
    return "\n".join([TITLE, *lines, ""])


def unseal_ring(text: str, passphrase: str) -> KeyRing:
    """The ring of a copy. KeyCopyUnusable if it is none, or the passphrase does not open it."""
    title, *lines = text.split("\n")
    if title.strip() != TITLE:
        raise KeyCopyUnusable("this is no copy of keys: name the file that keys export made")
    try:
        content = base64.b64decode("".join(line.strip() for line in lines), validate=True)
        salt, nonce, sealed = content[:SALT], content[SALT : SALT + NONCE], content[SALT + NONCE :]
        opened = _cipher(passphrase, salt).decrypt(nonce, sealed, TITLE.encode())
        return KeyRing.from_json(opened.decode("ascii"))
    except (InvalidTag, ValueError, binascii.Error):
        raise KeyCopyUnusable("the copy does not open: another passphrase, or the file is damaged") from None


def _cipher(passphrase: str, salt: bytes) -> AESGCM:
    derive = Scrypt(salt=salt, length=KEY_BYTES, n=WORK, r=BLOCK, p=LANES)
    return AESGCM(derive.derive(passphrase.encode()))
