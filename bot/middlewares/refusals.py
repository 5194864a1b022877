"""A refusal is an answer: whoever pressed or wrote is told why, kindly, and the update is done."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.telegram.answers import Answers
from bot.telegram.whispers import hint, toast
from bot.texts.wording import Words
from casework.errors import Refusal
from rules.roles import Role

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class RefusalMiddleware(BaseMiddleware):
    """Runs around a single handler. Nothing was written before an act refuses, so the transaction may go on."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Turns a refusal into a toast on the button, a whisper in the group, or a word on the desk.

        What a person wrote goes on to whoever takes words: an act that has no use for it any more must not lose it.
        """
        try:
            return await handler(event, data)
        except Refusal as refusal:
            if isinstance(event, Message) and data["actor"].role is Role.PERSON:
                raise SkipHandler from None
            answer_refusal(event, refusal, data["answers"], data["t"])
            return None


def answer_refusal(event: TelegramObject, refusal: Refusal, answers: Answers, t: Words) -> None:
    """The words for a refusal, where the one who acted sees them."""
    if isinstance(event, CallbackQuery):
        answers.toast(toast(refusal.key, t, **refusal.facts), alert=True)
    elif isinstance(event, Message) and event.chat.type != ChatType.PRIVATE:
        answers.whisper(hint(refusal.key, t, **refusal.facts))
    elif isinstance(event, Message):
        answers.say(hint(refusal.key, t, **refusal.facts))
