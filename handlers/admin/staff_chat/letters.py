"""Stopping the letters to a person, and a second human's decision about them."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.telegram.answers import Answers
from bot.telegram.callbacks import Freeze, FreezeStep
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.context import Context
from casework.families.fate import FateChanged, FreeLetters, fate_changed, free_letters


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="staff_chat.letters")
    routes.callback_query.register(_freeze, Freeze.filter(F.step == FreezeStep.FREEZE))
    routes.callback_query.register(_free, Freeze.filter())
    return routes


async def _freeze(query: CallbackQuery, callback_data: Freeze, ctx: Context, answers: Answers, t: Words) -> None:
    await fate_changed(ctx, FateChanged(callback_data.case))
    answers.toast(toast("frozen", t))


async def _free(query: CallbackQuery, callback_data: Freeze, ctx: Context, answers: Answers, t: Words) -> None:
    await free_letters(ctx, FreeLetters(callback_data.case, send=callback_data.step is FreezeStep.SEND))
    answers.toast(toast("freed", t))
