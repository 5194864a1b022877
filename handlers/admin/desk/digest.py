"""At which hour a staff member reads in the morning what waits."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.telegram.answers import Answers
from bot.telegram.callbacks import AskDigest, DigestAt
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.context import Context
from casework.reminders.digest import AskDigest as Ask
from casework.reminders.digest import ChooseDigest, ask_digest, choose_digest


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="desk.digest")
    routes.callback_query.register(_ask, AskDigest.filter())
    routes.callback_query.register(_choose, DigestAt.filter())
    return routes


async def _ask(query: CallbackQuery, ctx: Context) -> None:
    await ask_digest(ctx, Ask())


async def _choose(query: CallbackQuery, callback_data: DigestAt, ctx: Context, answers: Answers, t: Words) -> None:
    await choose_digest(ctx, ChooseDigest(callback_data.hour))
    answers.toast(toast("saved", t))
