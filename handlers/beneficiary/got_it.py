"""«Зрозуміло»: the person has read a letter."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.telegram.answers import Answers
from bot.telegram.callbacks.awaited import GotIt as Press
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.awaited.got_it import GotIt, got_it
from casework.context import Context


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="beneficiary.got_it")
    routes.callback_query.register(_got_it, Press.filter())
    return routes


async def _got_it(query: CallbackQuery, callback_data: Press, ctx: Context, answers: Answers, t: Words) -> None:
    await got_it(ctx, GotIt(callback_data.case))
    answers.toast(toast("got-it", t))
