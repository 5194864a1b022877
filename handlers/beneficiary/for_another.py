"""It is for somebody else: the form that asks for whom, and the code by which that human agrees."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.telegram.callbacks import ForAnother
from casework.context import Context
from casework.forms.begin import BeginForm, begin
from casework.on_behalf.by_code import AgreeByCode, agree_by_code
from handlers.beneficiary.states import fill
from rules.agreements import read_code
from rules.forms.for_whom import FOR_WHOM


def router() -> Router:
    """A fresh router, to be asked before words: a code is no message to a caseworker."""
    routes = Router(name="beneficiary.for_another")
    routes.message.register(_code, F.text.func(read_code).as_("code"))
    routes.callback_query.register(_begin, ForAnother.filter())
    return routes


async def _code(message: Message, code: str, ctx: Context) -> None:
    if not await agree_by_code(ctx, AgreeByCode(code)):
        raise SkipHandler


async def _begin(query: CallbackQuery, callback_data: ForAnother, ctx: Context, state: FSMContext) -> None:
    about = BeginForm(FOR_WHOM.slug, callback_data.case or None, callback_data.upto)
    await fill(state, await begin(ctx, about))
