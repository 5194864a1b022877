"""The key ring: what opens and seals personal data, kept in a file of its own outside the data folder."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import os
import secrets
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

KEY_BYTES = 32
FIRST_KEY = 1
LAST_KEY = 255
FORMAT = 1


class KeyFileError(Exception):
    """The key file can't be used. The text is one line that names the file and the fix, never a key."""


@dataclass(frozen=True)
class KeyRing:
    """AES-256 keys by their one-byte id, the id new data is sealed with, and the key of search hashes.

    ValueError if a key has another length, an id does not fit into a byte, or the primary key is missing.
    """

    keys: dict[int, bytes] = field(repr=False)
    primary: int
    search: bytes = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse a ring that could not seal."""
        if any(not FIRST_KEY <= key_id <= LAST_KEY for key_id in self.keys):
            raise ValueError(f"key ids run from {FIRST_KEY} to {LAST_KEY}")
        if any(len(key) != KEY_BYTES for key in (*self.keys.values(), self.search)):
            raise ValueError(f"a key has {KEY_BYTES} bytes")
        if self.primary not in self.keys:
            raise ValueError("the primary key is missing")

    @classmethod
    def generate(cls) -> KeyRing:
        """A ring with one new key and a new search key."""
        return cls({FIRST_KEY: secrets.token_bytes(KEY_BYTES)}, FIRST_KEY, secrets.token_bytes(KEY_BYTES))

    @classmethod
    def load_or_make(cls, path: Path, *, outside: Path | None = None) -> KeyRing:
        """The ring kept at `path`, made there (file 0600, new folders 0700) if there is none.

        `outside`: a folder the file must not lie in, so that a copy of the data never holds its keys.
        KeyFileError if the file lies there, others may read it, or it is damaged.
        """
        path = path.absolute()
        if outside is not None and path.resolve().is_relative_to(outside.resolve()):
            raise KeyFileError(f"{path}: keys must not lie inside the data folder; set KEYS_DIR to another place")
        try:
            if not path.exists():
                _write_new(path, cls.generate())
            return _read(path)
        except OSError as exc:
            raise KeyFileError(f"{path}: the key file can't be used ({exc.strerror}); check KEYS_DIR") from None

    def fingerprint(self) -> str:
        """16 hex digits that tell this ring from another, to compare a copy with the original; reveals no key."""
        content = b"".join(bytes([key_id]) + key for key_id, key in sorted(self.keys.items())) + bytes([self.primary])
        return hmac.new(self.search, b"key ring" + content, hashlib.sha256).hexdigest()[:16]


def _read(path: Path) -> KeyRing:
    if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise KeyFileError(f"{path}: other users may read the keys; run chmod 600 on the file")
    try:
        return _from_json(json.loads(path.read_text(encoding="ascii")))
    except (ValueError, KeyError, TypeError, AttributeError, binascii.Error):
        raise KeyFileError(f"{path}: the key file is damaged; put back its copy, without it nothing opens") from None


def _from_json(content: dict[str, Any]) -> KeyRing:
    if content["format"] != FORMAT:
        raise ValueError("another format")
    keys = {int(key_id): base64.b64decode(key, validate=True) for key_id, key in content["keys"].items()}
    return KeyRing(keys, int(content["primary"]), base64.b64decode(content["search"], validate=True))


def _write_new(path: Path, ring: KeyRing) -> None:
    """Write the file whole and durably; where another process was faster, its file stays."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    content = {
        "format": FORMAT,
        "primary": ring.primary,
        "keys": {str(key_id): base64.b64encode(key).decode() for key_id, key in ring.keys.items()},
        "search": base64.b64encode(ring.search).decode(),
    }
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            json.dump(content, file, indent=2)
            file.flush()
            os.fsync(file.fileno())
        _put_in_place(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _put_in_place(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
