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
    InputMediaAudio,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    Message,
)

from bot.telegram.failures import Cause, Refused
from bot.telegram.rendered import Rendered, RenderedFile
from casework.letters.sights import FileToSend
from db.engine import Database
from db.repositories import files
from rules.files import WITHOUT_BYTES, WITHOUT_CAPTION, FileKind

Source = str | BufferedInputFile
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
_ENDINGS = {
    FileKind.PHOTO: "jpg",
    FileKind.VOICE: "ogg",
    FileKind.VIDEO: "mp4",
    FileKind.VIDEO_NOTE: "mp4",
    FileKind.AUDIO: "mp3",
    FileKind.ANIMATION: "mp4",
    FileKind.STICKER: "webp",
}
"""For content whose sender gave it no name: Telegram tells by the name what it gets."""


class Contents:
    """Our own copies, read where Telegram does not know a file any more."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, file: FileToSend) -> BufferedInputFile:
        """The content. `Refused` where we have none, either."""
        async with self._database.uow() as uow:
            content = await files.content(uow.session, file.file_id)
        if content is None:
            raise Refused(Cause.FILE_GONE)
        return BufferedInputFile(content, file.name or f"{file.kind.value}.{_ENDINGS.get(file.kind, 'bin')}")


async def send_files(rendered: Rendered, where: dict[str, Any], make: Make, contents: Contents) -> list[Message]:
    """Sends what is to be shown, several files as one album; the messages that stand there now.

    `where`: chat, topic and whatever else the methods share. CallFailed.
    """
    if all(each.file.telegram_id or each.file.kind in WITHOUT_BYTES for each in rendered.files):
        try:
            known = [each.file.telegram_id or "" for each in rendered.files]
            return await _send(rendered.files, known, where, partial(_within, make, ASK_SECONDS))
        except Refused as refusal:
            if refusal.cause is not Cause.FILE_GONE:
                raise
    own = [await contents.of(each.file) for each in rendered.files]
    return await _send(rendered.files, own, where, partial(_within, make, UPLOAD_SECONDS))


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
        _IN_ALBUM[each.file.kind](media=source, caption=each.caption or None, parse_mode="HTML")
        for each, source in zip(chosen, sources, strict=True)
    ]
    sent: list[Message] = await make(SendMediaGroup(media=media, **where))
    return sent


def method_for(each: RenderedFile, source: Source, where: dict[str, Any]) -> TelegramMethod[Message]:
    """The call that shows one file, place or contact."""
    kind = each.file.kind
    if kind in WITHOUT_BYTES:
        return _card(each.file, where)
    below = {} if kind in WITHOUT_CAPTION else {"caption": each.caption or None, "parse_mode": "HTML"}
    return _METHODS[kind](**{kind.value: source}, **below, **where)


def _card(file: FileToSend, where: dict[str, Any]) -> TelegramMethod[Message]:
    card = json.loads(file.card or "{}")
    if file.kind is FileKind.CONTACT:
        return SendContact(phone_number=card["phone"], first_name=card["name"], **where)
    if card.get("title"):
        named = {"title": card["title"], "address": card.get("address") or card["title"]}
        return SendVenue(latitude=card["lat"], longitude=card["lon"], **named, **where)
    return SendLocation(latitude=card["lat"], longitude=card["lon"], **where)
