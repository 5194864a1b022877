"""It is for somebody else: the form that asks for whom, and the code by which that human agrees."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import CommandObject, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.telegram.callbacks import ForAnother
from bot.telegram.return_request import return_request
from bot.texts.wording import Words
from casework.context import Context
from casework.forms.begin import BeginForm, begin
from casework.on_behalf.by_code import AgreeByCode, agree_by_code
from casework.registering.by_code import LinkByCode, link_by_code
from handlers.beneficiary.states import fill
from rules.agreements import read_code
from rules.forms.for_whom import FOR_WHOM
from rules.linking import LINK_PREFIX, is_code


def router() -> Router:
    """A fresh router, to be asked before words: a code is no message to a caseworker."""
    routes = Router(name="beneficiary.for_another")
    link = CommandStart(deep_link=True, ignore_case=True, magic=F.args.startswith(LINK_PREFIX))
    routes.message.register(_link, link)
    routes.message.register(_code, F.text.func(read_code).as_("code"))
    routes.callback_query.register(_begin, ForAnother.filter())
    return routes


async def _code(message: Message, code: str, ctx: Context, raw_state: str | None, t: Words) -> None:
    if await agree_by_code(ctx, AgreeByCode(code)):
        return
    # In the middle of a form digits answer its question, and a telephone number is no code.
    if raw_state is not None or not is_code(code):
        raise SkipHandler
    await link_by_code(ctx, LinkByCode(code, return_request(t)))


async def _link(message: Message, command: CommandObject, ctx: Context, state: FSMContext, t: Words) -> None:
    await state.clear()
    code = (command.args or "").removeprefix(LINK_PREFIX)
    await link_by_code(ctx, LinkByCode(code, return_request(t)))


async def _begin(query: CallbackQuery, callback_data: ForAnother, ctx: Context, state: FSMContext) -> None:
    about = BeginForm(FOR_WHOM.slug, callback_data.case or None, callback_data.upto)
    await fill(state, await begin(ctx, about))
