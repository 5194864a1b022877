"""`/reminders`: what is coming, something of one's own, later, no more."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.telegram.callbacks import (
    ForgetReminder,
    OneReminder,
    RemindAt,
    Reminders,
    RemindMe,
    RemindOn,
    Snooze,
    StopReminders,
)
from casework.context import Context
from casework.reminders.own import (
    AskOwn,
    CancelOwn,
    ChooseDay,
    ChooseTime,
    SayOwn,
    ShowReminders,
    ask_own,
    cancel_own,
    choose_day,
    choose_time,
    say_own,
    show_reminders,
)
from casework.reminders.wishes import LookAt, StopKind, look_at, snooze, stop_kind
from casework.reminders.wishes import Snooze as PutOff
from handlers.beneficiary.states import Reminding, end_writing
from handlers.beneficiary.waiting_form import remind_of_form
from handlers.filters import command, own_words


def router(menu: Mapping[str, str]) -> Router:
    """A fresh router; `menu` maps the labels of the reply keyboard to commands."""
    routes = Router(name="beneficiary.reminders")
    routes.message.register(_command, command("reminders"))
    routes.message.register(_say, Reminding.words, own_words(menu))
    routes.callback_query.register(_show, Reminders.filter())
    routes.callback_query.register(_ask, RemindMe.filter())
    routes.callback_query.register(_look, OneReminder.filter())
    routes.callback_query.register(_day, RemindOn.filter())
    routes.callback_query.register(_time, RemindAt.filter())
    routes.callback_query.register(_snooze, Snooze.filter())
    routes.callback_query.register(_forget, ForgetReminder.filter())
    routes.callback_query.register(_stop, StopReminders.filter())
    return routes


async def _command(message: Message, ctx: Context, state: FSMContext, raw_state: str | None) -> None:
    await end_writing(state)
    await show_reminders(ctx, ShowReminders())
    await remind_of_form(ctx, state, raw_state)


async def _show(query: CallbackQuery, ctx: Context, state: FSMContext) -> None:
    await end_writing(state)
    await show_reminders(ctx, ShowReminders())


async def _ask(query: CallbackQuery, ctx: Context, state: FSMContext) -> None:
    await ask_own(ctx, AskOwn())
    await state.set_state(Reminding.words)


async def _say(message: Message, ctx: Context, state: FSMContext) -> None:
    if await say_own(ctx, SayOwn(message.text or "", message.chat.id, message.message_id)):
        await state.clear()


async def _look(query: CallbackQuery, callback_data: OneReminder, ctx: Context) -> None:
    await look_at(ctx, LookAt(callback_data.reminder))


async def _day(query: CallbackQuery, callback_data: RemindOn, ctx: Context) -> None:
    await choose_day(ctx, ChooseDay(callback_data.reminder, callback_data.day or None))


async def _time(query: CallbackQuery, callback_data: RemindAt, ctx: Context) -> None:
    await choose_time(ctx, ChooseTime(callback_data.reminder, callback_data.day, callback_data.hour))


async def _snooze(query: CallbackQuery, callback_data: Snooze, ctx: Context) -> None:
    await snooze(ctx, PutOff(callback_data.reminder, callback_data.days, callback_data.times))


async def _forget(query: CallbackQuery, callback_data: ForgetReminder, ctx: Context) -> None:
    await cancel_own(ctx, CancelOwn(callback_data.reminder))


async def _stop(query: CallbackQuery, callback_data: StopReminders, ctx: Context) -> None:
    await stop_kind(ctx, StopKind(callback_data.kind, callback_data.stop))
