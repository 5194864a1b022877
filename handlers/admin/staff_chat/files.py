"""Which files a person sent: a menu for the one who asks."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.telegram.answers import Answers
from bot.telegram.callbacks import FilesMenu
from bot.telegram.whispers import file_list
from bot.texts.wording import Words
from casework.context import Context
from casework.files.read import ListFiles, list_files


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="staff_chat.files")
    routes.callback_query.register(_menu, FilesMenu.filter())
    return routes


async def _menu(query: CallbackQuery, callback_data: FilesMenu, ctx: Context, answers: Answers, t: Words) -> None:
    found = await list_files(ctx, ListFiles(callback_data.case))
    answers.whisper(file_list(callback_data.case, found, callback_data.page, t))
