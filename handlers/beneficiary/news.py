"""«Більше не надсилати такого»: a person stops a kind of broadcast, or has it again."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.telegram.callbacks.broadcasts import StopNews
from casework.broadcasts.wishes import StopNews as Wish
from casework.broadcasts.wishes import stop_news
from casework.context import Context


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="beneficiary.news")
    routes.callback_query.register(_stop, StopNews.filter())
    return routes


async def _stop(query: CallbackQuery, callback_data: StopNews, ctx: Context) -> None:
    await stop_news(ctx, Wish(callback_data.kind, callback_data.stop))
