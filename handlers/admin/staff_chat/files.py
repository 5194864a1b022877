"""A person's files: shown to the one who presses, in the group to nobody else."""

from __future__ import annotations

from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.telegram.answers import Answers, Otherwise
from bot.telegram.callbacks import FilesMenu, ShowFiles
from bot.telegram.whispers import file, file_list, toast
from bot.texts.wording import Words
from casework.context import Context
from casework.files.read import ListFiles, ReadFiles, list_files, read_files
from db.uow import UnitOfWork


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="staff_chat.files")
    routes.callback_query.register(_show, ShowFiles.filter())
    routes.callback_query.register(_menu, FilesMenu.filter())
    return routes


async def _show(query: CallbackQuery, callback_data: ShowFiles, ctx: Context, answers: Answers, t: Words) -> None:
    found = await read_files(ctx, ReadFiles(callback_data.case, callback_data.message))
    for sight in found:
        on_desk = ReadFiles(callback_data.case, callback_data.message, on_desk=sight.file.file_id)
        answers.whisper(file(sight, t), otherwise=_to_the_desk(ctx, on_desk))
    answers.toast(toast("shown" if found else "on-desk", t))


def _to_the_desk(ctx: Context, data: ReadFiles) -> Otherwise:
    async def write(uow: UnitOfWork) -> None:
        await read_files(replace(ctx, uow=uow), data)

    return write


async def _menu(query: CallbackQuery, callback_data: FilesMenu, ctx: Context, answers: Answers, t: Words) -> None:
    found = await list_files(ctx, ListFiles(callback_data.case))
    answers.whisper(file_list(callback_data.case, found, callback_data.page, t))
