"""Rows of the former form on the desk: a file is sent, looked at, made drafts of; links go to the one who asked."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.exports.xlsx import workbook
from bot.telegram.answers import Answers
from bot.telegram.attachments import attachment_of
from bot.telegram.callbacks.importing import RowsAsk, RowsDo, RowsLinks, RowsStep
from bot.telegram.render.rows_sheets import SheetFile, flaws_file, links_file
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.context import Context
from casework.importing.bring import (
    OfCampaign,
    OfRows,
    SendRows,
    ask_rows,
    drop_rows,
    flaws_of_rows,
    import_rows,
    new_row_links,
    send_rows,
)
from handlers.admin.desk.typed import something_else


class Sending(StatesGroup):
    """The next file holds rows for a campaign: `campaign` in the data."""

    rows = State()


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="desk.importing")
    routes.message.register(something_else, Sending.rows, F.text)
    routes.message.register(_file, Sending.rows, F.document)
    routes.callback_query.register(something_else, Sending.rows)
    routes.callback_query.register(_ask, RowsAsk.filter())
    routes.callback_query.register(_keep, RowsDo.filter(F.step == RowsStep.KEEP))
    routes.callback_query.register(_drop, RowsDo.filter(F.step == RowsStep.DROP))
    routes.callback_query.register(_flaws, RowsDo.filter(F.step == RowsStep.FLAWS))
    routes.callback_query.register(_links, RowsLinks.filter())
    return routes


async def _ask(query: CallbackQuery, callback_data: RowsAsk, ctx: Context, state: FSMContext) -> None:
    await ask_rows(ctx, OfCampaign(callback_data.campaign))
    await state.set_state(Sending.rows)
    await state.set_data({"campaign": callback_data.campaign})


async def _file(message: Message, ctx: Context, state: FSMContext) -> None:
    attached = attachment_of(message)
    assert attached is not None, "the filter lets documents pass"
    await send_rows(ctx, SendRows((await state.get_data())["campaign"], attached))
    await state.clear()


async def _keep(
    query: CallbackQuery, callback_data: RowsDo, ctx: Context, answers: Answers, t: Words, username: str
) -> None:
    links = await import_rows(ctx, OfRows(callback_data.upload))
    if links:
        await _send(links_file(links, username, ctx.now, t), ctx, answers)


async def _links(
    query: CallbackQuery, callback_data: RowsLinks, ctx: Context, answers: Answers, t: Words, username: str
) -> None:
    links = await new_row_links(ctx, OfCampaign(callback_data.campaign))
    if links:
        await _send(links_file(links, username, ctx.now, t), ctx, answers)
    answers.toast(toast("rows-links" if links else "rows-none", t))


async def _flaws(query: CallbackQuery, callback_data: RowsDo, ctx: Context, answers: Answers, t: Words) -> None:
    await _send(flaws_file(await flaws_of_rows(ctx, OfRows(callback_data.upload)), ctx.now, t), ctx, answers)


async def _send(file: SheetFile, ctx: Context, answers: Answers) -> None:
    answers.send_file(await workbook(file.sheet, ctx.now), file.name, file.caption)


async def _drop(query: CallbackQuery, callback_data: RowsDo, ctx: Context) -> None:
    await drop_rows(ctx, OfRows(callback_data.upload))
