"""`/away`: a staff member says until when they are away, and who gets their open cases."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command, CommandObject
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.telegram.answers import Answers
from bot.telegram.callbacks import AwayCases, AwayDay, AwayDo, AwayStep
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.context import Context
from casework.staff.away import ChooseAway, ComeBack, GoAway, ShowAway, choose_away, come_back, go_away, show_away


class Leaving(StatesGroup):
    """The next words name the day on which they are back."""

    day = State()


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="desk.away")
    routes.message.register(_away, Command("away"))
    command = F.text.startswith("/")
    routes.message.register(_something_else, Leaving.day, ~F.text | command)
    routes.message.register(_typed, Leaving.day, F.text, ~command)
    routes.callback_query.register(_another_button, Leaving.day)
    routes.callback_query.register(_pressed, AwayDay.filter())
    routes.callback_query.register(_cases, AwayCases.filter())
    routes.callback_query.register(_back, AwayDo.filter(F.step == AwayStep.BACK))
    routes.callback_query.register(_show, AwayDo.filter(F.step == AwayStep.SHOW))
    return routes


async def _away(message: Message, command: CommandObject, ctx: Context, state: FSMContext) -> None:
    await state.set_state(Leaving.day)
    if command.args:
        await choose_away(ctx, ChooseAway(command.args))
        await state.clear()
    else:
        await show_away(ctx, ShowAway())


async def _something_else(message: Message, state: FSMContext) -> None:
    """Whoever asks for something else names no day any more."""
    await state.clear()
    raise SkipHandler


async def _another_button(query: CallbackQuery, state: FSMContext) -> None:
    await state.clear()
    raise SkipHandler


async def _typed(message: Message, ctx: Context, state: FSMContext) -> None:
    # What can't be read is asked for once more: the conversation goes on until the act has taken the day.
    await choose_away(ctx, ChooseAway(message.text or ""))
    await state.clear()


async def _pressed(query: CallbackQuery, callback_data: AwayDay, ctx: Context) -> None:
    await choose_away(ctx, ChooseAway(callback_data.day, callback_data.page))


async def _cases(query: CallbackQuery, callback_data: AwayCases, ctx: Context) -> None:
    await go_away(ctx, GoAway(callback_data.day, callback_data.to))


async def _back(query: CallbackQuery, ctx: Context, answers: Answers, t: Words) -> None:
    await come_back(ctx, ComeBack())
    answers.toast(toast("back-at-work", t))


async def _show(query: CallbackQuery, ctx: Context, state: FSMContext) -> None:
    await state.set_state(Leaving.day)
    await show_away(ctx, ShowAway())
