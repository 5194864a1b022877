"""The key ring: what opens and seals personal data, kept in a file of its own outside the data folder."""

from __future__ import annotations

import base64
import binascii
import fcntl
import hashlib
import hmac
import json
import os
import secrets
import stat
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
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

    Keys stand in the order of their age: what comes after the primary one was added and is not used yet.
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
                write_ring(path, cls.generate(), over=False)
            return _read(path)
        except OSError as exc:
            raise KeyFileError(f"{path}: the key file can't be used ({exc.strerror}); check KEYS_DIR") from None

    @classmethod
    def load(cls, path: Path) -> KeyRing:
        """The ring kept at `path`. KeyFileError if there is none, others may read it, or it is damaged."""
        try:
            return _read(path)
        except OSError as exc:
            fix = "put back its copy (keys import), and check KEYS_DIR"
            raise KeyFileError(f"{path}: the key file can't be read ({exc.strerror}); {fix}") from None

    def fingerprint(self) -> str:
        """16 hex digits that tell this ring from another, to compare a copy with the original; reveals no key."""
        content = b"".join(bytes([key_id]) + key for key_id, key in sorted(self.keys.items())) + bytes([self.primary])
        return hmac.new(self.search, b"key ring" + content, hashlib.sha256).hexdigest()[:16]

    @property
    def lineage(self) -> str:
        """16 hex digits that all rings share that came from one by rotation: the search key is never rotated."""
        return hmac.new(self.search, b"lineage", hashlib.sha256).hexdigest()[:16]

    def key_fingerprints(self) -> dict[int, str]:
        """16 hex digits for each key, by its id, that tell it from others with the same id; they reveal no key."""
        return {
            key_id: hmac.new(key, b"key fingerprint", hashlib.sha256).hexdigest()[:16]
            for key_id, key in sorted(self.keys.items())
        }

    def with_new_key(self) -> KeyRing:
        """This ring and a new key that is not primary yet. ValueError where no id is left."""
        unused = [key_id for key_id in range(FIRST_KEY, LAST_KEY + 1) if key_id not in self.keys]
        # An id that was dropped comes back last: old copies of its values should not meet another key.
        key_id = min(unused, key=lambda each: (each < max(self.keys), each), default=None)
        if key_id is None:
            raise ValueError(f"the ring holds {LAST_KEY} keys, more do not fit")
        return replace(self, keys=self.keys | {key_id: secrets.token_bytes(KEY_BYTES)})

    def without(self, key_ids: Collection[int]) -> KeyRing:
        """This ring without some of its keys. ValueError if the primary one is among them."""
        return replace(self, keys={key_id: key for key_id, key in self.keys.items() if key_id not in key_ids})

    def to_json(self) -> str:
        """The ring as its file holds it: secret."""
        content = {
            "format": FORMAT,
            "primary": self.primary,
            "keys": {str(key_id): base64.b64encode(key).decode() for key_id, key in self.keys.items()},
            "search": base64.b64encode(self.search).decode(),
        }
        return json.dumps(content, indent=2)

    @classmethod
    def from_json(cls, text: str) -> KeyRing:
        """What `to_json` gave. ValueError for anything else; its text repeats nothing of it."""
        try:
            return _from_json(json.loads(text))
        except (ValueError, KeyError, TypeError, AttributeError, binascii.Error):
            raise ValueError("not a key ring") from None


def write_ring(path: Path, ring: KeyRing, *, over: bool) -> bool:
    """Write the file whole and durably, new folders 0700. `over`: in place of one that is there, else that one stays.

    Returns whether it was written. OSError where it can't be.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(ring.to_json())
            file.flush()
            os.fsync(file.fileno())
        return _put_in_place(draft, path, over)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def ring_held(path: Path) -> Iterator[None]:
    """While it lasts no other process changes the ring in this folder. KeyFileError if one is doing so."""
    try:
        folder = os.open(path.parent, os.O_RDONLY)
    except OSError as exc:
        raise KeyFileError(f"{path.parent}: the keys can't be used ({exc.strerror}); check KEYS_DIR") from None
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise KeyFileError(f"{path}: another command is changing the keys; wait for its end") from None
        yield
    finally:
        os.close(folder)


def _read(path: Path) -> KeyRing:
    if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise KeyFileError(f"{path}: other users may read the keys; run chmod 600 on the file")
    try:
        return KeyRing.from_json(path.read_text(encoding="ascii"))
    except ValueError:
        raise KeyFileError(f"{path}: the key file is damaged; put back its copy, without it nothing opens") from None


def _from_json(content: dict[str, Any]) -> KeyRing:
    if content["format"] != FORMAT:
        raise ValueError("another format")
    keys = {int(key_id): base64.b64decode(key, validate=True) for key_id, key in content["keys"].items()}
    return KeyRing(keys, int(content["primary"]), base64.b64decode(content["search"], validate=True))


def _put_in_place(draft: Path, path: Path, over: bool) -> bool:
    try:
        if over:
            draft.rename(path)
        else:
            os.link(draft, path)
    except FileExistsError:
        return False
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
    return True
