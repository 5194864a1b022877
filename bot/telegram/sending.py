"""The two calls that nearly every letter is: only what we say in them, and only what we look at in the answer.

The library's own know each field that Telegram has, and build a whole message with its chat from every answer.
"""

from __future__ import annotations

import json
from typing import Any, ClassVar

from aiogram.methods import TelegramMethod
from aiogram.types import TelegramObject

from bot.telegram.items import Item
from bot.telegram.rendered import Keyboard

NO_PREVIEW = json.dumps({"is_disabled": True})


class Standing(TelegramObject):
    """A message that stands at Telegram now; all else that is said of it is kept as it came."""

    message_id: int


class Send(TelegramMethod[Standing]):
    """`sendMessage`. What is JSON in Telegram's eyes is JSON here, too."""

    __returning__: ClassVar[Any] = Standing
    __api_method__: ClassVar[str] = "sendMessage"

    chat_id: int
    text: str
    message_thread_id: int | None = None
    parse_mode: str = "HTML"
    link_preview_options: str = NO_PREVIEW
    disable_notification: bool | None = None
    protect_content: bool | None = None
    allow_paid_broadcast: bool | None = None
    reply_parameters: str | None = None
    reply_markup: str | None = None


class Change(TelegramMethod[Standing | bool]):
    """`editMessageText`."""

    __returning__: ClassVar[Any] = Standing | bool
    __api_method__: ClassVar[str] = "editMessageText"

    chat_id: int
    message_id: int
    text: str
    parse_mode: str = "HTML"
    link_preview_options: str = NO_PREVIEW
    reply_markup: str | None = None


def send(item: Item) -> Send:
    """The sending of a letter as a new message."""
    rendered = item.rendered
    reply = {"message_id": item.reply_to, "allow_sending_without_reply": True}
    return Send(
        chat_id=item.place.chat_id,
        text=rendered.text,
        message_thread_id=item.place.thread_id,
        disable_notification=rendered.silent or None,
        protect_content=rendered.protect or None,
        allow_paid_broadcast=item.paid or None,
        reply_parameters=json.dumps(reply) if item.reply_to else None,
        reply_markup=as_json(rendered.keyboard),
    )


def as_json(keyboard: Keyboard | None) -> str | None:
    """A keyboard as Telegram reads it."""
    return keyboard.model_dump_json(exclude_none=True) if keyboard is not None else None
