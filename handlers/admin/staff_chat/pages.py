"""Information pages on the card of a case: one press sends one."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.telegram.answers import Answers
from bot.telegram.callbacks.pages import PageSend, PagesMenu
from bot.telegram.render.pages import page_is_sent, page_list
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.context import Context
from casework.pages.send import ListPages, list_pages, send_page
from casework.pages.send import SendPage as Send


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="staff_chat.pages")
    routes.callback_query.register(_list, PagesMenu.filter())
    routes.callback_query.register(_send, PageSend.filter())
    return routes


async def _list(query: CallbackQuery, callback_data: PagesMenu, ctx: Context, answers: Answers, t: Words) -> None:
    found = await list_pages(ctx, ListPages(callback_data.case))
    answers.whisper(page_list(callback_data.case, found, callback_data.page, t))


async def _send(query: CallbackQuery, callback_data: PageSend, ctx: Context, answers: Answers, t: Words) -> None:
    await send_page(ctx, Send(callback_data.case, callback_data.slug))
    answers.toast(toast("answer-sent", t))
    answers.whisper(page_is_sent(t))
