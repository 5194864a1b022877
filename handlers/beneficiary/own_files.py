"""A person's own files: looking at them again, putting them away."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.telegram.callbacks import MyFile, MyFiles, PutAway
from casework.context import Context
from casework.files.own import (
    ListOwnFiles,
    PutAwayFile,
    ShowOwnFile,
    list_own_files,
    put_away_file,
    show_own_file,
)


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="beneficiary.own_files")
    routes.callback_query.register(_list, MyFiles.filter())
    routes.callback_query.register(_show, MyFile.filter())
    routes.callback_query.register(_put_away, PutAway.filter())
    return routes


async def _list(query: CallbackQuery, callback_data: MyFiles, ctx: Context) -> None:
    await list_own_files(ctx, ListOwnFiles(callback_data.case, callback_data.page))


async def _show(query: CallbackQuery, callback_data: MyFile, ctx: Context) -> None:
    await show_own_file(ctx, ShowOwnFile(callback_data.case, callback_data.file))


async def _put_away(query: CallbackQuery, ctx: Context) -> None:
    if query.message is not None:
        await put_away_file(ctx, PutAwayFile(query.message.message_id))
