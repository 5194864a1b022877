"""The desk: a staff member's own cases. The work itself is done in the topics."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.telegram.callbacks import DeskRefresh
from casework.context import Context
from casework.staff.join import ShowDesk, desk


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="desk.home")
    routes.message.register(_show)
    routes.callback_query.register(_refresh, DeskRefresh.filter())
    return routes


async def _show(message: Message, ctx: Context) -> None:
    await desk(ctx, ShowDesk())


async def _refresh(query: CallbackQuery, ctx: Context) -> None:
    await desk(ctx, ShowDesk())
