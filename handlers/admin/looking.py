"""Looking at a person's data: in the group a whisper, on the desk a message; for a reason where the case is not one's
own. What was shown is gone again after a while.
"""

from __future__ import annotations

from dataclasses import replace

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.telegram.answers import Answers, Hide, Otherwise
from bot.telegram.callbacks import Details, LookFor, Phone, ShowFiles
from bot.telegram.render import calls, readings
from bot.telegram.rendered import Rendered
from bot.telegram.whispers import details, file, toast
from bot.texts.wording import Words
from casework.calls.open import OpenCall, open_call
from casework.cases.details import ReadDetails, read_details
from casework.context import Context
from casework.errors import ReasonNeeded
from casework.files.read import ReadFiles, read_files
from casework.readings.ask import AskWhy, HideShown, Looks, ask_why, hide_shown
from db.uow import UnitOfWork


def router(name: str) -> Router:
    """A fresh router: one belongs to one dispatcher. `name`: of the place, group or desk."""
    routes = Router(name=f"{name}.looking")
    routes.callback_query.register(_details, Details.filter())
    routes.callback_query.register(_details, LookFor.filter(F.what == Looks.DETAILS))
    routes.callback_query.register(_phone, Phone.filter())
    routes.callback_query.register(_phone, LookFor.filter(F.what == Looks.PHONE))
    routes.callback_query.register(_files, ShowFiles.filter())
    routes.callback_query.register(_files, LookFor.filter(F.what == Looks.FILES))
    return routes


async def _details(
    query: CallbackQuery, callback_data: Details | LookFor, ctx: Context, answers: Answers, t: Words
) -> None:
    asked = ReadDetails(callback_data.case, _reason(callback_data))
    try:
        sight = await read_details(ctx, asked)
    except ReasonNeeded:
        await _why(AskWhy(asked.case_id, Looks.DETAILS), ctx, answers, t)
        return

    async def on_desk(uow: UnitOfWork) -> None:
        await read_details(replace(ctx, uow=uow), replace(asked, on_desk=True))

    _show(details(sight, t), query, ctx, answers, on_desk)


async def _phone(
    query: CallbackQuery, callback_data: Phone | LookFor, ctx: Context, answers: Answers, t: Words
) -> None:
    asked = OpenCall(callback_data.case, _reason(callback_data))
    try:
        sight = await open_call(ctx, asked)
    except ReasonNeeded:
        await _why(AskWhy(asked.case_id, Looks.PHONE), ctx, answers, t)
        return

    async def on_desk(uow: UnitOfWork) -> None:
        await open_call(replace(ctx, uow=uow), replace(asked, on_desk=True))

    if chat_of(query) > 0:
        # On the desk no menu can follow: the letter has all the times at once.
        await on_desk(ctx.uow)
        return
    _show(calls.phone(sight, t), query, ctx, answers, on_desk)


async def _files(
    query: CallbackQuery, callback_data: ShowFiles | LookFor, ctx: Context, answers: Answers, t: Words
) -> None:
    message_id = callback_data.item if isinstance(callback_data, LookFor) else callback_data.message
    asked = ReadFiles(callback_data.case, message_id, _reason(callback_data))
    try:
        found = await read_files(ctx, asked)
    except ReasonNeeded:
        await _why(AskWhy(asked.case_id, Looks.FILES, message_id), ctx, answers, t)
        return
    for sight in found:
        on_desk = _file_to_desk(ctx, replace(asked, on_desk=sight.file.file_id))
        _show(file(sight, t), query, ctx, answers, on_desk)
    answers.toast(toast("shown" if found else "on-desk", t))


def _file_to_desk(ctx: Context, data: ReadFiles) -> Otherwise:
    async def write(uow: UnitOfWork) -> None:
        await read_files(replace(ctx, uow=uow), data)

    return write


def _reason(pressed: Details | Phone | ShowFiles | LookFor) -> str | None:
    return pressed.reason if isinstance(pressed, LookFor) else None


async def _why(asked: AskWhy, ctx: Context, answers: Answers, t: Words) -> None:
    async def on_desk(uow: UnitOfWork) -> None:
        await ask_why(replace(ctx, uow=uow), replace(asked, on_desk=True))

    answers.whisper(readings.why(await ask_why(ctx, asked), t), otherwise=on_desk)


def _show(shown: Rendered, query: CallbackQuery, ctx: Context, answers: Answers, on_desk: Otherwise) -> None:
    answers.whisper(shown, otherwise=on_desk, hide=hiding(ctx, chat_of(query), file=bool(shown.files)))


def chat_of(query: CallbackQuery) -> int:
    """The chat in which the button was pressed: without one no router lets the press in."""
    assert query.message is not None, "a button without its message is nobody's"
    return query.message.chat.id


def hiding(ctx: Context, chat_id: int, *, file: bool = False) -> Hide:
    """Has what was shown in this chat taken away a while later."""

    async def hide(uow: UnitOfWork, stands_at: int) -> None:
        await hide_shown(replace(ctx, uow=uow), HideShown(chat_id, stands_at, file))

    return hide
