"""«Подзвоніть мені»: the number, the time, and changing one's mind."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import or_f
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Contact, Message

from bot.telegram.call_request import call_request
from bot.telegram.callbacks import CallCancel, CallCase, CallMe, CallStep, CallTime
from bot.telegram.contact_keyboard import stop_labels
from bot.texts.wording import Words
from casework.calls.ask import Ask, ask
from casework.calls.asking import Step
from casework.calls.begin import Begin, ChooseCase, Stop, begin, choose_case, stop
from casework.calls.cancel import Cancel, cancel
from casework.calls.number import LONGEST_WISH, Number, OtherNumber, UseKnown, give_number, other_number, use_known
from casework.calls.safe import IsSafe, SayWhenSafe, is_safe, say_when_safe
from casework.cases.words import Words as Said
from casework.context import Context
from handlers.beneficiary.states import Calling, end_writing, leave_for
from handlers.beneficiary.waiting_form import remind_of_form
from handlers.filters import command, own_words
from rules.calls import When
from rules.phones import means_a_phone

LONGEST_TIME = 200
"""Whoever writes more than this is not telling us when it suits: these are words like any others."""

STATES: Mapping[Step, State] = {
    # The number may come right after the consent: the question is asked below it.
    Step.CONSENT: Calling.number,
    Step.CASE: Calling.number,
    Step.SAFE: Calling.number,
    Step.KNOWN: Calling.number,
    Step.NUMBER: Calling.number,
    Step.TIME: Calling.time,
    Step.URGENT: Calling.safely,
}


def router(menu: Mapping[str, str]) -> Router:
    """A fresh router; `menu` says which label of the reply keyboard means which command."""
    routes = Router(name="beneficiary.calling")
    call_me = F.text.in_({label for label, meant in menu.items() if meant == "call"})
    routes.message.register(_begin, or_f(command("call"), call_me))
    routes.message.register(_stop, Calling.number, or_f(command("cancel"), says_stop))
    routes.message.register(_stop, Calling.time, or_f(command("cancel"), says_stop))
    routes.message.register(_shared, Calling.number, F.contact.as_("contact"))
    in_words = own_words(menu)
    routes.message.register(_written, Calling.number, in_words, F.text.func(means_a_phone))
    routes.message.register(_own_time, Calling.time, in_words, F.text.len() <= LONGEST_TIME)
    routes.message.register(_safely, Calling.safely, in_words, F.text.len() <= LONGEST_WISH)
    routes.callback_query.register(_begin, CallMe.filter(F.step == CallStep.BEGIN))
    routes.callback_query.register(_safe, CallMe.filter(F.step == CallStep.SAFE))
    routes.callback_query.register(_known, CallMe.filter(F.step == CallStep.KNOWN))
    routes.callback_query.register(_other, CallMe.filter(F.step == CallStep.OTHER))
    routes.callback_query.register(_stop, CallMe.filter(F.step == CallStep.STOP))
    routes.callback_query.register(_case, CallCase.filter())
    routes.callback_query.register(_time, CallTime.filter())
    routes.callback_query.register(_cancel, CallCancel.filter())
    return routes


async def says_stop(message: Message, t: Words) -> bool:
    """Whether the second button of the number's keyboard was pressed, in whatever language it was shown."""
    return message.text in stop_labels(t.wording)


async def _begin(event: Message | CallbackQuery, ctx: Context, state: FSMContext, raw_state: str | None) -> None:
    await remind_of_form(ctx, state, raw_state)
    await go(state, await begin(ctx, Begin()))


async def _stop(event: Message | CallbackQuery, ctx: Context, state: FSMContext) -> None:
    await go(state, await stop(ctx, Stop()))


async def _case(query: CallbackQuery, callback_data: CallCase, ctx: Context, state: FSMContext) -> None:
    await go(state, await choose_case(ctx, ChooseCase(callback_data.case)))


async def _shared(message: Message, contact: Contact, ctx: Context, state: FSMContext) -> None:
    own = message.from_user is not None and contact.user_id == message.from_user.id
    name = " ".join(filter(None, (contact.first_name, contact.last_name)))
    # Telegram leaves the plus out as often as not.
    written = f"+{contact.phone_number.lstrip('+')}"
    await go(state, await give_number(ctx, Number(written, own, None if own else name)))


async def _written(message: Message, ctx: Context, state: FSMContext) -> None:
    await go(state, await give_number(ctx, Number(message.text or "")))


async def _safe(query: CallbackQuery, ctx: Context, state: FSMContext) -> None:
    await go(state, await is_safe(ctx, IsSafe()))


async def _safely(message: Message, ctx: Context, state: FSMContext) -> None:
    words = Said(message.text or "", message.chat.id, message.message_id, ctx.now)
    if not await say_when_safe(ctx, SayWhenSafe(words)):
        await state.clear()
        raise SkipHandler


async def _known(query: CallbackQuery, ctx: Context, state: FSMContext) -> None:
    await go(state, await use_known(ctx, UseKnown()))


async def _other(query: CallbackQuery, ctx: Context, state: FSMContext) -> None:
    await go(state, await other_number(ctx, OtherNumber()))


async def _time(query: CallbackQuery, callback_data: CallTime, ctx: Context, state: FSMContext, t: Words) -> None:
    when = callback_data.when
    await go(state, await ask(ctx, Ask(call_request(when, t), when, callback_data.day)))


async def _own_time(message: Message, ctx: Context, state: FSMContext, t: Words) -> None:
    wish = message.text or ""
    await go(state, await ask(ctx, Ask(call_request(When.OWN, t, wish), When.OWN, wish=wish)))


async def _cancel(query: CallbackQuery, callback_data: CallCancel, ctx: Context, state: FSMContext) -> None:
    await end_writing(state)
    await cancel(ctx, Cancel(callback_data.call))


async def go(state: FSMContext, step: Step) -> None:
    """What is asked next decides what the next words mean."""
    await leave_for(state, STATES.get(step))
