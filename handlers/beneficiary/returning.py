"""«Я вже звертався з іншого телефону чи акаунта»: one's own contact, or a number for a human to read."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import F, Router
from aiogram.filters import or_f
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Contact, Message

from bot.telegram.callbacks import ComeBack
from bot.telegram.contact_keyboard import return_stop_labels
from bot.telegram.return_request import return_request
from bot.texts.wording import Words
from casework.context import Context
from casework.returning.ask import AskReturn, ask_return
from casework.returning.begin import (
    BeginReturn,
    Next,
    StopReturn,
    WrongContact,
    begin_return,
    stop_return,
    wrong_contact,
)
from handlers.beneficiary.states import ComingBack, leave_for
from handlers.filters import command, own_words
from rules.phones import means_a_phone

STATES: Mapping[Next, State] = {
    # The contact may come right after the consent: it is asked for below it.
    Next.CONSENT: ComingBack.number,
    Next.CONTACT: ComingBack.number,
}


def router(menu: Mapping[str, str]) -> Router:
    """A fresh router; `menu` maps the labels of the reply keyboard to commands."""
    routes = Router(name="beneficiary.returning")
    routes.callback_query.register(_begin, ComeBack.filter())
    routes.message.register(_stop, ComingBack.number, or_f(command("cancel"), says_stop))
    routes.message.register(_shared, ComingBack.number, F.contact.as_("contact"))
    in_words = own_words(menu)
    routes.message.register(_typed, ComingBack.number, in_words, F.text.func(means_a_phone))
    return routes


async def says_stop(message: Message, t: Words) -> bool:
    """Whether the second button of the keyboard was pressed, in whatever language it was shown."""
    return message.text in return_stop_labels(t.wording)


async def _begin(query: CallbackQuery, ctx: Context, state: FSMContext) -> None:
    await _go(state, await begin_return(ctx, BeginReturn()))


async def _stop(message: Message, ctx: Context, state: FSMContext) -> None:
    await state.clear()
    await stop_return(ctx, StopReturn())


async def _shared(message: Message, contact: Contact, ctx: Context, state: FSMContext, t: Words) -> None:
    if message.from_user is None or contact.user_id != message.from_user.id:
        await _go(state, await wrong_contact(ctx, WrongContact()))
        return
    # Telegram leaves the plus out as often as not.
    written = f"+{contact.phone_number.lstrip('+')}"
    await _go(state, await ask_return(ctx, AskReturn(return_request(t), written, proved=True)))


async def _typed(message: Message, ctx: Context, state: FSMContext, t: Words) -> None:
    written = message.text or ""
    await _go(state, await ask_return(ctx, AskReturn(return_request(t, written), written, proved=False)))


async def _go(state: FSMContext, following: Next) -> None:
    """What is asked next decides what the next words mean."""
    await leave_for(state, STATES.get(following))
