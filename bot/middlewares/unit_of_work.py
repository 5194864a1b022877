"""One update, one transaction: its inbox row, its conversation and whatever the act writes commit together."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.dispatcher.middlewares.user_context import EVENT_CONTEXT_KEY, EventContext
from aiogram.fsm.context import FSMContext
from aiogram.fsm.storage.base import StorageKey
from aiogram.types import TelegramObject, Update

from bot.telegram.handling import HANDLING, ClaimLost, Handling
from bot.telegram.storage import RowStorage
from db.engine import Database
from db.repositories import cursors, inbox


class UnitOfWorkMiddleware(BaseMiddleware):
    """The outermost middleware of updates. `now` returns business time (UTC).

    Handlers find `uow`, `answers`, `now`, and where somebody in some chat did something `state` and `raw_state`. Raises
    `ClaimLost` if another process has the update by now; whatever else is raised rolls everything back.
    """

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        """Handle one update in one transaction."""
        if not isinstance(event, Update):
            raise TypeError("this middleware is for whole updates")
        handling: Handling = data[HANDLING]
        now = self._now()
        async with self._database.uow() as uow:
            # First of all, since it locks the row: nobody else can claim the update while this transaction is open.
            if not await inbox.mark_done(uow.session, handling.claimed):
                raise ClaimLost
            message = event.message
            if message is not None and message.chat.type == "private":
                await cursors.raise_to(uow.session, message.chat.id, message.message_id)
            storage = RowStorage(uow.session, now)
            data.update(uow=uow, answers=handling.answers, now=now)
            state = _conversation(storage, data)
            if state is not None:
                data.update(state=state, raw_state=await state.get_state())
            result = await handler(event, data)
            await storage.flush()
        handling.committed = True
        return result


def _conversation(storage: RowStorage, data: dict[str, Any]) -> FSMContext | None:
    """The conversation of this person in this chat and topic."""
    context: EventContext = data[EVENT_CONTEXT_KEY]
    bot: Bot = data["bot"]
    if context.user_id is None:
        return None
    key = StorageKey(
        bot_id=bot.id,
        chat_id=context.chat_id or context.user_id,
        user_id=context.user_id,
        thread_id=context.thread_id,
    )
    return FSMContext(storage=storage, key=key)
