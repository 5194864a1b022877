"""The desk: a staff member's own cases. The work itself is done in the topics."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.telegram.callbacks import DeskRefresh
from casework.context import Context
from casework.staff.join import ShowDesk, desk

router = Router(name="desk.home")


@router.message()
async def _show(message: Message, ctx: Context) -> None:
    await desk(ctx, ShowDesk())


@router.callback_query(DeskRefresh.filter())
async def _refresh(query: CallbackQuery, ctx: Context) -> None:
    await desk(ctx, ShowDesk())
