"""Somebody in danger says how it is safe to reply, leaves a number, or that it was a mistake."""

from __future__ import annotations

import re

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.methods import DeleteMessage
from aiogram.types import CallbackQuery, Message

from bot.telegram.answers import Answers
from bot.telegram.callbacks import CallForHelp, Danger, DangerStep
from casework.cases.words import Words
from casework.context import Context
from casework.danger.press import AfterAll, InDanger, Mistaken, after_all, in_danger, mistaken
from casework.danger.ways import ChooseWay, LeavePhone, SafeWay, choose_way, leave_phone
from handlers.beneficiary import states
from handlers.beneficiary.waiting_form import back_to_form

NUMBER = r"(?:\D*\d){7,15}\D*"
"""Seven digits or more, however they are written: a number to call; the whole message may say more."""


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="beneficiary.danger")
    routes.callback_query.register(_call_for_help, CallForHelp.filter())
    routes.callback_query.register(_phone_wanted, Danger.filter(F.step == DangerStep.CALL))
    routes.callback_query.register(_way, Danger.filter(F.step.in_({DangerStep.WRITE, DangerStep.SILENT})))
    routes.callback_query.register(_mistake, Danger.filter(F.step == DangerStep.MISTAKE))
    routes.callback_query.register(_after_all, Danger.filter(F.step == DangerStep.AFTER_ALL))
    routes.message.register(_contact, states.InDanger.phone, F.contact)
    routes.message.register(_number, states.InDanger.phone, F.text.func(lambda text: re.fullmatch(NUMBER, text, re.S)))
    return routes


async def _call_for_help(query: CallbackQuery, ctx: Context, state: FSMContext) -> None:
    await state.set_state(None)
    await in_danger(ctx, InDanger())


async def _phone_wanted(query: CallbackQuery, callback_data: Danger, ctx: Context, state: FSMContext) -> None:
    await choose_way(ctx, ChooseWay(callback_data.case, SafeWay.CALL))
    await state.set_state(states.InDanger.phone)
    await state.update_data(case_id=callback_data.case)


async def _way(query: CallbackQuery, callback_data: Danger, ctx: Context, state: FSMContext, answers: Answers) -> None:
    await choose_way(ctx, ChooseWay(callback_data.case, SafeWay(callback_data.step.value)))
    await state.set_state(None)
    if query.message is not None:
        # Whoever reads the phone next need not see the numbers.
        answers.call(DeleteMessage(chat_id=query.message.chat.id, message_id=query.message.message_id))


async def _mistake(query: CallbackQuery, callback_data: Danger, ctx: Context, state: FSMContext) -> None:
    await mistaken(ctx, Mistaken(callback_data.case))
    await back_to_form(ctx, state)


async def _after_all(query: CallbackQuery, callback_data: Danger, ctx: Context) -> None:
    await after_all(ctx, AfterAll(callback_data.case))


async def _contact(message: Message, ctx: Context, state: FSMContext) -> None:
    assert message.contact is not None
    await _leave(message, message.contact.phone_number, ctx, state)


async def _number(message: Message, ctx: Context, state: FSMContext) -> None:
    await _leave(message, message.text or "", ctx, state)


async def _leave(message: Message, phone: str, ctx: Context, state: FSMContext) -> None:
    await state.set_state(None)
    await leave_phone(ctx, LeavePhone(phone, Words(phone, message.chat.id, message.message_id, ctx.now)))
