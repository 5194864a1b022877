"""«Беру»: a staff member confirms that somebody is in danger, and takes it on."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.telegram.answers import Answers
from bot.telegram.callbacks import SeeAlarm
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.context import Context
from casework.danger.see import See, see


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="desk.alarms")
    routes.callback_query.register(_see, SeeAlarm.filter())
    return routes


async def _see(query: CallbackQuery, callback_data: SeeAlarm, ctx: Context, answers: Answers, t: Words) -> None:
    await see(ctx, See(callback_data.case))
    answers.toast(toast("seen", t))
