"""What stands inside a backup: records, compressed. A record is a kind (1 byte), a length (4) and so many bytes.

T a table begins (JSON: name, columns) · D rows as PostgreSQL's binary COPY gives them · S sequences (JSON)
E the end (JSON: how many rows each table has)
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from db.backup.errors import BackupUnusable

TABLE, DATA, SEQUENCES, END = b"T", b"D", b"S", b"E"
KINDS = frozenset({TABLE, DATA, SEQUENCES, END})
HEAD = 5
LONGEST = 1 << 26
# What identifies people is sealed and does not shrink; the rest shrinks well at the lowest level already.
LEVEL = 1
INFLATED_AT_ONCE = 1 << 20


class RecordWriter:
    """Compresses records and hands the bytes on to `write`."""

    def __init__(self, write: Callable[[bytes], None]) -> None:
        self._write = write
        self._deflate = zlib.compressobj(LEVEL)

    def put(self, kind: bytes, body: bytes) -> None:
        """Write one record."""
        self._write(self._deflate.compress(kind + len(body).to_bytes(4, "big") + body))

    def put_json(self, kind: bytes, content: dict[str, Any]) -> None:
        """Write one record that is JSON."""
        self.put(kind, json.dumps(content).encode("ascii"))

    def finish(self) -> None:
        """Write what is left."""
        self._write(self._deflate.flush())


def read_records(pieces: Iterable[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """Kind and body of each record. BackupUnusable where the end is missing; memory stays small whatever is inside."""
    waiting = bytearray()
    for part in _inflated(pieces):
        waiting += part
        while len(waiting) >= HEAD:
            kind, length = bytes(waiting[:1]), int.from_bytes(waiting[1:HEAD], "big")
            if kind not in KINDS or length > LONGEST:
                raise _strange()
            if len(waiting) < HEAD + length:
                break
            body = bytes(waiting[HEAD : HEAD + length])
            del waiting[: HEAD + length]
            yield kind, body
    if waiting:
        raise _strange()


def _inflated(pieces: Iterable[bytes]) -> Iterator[bytes]:
    inflate = zlib.decompressobj()
    try:
        for piece in pieces:
            waiting = piece
            while waiting:
                yield inflate.decompress(waiting, INFLATED_AT_ONCE)
                waiting = inflate.unconsumed_tail
        yield inflate.flush()
    except zlib.error:
        raise _strange() from None
    if not inflate.eof:
        raise _strange()


def _strange() -> BackupUnusable:
    """The file opened, so it is whole; another version of the bot must have written it otherwise."""
    return BackupUnusable("the backup's content is not understood: restore it with the version that took it")
