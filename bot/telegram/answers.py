"""What is answered at once, past the outbox and after the commit: toasts, and whispers in the staff group.

Telegram takes an answer to a pressed button for 15 seconds only, so these are neither kept nor repeated; whatever
must arrive is a letter.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import structlog
from aiogram.methods import AnswerCallbackQuery, EditEphemeralMessageText, SendMessage, TelegramMethod
from aiogram.types import CallbackQuery, EphemeralMessageParameters, InlineKeyboardMarkup, Message, Update

from bot.telegram.calls import Calls
from bot.telegram.failures import CallFailed
from bot.telegram.rendered import Rendered
from casework.letters.policies import Priority

log = structlog.get_logger(__name__)

TOAST_UNITS = 200
PATIENCE_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the update came from: who is answered, and in which chat and topic."""

    chat_id: int
    thread_id: int | None
    user_id: int
    ephemeral_message_id: int | None


class Answers:
    """Collects what the handling of one update answers at once; saying it can't fail the update any more."""

    def __init__(self, update: Update) -> None:
        """`update`: the one that is handled."""
        self._query = update.callback_query
        self._place = _place_of(update)
        self._toast: str | None = None
        self._alert = False
        self._whisper: Rendered | None = None
        self._otherwise: Callable[[], Awaitable[object]] | None = None

    def toast(self, text: str, *, alert: bool = False) -> None:
        """A line on the pressed button; `alert`: one that has to be closed. Without a pressed button nobody sees it."""
        self._toast, self._alert = text[:TOAST_UNITS], alert

    def whisper(self, rendered: Rendered, *, otherwise: Callable[[], Awaitable[object]] | None = None) -> None:
        """A text in the group that only the one who acted sees; a menu they opened before is replaced by it.

        `otherwise` is awaited where Telegram does not take it (an old server, no rights).
        """
        self._whisper, self._otherwise = rendered, otherwise

    async def speak(self, calls: Calls) -> None:
        """Answers the pressed button, exactly once, and whispers."""
        if self._query is not None:
            await self._say(calls, self._answer(self._query), None)
        if self._whisper is not None and self._place is not None:
            heard = await self._say(calls, self._spoken(self._whisper, self._place), self._place.chat_id)
            if not heard and self._otherwise is not None:
                await self._otherwise()

    def _answer(self, query: CallbackQuery) -> AnswerCallbackQuery:
        return AnswerCallbackQuery(callback_query_id=query.id, text=self._toast, show_alert=self._alert or None)

    def _spoken(self, rendered: Rendered, place: _Place) -> TelegramMethod[Any]:
        keyboard = rendered.keyboard if isinstance(rendered.keyboard, InlineKeyboardMarkup) else None
        if place.ephemeral_message_id is not None:
            return EditEphemeralMessageText(
                chat_id=place.chat_id,
                receiver_user_id=place.user_id,
                ephemeral_message_id=place.ephemeral_message_id,
                text=rendered.text,
                reply_markup=keyboard,
            )
        return SendMessage(
            chat_id=place.chat_id,
            message_thread_id=place.thread_id,
            text=rendered.text,
            reply_markup=keyboard,
            protect_content=rendered.protect or None,
            ephemeral_message_parameters=EphemeralMessageParameters(
                receiver_user_id=place.user_id, callback_query_id=self._query.id if self._query else None
            ),
        )

    async def _say(self, calls: Calls, method: TelegramMethod[Any], chat_id: int | None) -> bool:
        try:
            await calls.make(method, chat_id=chat_id, priority=Priority.SCREEN, patience=PATIENCE_SECONDS)
        except CallFailed as failure:
            log.info("answer_not_heard", method=method.__api_method__, failure=failure.word)
            return False
        return True


def _place_of(update: Update) -> _Place | None:
    if update.callback_query is not None and update.callback_query.message is not None:
        message, user = update.callback_query.message, update.callback_query.from_user
    elif (said := update.message or update.edited_message) is not None and said.from_user is not None:
        message, user = said, said.from_user
    else:
        return None
    thread = message.message_thread_id if isinstance(message, Message) else None
    ephemeral = message.ephemeral_message_id if isinstance(message, Message) else None
    return _Place(message.chat.id, thread, user.id, ephemeral)
