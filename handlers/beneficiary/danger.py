"""Somebody in danger says how it is safe to reply, or that it was a mistake."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.methods import DeleteMessage
from aiogram.types import CallbackQuery

from bot.telegram.answers import Answers
from bot.telegram.callbacks import CallForHelp, Danger, DangerStep
from casework.context import Context
from casework.danger.press import AfterAll, InDanger, Mistaken, after_all, in_danger, mistaken
from casework.danger.ways import ChooseWay, SafeWay, choose_way
from handlers.beneficiary.calling import go
from handlers.beneficiary.waiting_form import back_to_form


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="beneficiary.danger")
    routes.callback_query.register(_call_for_help, CallForHelp.filter())
    routes.callback_query.register(_phone_wanted, Danger.filter(F.step == DangerStep.CALL))
    routes.callback_query.register(_way, Danger.filter(F.step.in_({DangerStep.WRITE, DangerStep.SILENT})))
    routes.callback_query.register(_mistake, Danger.filter(F.step == DangerStep.MISTAKE))
    routes.callback_query.register(_after_all, Danger.filter(F.step == DangerStep.AFTER_ALL))
    return routes


async def _call_for_help(query: CallbackQuery, ctx: Context, state: FSMContext) -> None:
    await state.set_state(None)
    await in_danger(ctx, InDanger())


async def _phone_wanted(query: CallbackQuery, callback_data: Danger, ctx: Context, state: FSMContext) -> None:
    step = await choose_way(ctx, ChooseWay(callback_data.case, SafeWay.CALL))
    if step is not None:
        await go(state, step)


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
