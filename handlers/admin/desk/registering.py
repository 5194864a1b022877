"""«Нове звернення»: staff write down what came by phone, in person or by post."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.telegram.attachments import attachment_of, words_of
from bot.telegram.callbacks.registering import (
    RegisterAnswer,
    RegisterChange,
    RegisterDo,
    RegisterNew,
    RegisterStep,
    RegisterTurn,
)
from casework.context import Context
from casework.registering.answer import Change, Press, change, press
from casework.registering.begin import Begin, Cancel, Turn, begin, cancel, turn
from casework.registering.register import Register, register
from casework.registering.say import Mend, Say, mend, say
from handlers.admin.desk.typed import something_else


class Registering(StatesGroup):
    """Words on the desk answer the open question; which one it is, the registration itself knows."""

    answer = State()


def router() -> Router:
    """A fresh router: one belongs to one dispatcher. Its own buttons come before all that ends the typing."""
    routes = Router(name="desk.registering")
    command = F.text.startswith("/")
    routes.message.register(_begin, Command("new"))
    routes.callback_query.register(_begin, RegisterNew.filter())
    routes.callback_query.register(_press, RegisterAnswer.filter())
    routes.callback_query.register(_turn, RegisterTurn.filter())
    routes.callback_query.register(_change, RegisterChange.filter())
    routes.callback_query.register(_register, RegisterDo.filter(F.step == RegisterStep.REGISTER))
    routes.callback_query.register(_cancel, RegisterDo.filter())
    routes.message.register(something_else, Registering.answer, command)
    routes.callback_query.register(something_else, Registering.answer)
    # The state that was cleared just now still stands for this update.
    routes.message.register(_say, Registering.answer, ~command)
    routes.edited_message.register(_mend)
    return routes


async def _begin(event: Message | CallbackQuery, ctx: Context, state: FSMContext) -> None:
    await begin(ctx, Begin())
    await state.set_state(Registering.answer)


async def _press(query: CallbackQuery, callback_data: RegisterAnswer, ctx: Context, state: FSMContext) -> None:
    await press(ctx, Press(callback_data.registration, callback_data.step, callback_data.value))
    await state.set_state(Registering.answer)


async def _turn(query: CallbackQuery, callback_data: RegisterTurn, ctx: Context, state: FSMContext) -> None:
    await turn(ctx, Turn(callback_data.registration, callback_data.menu, callback_data.page))
    await state.set_state(Registering.answer)


async def _change(query: CallbackQuery, callback_data: RegisterChange, ctx: Context, state: FSMContext) -> None:
    await change(ctx, Change(callback_data.registration, callback_data.step))
    await state.set_state(Registering.answer)


async def _register(query: CallbackQuery, callback_data: RegisterDo, ctx: Context, state: FSMContext) -> None:
    await register(ctx, Register(callback_data.registration))
    await state.clear()


async def _cancel(query: CallbackQuery, callback_data: RegisterDo, ctx: Context, state: FSMContext) -> None:
    await cancel(ctx, Cancel(callback_data.registration))
    await state.clear()


async def _say(message: Message, ctx: Context) -> None:
    # What is wrong with it is said at once, and it can be sent again: the state stays.
    await say(ctx, Say(words_of(message), message.chat.id, message.message_id, attachment_of(message)))


async def _mend(message: Message, ctx: Context) -> None:
    await mend(ctx, Mend(words_of(message), message.chat.id, message.message_id))
