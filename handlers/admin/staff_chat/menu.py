"""«Ще» on a card: the rest of what can be done, seen only by the one who pressed."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.telegram.answers import Answers
from bot.telegram.callbacks.card import CardMenu
from bot.telegram.render.card_buttons import card_menu
from bot.texts.wording import Words
from casework.cases.menu import OpenMenu, open_menu
from casework.context import Context


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="staff_chat.menu")
    routes.callback_query.register(_menu, CardMenu.filter())
    return routes


async def _menu(query: CallbackQuery, callback_data: CardMenu, ctx: Context, answers: Answers, t: Words) -> None:
    found = await open_menu(ctx, OpenMenu(callback_data.case))
    answers.whisper(card_menu(found.card, found.acts, t, whole=found.whole))
