"""Leads keep the information pages up."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.telegram.answers import Answers
from bot.telegram.callbacks.pages import PageChecked, Pages
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.context import Context
from casework.pages.keep import CheckPage, ShowPages, check_page, show_pages


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="desk.pages")
    routes.message.register(_list, Command("pages"))
    routes.callback_query.register(_page, Pages.filter())
    routes.callback_query.register(_checked, PageChecked.filter())
    return routes


async def _list(message: Message, ctx: Context) -> None:
    await show_pages(ctx, ShowPages())


async def _page(query: CallbackQuery, callback_data: Pages, ctx: Context) -> None:
    await show_pages(ctx, ShowPages(callback_data.page))


async def _checked(query: CallbackQuery, callback_data: PageChecked, ctx: Context, answers: Answers, t: Words) -> None:
    await check_page(ctx, CheckPage(callback_data.slug, callback_data.page))
    answers.toast(toast("saved", t))
