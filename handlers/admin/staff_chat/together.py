"""All words of a letter that carries several messages: for the one who presses, in the group to nobody else."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.telegram.answers import Answers
from bot.telegram.callbacks.together import AllWords
from bot.telegram.render.together import all_words
from bot.texts.wording import Words
from casework.cases.read_together import ReadTogether, read_together
from casework.context import Context
from casework.errors import Stale


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="staff_chat.together")
    routes.callback_query.register(_show, AllWords.filter())
    return routes


async def _show(query: CallbackQuery, callback_data: AllWords, ctx: Context, answers: Answers, t: Words) -> None:
    if query.message is None:
        raise Stale
    where = ReadTogether(callback_data.case, query.message.chat.id, query.message.message_id)
    for whisper in all_words(await read_together(ctx, where), t):
        answers.whisper(whisper)
