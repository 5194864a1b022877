"""Documents that are made while they are sent: an archive is never whole in memory, nor on any disk."""

from __future__ import annotations

import zipfile
from collections.abc import AsyncGenerator, AsyncIterator
from typing import TYPE_CHECKING

from aiogram.types import BufferedInputFile, InputFile

from bot.telegram.rendered import Enclosed, MadeFile
from db.engine import Database
from db.repositories import files

if TYPE_CHECKING:
    from aiogram import Bot

EVER = (2026, 1, 1, 0, 0, 0)
"""The date of every entry: when somebody sent what is said on the page, in their own time."""


def made(database: Database, file: MadeFile) -> InputFile:
    """The document ready to be sent."""
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
