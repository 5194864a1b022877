"""The one place that downloads a file: its address holds the token, which must not get into any error."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing, suppress
from pathlib import Path

from aiogram.methods import GetFile

from bot.telegram.calls import Calls
from bot.telegram.failures import CallFailed, Cause, Refused, Trouble
from rules.files import most_bytes

DOWNLOAD_SECONDS = 60
PIECE = 1 << 16
PIECE_OF_DISK = 1 << 20


async def download(calls: Calls, telegram_id: str, *, local: bool = False) -> bytes:
    """The content of a file at Telegram. `CallFailed` in our own words: too large, gone, or trouble on the way.

    `local`: the department's own server in its local mode says where the file lies in a folder. It is read there, if
    this machine has that folder, and deleted: what people sent shall not lie about unsealed. Else it comes by HTTP.
    """
    most = most_bytes(local=local)
    file = await calls.make(GetFile(file_id=telegram_id))
    if (file.file_size or 0) > most:
        raise Refused(Cause.TOO_LARGE)
    if not file.file_path:
        raise Refused(Cause.FILE_GONE)
    try:
        if local and (found := _in_our_reach(calls, file.file_path)) is not None:
            content = await _joined(_from_disk(found), most)
            with suppress(OSError):
                await asyncio.to_thread(found.unlink)
            return content
        return await _joined(_by_http(calls, file.file_path), most)
    except CallFailed:
        raise
    except Exception:  # noqa: BLE001 - whatever it is, its text holds the token
        raise Trouble from None


async def _joined(pieces: AsyncIterator[bytes], most: int) -> bytes:
    content = bytearray()
    async for piece in pieces:
        content += piece
        if len(content) > most:
            raise Refused(Cause.TOO_LARGE)
    return bytes(content)


async def _by_http(calls: Calls, path: str) -> AsyncIterator[bytes]:
    session, token = calls.bot.session, calls.bot.token
    # A server in its local mode names the whole path; behind the bot's own folder it is the one that HTTP serves.
    behind = path.rpartition(f"/{token}/")[2]
    address = session.api.file_url(token, behind)
    async with aclosing(session.stream_content(address, timeout=DOWNLOAD_SECONDS, chunk_size=PIECE)) as stream:
        async for piece in stream:
            yield piece


def _in_our_reach(calls: Calls, path: str) -> Path | None:
    """Where the file lies on this machine; None where it does not, or where no folder of the bot is meant."""
    place = Path(path)
    ours = place.is_absolute() and calls.bot.token in place.parts and ".." not in place.parts
    return place if ours and place.is_file() else None


async def _from_disk(place: Path) -> AsyncIterator[bytes]:
    with await asyncio.to_thread(place.open, "rb") as opened:
        while piece := await asyncio.to_thread(opened.read, PIECE_OF_DISK):
            yield piece
