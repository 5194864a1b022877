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
from bot.telegram.storage import RowStorage, row_key
from db.engine import Database
from db.repositories import inbox


class UnitOfWorkMiddleware(BaseMiddleware):
    """The outermost middleware of updates. `now` returns business time (UTC).

    Handlers find `uow`, `answers`, `now`, `is_staff`, and where somebody did something `state` and `raw_state`. Raises
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
        key = _conversation(data)
        async with self._database.uow() as uow:
            # First of all, since it locks the row: nobody else can claim the update while this transaction is open.
            begun = await inbox.begin(
                uow.session,
                handling.claimed,
                user_id=key.user_id if key else None,
                conversation=row_key(key) if key else None,
                private_message=_private_message(event),
                seconds=handling.seconds,
                worker=handling.worker,
            )
            if begun is None:
                raise ClaimLost
            storage = RowStorage(uow.session, now)
            data.update(uow=uow, answers=handling.answers, now=now, is_staff=begun.is_staff)
            if key is not None:
                storage.know(key, begun.state, begun.data)
                data.update(state=FSMContext(storage=storage, key=key), raw_state=begun.state)
            result = await handler(event, data)
            await storage.flush()
        handling.committed, handling.following = True, begun.following
        return result


def _private_message(update: Update) -> tuple[int, int] | None:
    """Chat and id of a new message in a private chat."""
    message = update.message
    return (message.chat.id, message.message_id) if message is not None and message.chat.type == "private" else None


def _conversation(data: dict[str, Any]) -> StorageKey | None:
    """The conversation of this person in this chat and topic."""
    context: EventContext = data[EVENT_CONTEXT_KEY]
    bot: Bot = data["bot"]
    if context.user_id is None:
        return None
    return StorageKey(
        bot_id=bot.id,
        chat_id=context.chat_id or context.user_id,
        user_id=context.user_id,
        thread_id=context.thread_id,
    )
