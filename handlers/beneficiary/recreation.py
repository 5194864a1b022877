"""`/recreation`: whether applications are taken, one's own, and what is wanted for children of another hromada."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.telegram.answers import Answers
from bot.telegram.callbacks.later import Questions
from bot.telegram.callbacks.recreation import (
    ApplicationChange,
    Apply,
    PassOnTo,
    RecreationDo,
    RecreationStep,
)
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.context import Context
from casework.importing.bring import LINK_PREFIX
from casework.importing.take_up import TakeUp, take_up
from casework.recreation.begin import BeginApplication, ChangeApplication, begin_application, change_application
from casework.recreation.entry import ShowRecreation, TellMe, show_recreation, tell_me
from casework.recreation.later_answers import OpenQuestions, open_questions
from casework.recreation.passing import PassOn, pass_on
from handlers.beneficiary.states import end_writing, fill
from handlers.beneficiary.waiting_form import remind_of_form
from handlers.filters import command


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="beneficiary.recreation")
    link = CommandStart(deep_link=True, ignore_case=True, magic=F.args.startswith(LINK_PREFIX))
    routes.message.register(_link, link)
    routes.message.register(_show, command("recreation"))
    routes.callback_query.register(_look, RecreationDo.filter(F.step == RecreationStep.SHOW))
    routes.callback_query.register(_tell_me, RecreationDo.filter())
    routes.callback_query.register(_apply, Apply.filter())
    routes.callback_query.register(_change, ApplicationChange.filter())
    routes.callback_query.register(_pass_on, PassOnTo.filter())
    routes.callback_query.register(_questions, Questions.filter())
    return routes


async def _show(message: Message, ctx: Context, state: FSMContext, raw_state: str | None) -> None:
    await end_writing(state)
    await show_recreation(ctx, ShowRecreation())
    await remind_of_form(ctx, state, raw_state)


async def _link(message: Message, command: CommandObject, ctx: Context, state: FSMContext) -> None:
    await state.clear()
    form_id = await take_up(ctx, TakeUp((command.args or "").removeprefix(LINK_PREFIX)))
    if form_id:
        await fill(state, form_id)


async def _look(query: CallbackQuery, ctx: Context) -> None:
    await show_recreation(ctx, ShowRecreation())


async def _tell_me(query: CallbackQuery, callback_data: RecreationDo, ctx: Context) -> None:
    await tell_me(ctx, TellMe(stop=callback_data.step is RecreationStep.STOP_TELLING))


async def _apply(query: CallbackQuery, callback_data: Apply, ctx: Context, state: FSMContext) -> None:
    form_id = await begin_application(ctx, BeginApplication(callback_data.campaign))
    if form_id:
        await fill(state, form_id)


async def _change(query: CallbackQuery, callback_data: ApplicationChange, ctx: Context, state: FSMContext) -> None:
    await fill(state, await change_application(ctx, ChangeApplication(callback_data.application)))


async def _questions(query: CallbackQuery, callback_data: Questions, ctx: Context, state: FSMContext) -> None:
    form_id = await open_questions(ctx, OpenQuestions(callback_data.application))
    if form_id:
        await fill(state, form_id)


async def _pass_on(query: CallbackQuery, callback_data: PassOnTo, ctx: Context, answers: Answers, t: Words) -> None:
    await pass_on(ctx, PassOn(callback_data.application, callback_data.hromada, callback_data.wish))
    answers.toast(toast("saved", t))
