"""Cases that go from one colleague to another: the note, reading it, declining."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.telegram.answers import Answers
from bot.telegram.callbacks import Given, GivenStep, HandTo
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.cases.hand_over import HandOver, OfHandover, decline, hand_over, read_note
from casework.context import Context
from casework.staff.join import ShowDesk, desk
from handlers.admin.handing_over import HandingOver


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="desk.handovers")
    command = F.text.startswith("/")
    routes.message.register(_something_else, HandingOver.note, ~F.text | command)
    routes.message.register(_note, HandingOver.note, F.text, ~command)
    routes.callback_query.register(_bare, HandTo.filter(F.bare))
    routes.callback_query.register(_keep, Given.filter(F.step == GivenStep.KEEP))
    routes.callback_query.register(_read, Given.filter(F.step == GivenStep.NOTE))
    routes.callback_query.register(_decline, Given.filter(F.step == GivenStep.DECLINE))
    routes.callback_query.register(_another_button, HandingOver.note)
    return routes


async def _something_else(message: Message, state: FSMContext) -> None:
    """Whoever asks for something else writes no note any more: their next words are not for that colleague."""
    await state.clear()
    raise SkipHandler


async def _another_button(query: CallbackQuery, state: FSMContext) -> None:
    await state.clear()
    raise SkipHandler


async def _note(message: Message, ctx: Context, state: FSMContext) -> None:
    asked = await state.get_data()
    await state.clear()
    await hand_over(ctx, HandOver(asked["case_id"], asked["staff_id"], message.text))


async def _bare(
    query: CallbackQuery, callback_data: HandTo, ctx: Context, state: FSMContext, answers: Answers, t: Words
) -> None:
    await state.clear()
    await hand_over(ctx, HandOver(callback_data.case, callback_data.staff, None))
    answers.toast(toast("handed-over", t))


async def _keep(query: CallbackQuery, ctx: Context, state: FSMContext) -> None:
    await state.clear()
    await desk(ctx, ShowDesk())


async def _read(query: CallbackQuery, callback_data: Given, ctx: Context) -> None:
    await read_note(ctx, OfHandover(callback_data.handover))


async def _decline(query: CallbackQuery, callback_data: Given, ctx: Context, answers: Answers, t: Words) -> None:
    await decline(ctx, OfHandover(callback_data.handover))
    answers.toast(toast("released", t))
