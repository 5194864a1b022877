"""The one place that downloads a file: its address holds the token, which must not get into any error."""

from __future__ import annotations

from aiogram.methods import GetFile

from bot.telegram.calls import Calls
from bot.telegram.failures import CallFailed, Cause, Refused, Trouble
from rules.files import MOST_BYTES

DOWNLOAD_SECONDS = 60
PIECE = 1 << 16


async def download(calls: Calls, telegram_id: str) -> bytes:
    """The content of a file at Telegram. `CallFailed` in our own words: too large, gone, or trouble on the way."""
    file = await calls.make(GetFile(file_id=telegram_id))
    if (file.file_size or 0) > MOST_BYTES:
        raise Refused(Cause.TOO_LARGE)
    if not file.file_path:
        raise Refused(Cause.FILE_GONE)
    session = calls.bot.session
    address = session.api.file_url(calls.bot.token, file.file_path)
    content = bytearray()
    try:
        async for piece in session.stream_content(address, timeout=DOWNLOAD_SECONDS, chunk_size=PIECE):
            content += piece
            if len(content) > MOST_BYTES:
                raise Refused(Cause.TOO_LARGE)
    except CallFailed:
        raise
    except Exception:  # noqa: BLE001 - whatever it is, its text holds the token
        raise Trouble from None
    return bytes(content)
