"""Leads take files out of a campaign."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.telegram.answers import Answers
from bot.telegram.callbacks.exports import ExportAsk, ExportsOpen, ExportStop
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.context import Context
from casework.exports.ask import AskExport, ShowExports, StopExport, ask_export, show_exports, stop_export


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="desk.exports")
    routes.callback_query.register(_open, ExportsOpen.filter())
    routes.callback_query.register(_ask, ExportAsk.filter())
    routes.callback_query.register(_stop, ExportStop.filter())
    return routes


async def _open(query: CallbackQuery, callback_data: ExportsOpen, ctx: Context) -> None:
    await show_exports(ctx, ShowExports(callback_data.campaign, callback_data.which))


async def _ask(query: CallbackQuery, callback_data: ExportAsk, ctx: Context) -> None:
    await ask_export(ctx, AskExport(callback_data.campaign, callback_data.which, callback_data.reason))


async def _stop(query: CallbackQuery, callback_data: ExportStop, ctx: Context, answers: Answers, t: Words) -> None:
    await stop_export(ctx, StopExport(callback_data.export))
    answers.toast(toast("saved", t))
