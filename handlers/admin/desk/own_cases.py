"""The conversations of one's own cases on the desk: what is said there goes the same way as in a topic of the group.

In a chat without topics a reply to something of a case is said in its conversation; everything else is of the desk.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.enums import ChatType
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message, MessageReactionUpdated, TelegramObject

from bot.telegram.staff_words import target_of
from casework.cases.here import NO_TOPIC, SaidHere, case_here
from casework.context import Context
from handlers.admin.staff_chat.steps import Stepping
from handlers.filters import chat_type

COMMAND = re.compile(r"^/(\w+)")
OF_A_CASE = frozenset({"a", "at", "del", "note", "same", "former", "code"})
"""Commands that are said of one case; all others are the desk's, wherever they are said."""


def _is_among_own_cases(event: TelegramObject, ctx: Context) -> bool:
    return ctx.actor.is_staff and ctx.rules.minimal and chat_type(event) == ChatType.PRIVATE


class OwnCases(Filter):
    """A staff member on their desk, where the conversations are there. `in_topic`: only what a topic is named for."""

    def __init__(self, *, in_topic: bool) -> None:
        self._in_topic = in_topic

    async def __call__(self, event: TelegramObject, ctx: Context) -> bool:
        """Whether this one enters."""
        if not _is_among_own_cases(event, ctx):
            return False
        if not isinstance(event, CallbackQuery):
            return self._in_topic
        pressed = event.message
        return not self._in_topic or (isinstance(pressed, Message) and bool(pressed.is_topic_message))


class OfWhichCase(BaseMiddleware):
    """Lets a message in if it is said of a case, as if it stood in its topic; any other goes on to the desk."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        """Finds the case; the handlers find its topic in the message."""
        ctx: Context = data["ctx"]
        if not _is_among_own_cases(event, ctx):
            return UNHANDLED
        if isinstance(event, MessageReactionUpdated):
            return await handler(event, data)
        if not isinstance(event, Message) or _is_of_desk(event):
            return UNHANDLED
        thread_id = await self._topic(event, ctx, data.get("raw_state"))
        if thread_id is None:
            return UNHANDLED
        return await handler(event.model_copy(update={"message_thread_id": thread_id}), data)

    async def _topic(self, message: Message, ctx: Context, raw_state: str | None) -> int | None:
        thread = message.message_thread_id if message.is_topic_message else None
        here = SaidHere(message.chat.id, message.message_id, thread, target_of(message))
        found = await case_here(ctx, here)
        return NO_TOPIC if found is None and raw_state == Stepping.note.state else found


def _is_of_desk(message: Message) -> bool:
    command = COMMAND.match(message.text or "")
    return command is not None and command[1].lower() not in OF_A_CASE
