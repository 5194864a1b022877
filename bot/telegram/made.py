"""Documents that are made while they are sent: an archive is never whole in memory, nor on any disk."""

from __future__ import annotations

import asyncio
import json
import zipfile
from collections.abc import AsyncGenerator, AsyncIterator
from typing import TYPE_CHECKING, Any

from aiogram.types import BufferedInputFile, InputFile

from bot.telegram.rendered import Enclosed, Made, MadeFile, MadeTable
from db.engine import Database
from db.repositories import exports, files

if TYPE_CHECKING:
    from aiogram import Bot

PIECE = 64 * 1024
EVER = (2026, 1, 1, 0, 0, 0)
"""The date of every entry: when somebody sent what is said on the page, in their own time."""


def made(database: Database, file: Made) -> InputFile:
    """The document ready to be sent."""
    if isinstance(file, MadeTable):
        return _Table(database, file)
    only = file.entries[0]
    if len(file.entries) == 1 and only.file_id is None:
        return BufferedInputFile(only.content, file.name)
    return _Archive(database, file)


class _Archive(InputFile):
    """Read anew for every try: each piece comes from the database when it is its turn."""

    def __init__(self, database: Database, file: MadeFile) -> None:
        super().__init__(filename=file.name)
        self._database = database
        self._entries = file.entries

    async def read(self, bot: Bot) -> AsyncGenerator[bytes, None]:
        """The archive in pieces. LookupError where a file was deleted meanwhile: half an archive is none."""
        written = _Written()
        with zipfile.ZipFile(written, "w") as archive:
            for each in self._entries:
                info = zipfile.ZipInfo(each.path, EVER)
                # A picture does not shrink any more; the page does.
                info.compress_type = zipfile.ZIP_STORED if each.file_id is not None else zipfile.ZIP_DEFLATED
                with archive.open(info, "w") as entry:
                    async for piece in self._content(each):
                        entry.write(piece)
                        yield written.take()
        yield written.take()

    async def _content(self, each: Enclosed) -> AsyncIterator[bytes]:
        if each.file_id is None:
            yield each.content
            return
        for number in range(await self._pieces(each.file_id)):
            async with self._database.uow() as uow:
                piece = await files.piece(uow.session, each.file_id, number)
            if piece is None:
                raise LookupError("a file was deleted while it was sent")
            yield piece

    async def _pieces(self, file_id: int) -> int:
        async with self._database.uow() as uow:
            return await files.count_pieces(uow.session, file_id)


class _Table(InputFile):
    """A table of an export: its rows come a batch at a time, and it is made beside the event loop."""

    def __init__(self, database: Database, file: MadeTable) -> None:
        super().__init__(filename=file.name)
        self._database = database
        self._file = file

    async def read(self, bot: Bot) -> AsyncGenerator[bytes, None]:
        """The file. LookupError where its rows were forgotten meanwhile: half a table is none."""
        rows = [each async for each in self._rows()]
        if not rows:
            raise LookupError("the rows of a table were forgotten before it was sent")
        content = await asyncio.to_thread(self._file.write, rows)
        for start in range(0, len(content), PIECE):
            yield content[start : start + PIECE]

    async def _rows(self) -> AsyncIterator[dict[str, Any]]:
        after, more = 0, True
        while more:
            async with self._database.uow() as uow:
                found = await exports.rows(uow.session, self._file.export_id, after)
            for row in found:
                after = row.place
                yield json.loads(row.cells)
            more = bool(found)


class _Written:
    """What was written and not taken yet. It can't be rewound, so that sizes stand behind each entry."""

    def __init__(self) -> None:
        self._bytes = bytearray()

    def write(self, data: bytes) -> int:
        """Keeps it until it is taken."""
        self._bytes += data
        return len(data)

    def flush(self) -> None:
        """Nothing waits anywhere else."""

    def close(self) -> None:
        """There is nothing to be closed."""

    def take(self) -> bytes:
        """All since the last time."""
        taken = bytes(self._bytes)
        self._bytes.clear()
        return taken
