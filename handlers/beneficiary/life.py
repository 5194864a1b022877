"""«Попросити допомогу»: the menu of life. It may be looked at without consent; words are asked about as ever."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.telegram.callbacks import Life, LifeTell
from casework.context import Context
from casework.life.look import LookAt, look_at
from handlers.beneficiary.states import menu_stands
from handlers.beneficiary.waiting_form import remind_of_form
from handlers.filters import command


def router(menu: Mapping[str, str]) -> Router:
    """A fresh router; `menu` says which label of the reply keyboard means which command."""
    routes = Router(name="beneficiary.life")
    labels = {label for label, meant in menu.items() if meant == "request"}
    routes.message.register(_begin, command("request"))
    routes.message.register(_begin, F.text.in_(labels))
    routes.callback_query.register(_look, Life.filter())
    routes.callback_query.register(_tell, LifeTell.filter())
    return routes


async def _begin(message: Message, ctx: Context, state: FSMContext, raw_state: str | None) -> None:
    await remind_of_form(ctx, state, raw_state)
    await _show(ctx, state, LookAt())


async def _look(query: CallbackQuery, callback_data: Life, ctx: Context, state: FSMContext) -> None:
    await _show(ctx, state, LookAt(callback_data.at or None, callback_data.page))


async def _tell(query: CallbackQuery, callback_data: LifeTell, ctx: Context, state: FSMContext) -> None:
    await _show(ctx, state, LookAt(callback_data.about or None, tell=True))


async def _show(ctx: Context, state: FSMContext, where: LookAt) -> None:
    about = await look_at(ctx, where)
    await menu_stands(state, about, ctx.now)
