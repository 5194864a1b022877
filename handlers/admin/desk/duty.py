"""`/duty`: staff see who is on duty, stand in for each other and leave a phone; leads write the roster."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.telegram.answers import Answers
from bot.telegram.callbacks.duty import (
    Duty,
    DutyAdd,
    DutyPhone,
    DutyPhoneStep,
    DutyPlan,
    DutyShift,
    ShiftStep,
)
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.context import Context
from casework.duty.plan import AddDuty, PlanDuty, RemoveDuty, add_duty, plan_duty, remove_duty
from casework.duty.show import AskPhone, KeepPhone, OpenShift, ShowDuty, ask_phone, keep_phone, open_shift, show_duty
from casework.duty.stand_in import StandIn, stand_in
from handlers.admin.desk.typed import something_else


class Reaching(StatesGroup):
    """The next words are the number on which colleagues reach them."""

    phone = State()


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="desk.duty")
    command = F.text.startswith("/")
    routes.message.register(something_else, Reaching.phone, ~F.text | command)
    routes.message.register(_show, Command("duty"))
    routes.message.register(_keep, Reaching.phone, F.text, ~command)
    routes.callback_query.register(something_else, Reaching.phone)
    routes.callback_query.register(_page, Duty.filter())
    routes.callback_query.register(_ask_phone, DutyPhone.filter(F.step == DutyPhoneStep.ASK))
    routes.callback_query.register(_forget, DutyPhone.filter(F.step == DutyPhoneStep.FORGET))
    routes.callback_query.register(_open, DutyShift.filter(F.step == ShiftStep.OPEN))
    routes.callback_query.register(_stand_in, DutyShift.filter(F.step == ShiftStep.STAND_IN))
    routes.callback_query.register(_remove, DutyShift.filter(F.step == ShiftStep.REMOVE))
    routes.callback_query.register(_plan, DutyPlan.filter())
    routes.callback_query.register(_add, DutyAdd.filter())
    return routes


async def _show(message: Message, ctx: Context) -> None:
    await show_duty(ctx, ShowDuty())


async def _page(query: CallbackQuery, callback_data: Duty, ctx: Context) -> None:
    await show_duty(ctx, ShowDuty(callback_data.page))


async def _ask_phone(query: CallbackQuery, ctx: Context, state: FSMContext) -> None:
    await ask_phone(ctx, AskPhone())
    await state.set_state(Reaching.phone)


async def _keep(message: Message, ctx: Context, state: FSMContext) -> None:
    # What is no number is said at once, and can be sent again: the state stays.
    await keep_phone(ctx, KeepPhone(message.text or ""))
    await state.clear()


async def _forget(query: CallbackQuery, ctx: Context, answers: Answers, t: Words) -> None:
    await keep_phone(ctx, KeepPhone(None))
    answers.toast(toast("duty-phone-forgotten", t))


async def _open(query: CallbackQuery, callback_data: DutyShift, ctx: Context) -> None:
    await open_shift(ctx, OpenShift(callback_data.shift))


async def _stand_in(query: CallbackQuery, callback_data: DutyShift, ctx: Context, answers: Answers, t: Words) -> None:
    await stand_in(ctx, StandIn(callback_data.shift, callback_data.staff))
    answers.toast(toast("duty-yours", t))


async def _remove(query: CallbackQuery, callback_data: DutyShift, ctx: Context, answers: Answers, t: Words) -> None:
    await remove_duty(ctx, RemoveDuty(callback_data.shift))
    answers.toast(toast("duty-removed", t))


async def _plan(query: CallbackQuery, callback_data: DutyPlan, ctx: Context) -> None:
    chosen = callback_data
    await plan_duty(ctx, PlanDuty(chosen.staff, chosen.day, chosen.starts, chosen.hours, chosen.page))


async def _add(query: CallbackQuery, callback_data: DutyAdd, ctx: Context, answers: Answers, t: Words) -> None:
    chosen = callback_data
    await add_duty(ctx, AddDuty(chosen.staff, chosen.day, chosen.starts, chosen.hours, chosen.place))
    answers.toast(toast("duty-added", t))
