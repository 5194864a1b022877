"""Files on their way to Telegram: by the number that Telegram knows them by, else with our own content."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any

from aiogram.methods import (
    SendAnimation,
    SendAudio,
    SendContact,
    SendDocument,
    SendLocation,
    SendMediaGroup,
    SendPhoto,
    SendSticker,
    SendVenue,
    SendVideo,
    SendVideoNote,
    SendVoice,
    TelegramMethod,
)
from aiogram.types import (
    BufferedInputFile,
    InputFile,
    InputMediaAudio,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    Message,
)

from bot.telegram.failures import Cause, Refused
from bot.telegram.made import made
from bot.telegram.rendered import Made, Rendered, RenderedFile
from casework.letters.sights import FileToSend
from db.engine import Database
from db.repositories import files
from rules.files import ENDINGS, WITHOUT_BYTES, WITHOUT_CAPTION, FileKind

Source = str | InputFile
Make = Callable[[TelegramMethod[Any], int], Awaitable[Any]]
"""Makes a call with so many seconds for its answer."""

ASK_SECONDS, UPLOAD_SECONDS = 20, 60

_METHODS: dict[FileKind, Callable[..., TelegramMethod[Message]]] = {
    FileKind.PHOTO: SendPhoto,
    FileKind.DOCUMENT: SendDocument,
    FileKind.VOICE: SendVoice,
    FileKind.VIDEO: SendVideo,
    FileKind.VIDEO_NOTE: SendVideoNote,
    FileKind.AUDIO: SendAudio,
    FileKind.ANIMATION: SendAnimation,
    FileKind.STICKER: SendSticker,
}
_IN_ALBUM = {
    FileKind.PHOTO: InputMediaPhoto,
    FileKind.VIDEO: InputMediaVideo,
    FileKind.DOCUMENT: InputMediaDocument,
    FileKind.AUDIO: InputMediaAudio,
}


class Contents:
    """Our own copies, read where Telegram does not know a file any more."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, file: FileToSend | Made) -> InputFile:
        """The content. `Refused` where we have none, either."""
        if isinstance(file, Made):
            return made(self._database, file)
        async with self._database.uow() as uow:
            content = await files.content(uow.session, file.file_id)
        if content is None:
            raise Refused(Cause.FILE_GONE)
        return BufferedInputFile(content, file.name or f"{file.kind.value}.{ENDINGS.get(file.kind, 'bin')}")


async def send_files(rendered: Rendered, where: dict[str, Any], make: Make, contents: Contents) -> list[Message]:
    """Sends what is to be shown, several files as one album; the messages that stand there now.

    `where`: chat, topic and whatever else the methods share. Buttons stand below a single file only. CallFailed.
    """
    if len(rendered.files) == 1 and rendered.keyboard is not None:
        where = where | {"reply_markup": rendered.keyboard}
    known = [known_as(each.file) for each in rendered.files]
    if None not in known:
        try:
            return await _send(
                rendered.files, [each or "" for each in known], where, partial(_within, make, ASK_SECONDS)
            )
        except Refused as refusal:
            if refusal.cause is not Cause.FILE_GONE:
                raise
    own = [await contents.of(each.file) for each in rendered.files]
    return await _send(rendered.files, own, where, partial(_within, make, UPLOAD_SECONDS))


def known_as(file: FileToSend | Made) -> str | None:
    """The number that Telegram knows a file by; empty where there is no file but a place or a contact."""
    if isinstance(file, Made):
        return None
    return "" if file.kind in WITHOUT_BYTES else file.telegram_id or None


async def _within(make: Make, seconds: int, method: TelegramMethod[Any]) -> Any:
    return await make(method, seconds)


async def _send(
    chosen: tuple[RenderedFile, ...],
    sources: Sequence[Source],
    where: dict[str, Any],
    make: Callable[[TelegramMethod[Any]], Awaitable[Any]],
) -> list[Message]:
    if len(chosen) == 1:
        return [await make(method_for(chosen[0], sources[0], where))]
    media = [
        _IN_ALBUM[kind_of(each.file)](media=source, caption=each.caption or None, parse_mode="HTML")
        for each, source in zip(chosen, sources, strict=True)
    ]
    sent: list[Message] = await make(SendMediaGroup(media=media, **where))
    return sent


def method_for(each: RenderedFile, source: Source, where: dict[str, Any]) -> TelegramMethod[Message]:
    """The call that shows one file, place or contact."""
    kind = kind_of(each.file)
    if isinstance(each.file, FileToSend) and kind in WITHOUT_BYTES:
        return _card(each.file, where)
    below = {} if kind in WITHOUT_CAPTION else {"caption": each.caption or None, "parse_mode": "HTML"}
    return _METHODS[kind](**{kind.value: source}, **below, **where)


def kind_of(file: FileToSend | Made) -> FileKind:
    """As what Telegram is to show it."""
    return FileKind.DOCUMENT if isinstance(file, Made) else file.kind


def _card(file: FileToSend, where: dict[str, Any]) -> TelegramMethod[Message]:
    card = json.loads(file.card or "{}")
    if file.kind is FileKind.CONTACT:
        return SendContact(phone_number=card["phone"], first_name=card["name"], **where)
    if card.get("title"):
        named = {"title": card["title"], "address": card.get("address") or card["title"]}
        return SendVenue(latitude=card["lat"], longitude=card["lon"], **named, **where)
    return SendLocation(latitude=card["lat"], longitude=card["lon"], **where)
