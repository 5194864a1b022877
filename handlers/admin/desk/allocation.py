"""Leads share out places on the desk; caseworkers note what a family said about them."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.telegram.answers import Answers
from bot.telegram.callbacks.allocation import (
    AllocationAsk,
    AllocationConfirm,
    AllocationOpen,
    PlaceDesk,
    PlaceNote,
)
from bot.telegram.callbacks.still_needed import NeedDesk, NeedNote
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.allocation.answer import Answer, ShowPlaces, record_answer, show_places
from casework.allocation.confirm import ConfirmAllocation, confirm_allocation
from casework.allocation.trying import ShowAllocation, TryAllocation, show_allocation, try_allocation
from casework.context import Context
from casework.recreation.still_needed import NeedOf, SayNeed, open_need, record_need
from handlers.admin.desk.typed import something_else


class Drawing(StatesGroup):
    """The next words are the public value: `campaign` in the data."""

    value = State()


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="desk.allocation")
    command = F.text.startswith("/")
    routes.message.register(something_else, Drawing.value, ~F.text | command)
    routes.message.register(_try, Drawing.value, F.text, ~command)
    routes.callback_query.register(something_else, Drawing.value)
    routes.callback_query.register(_open, AllocationOpen.filter())
    routes.callback_query.register(_ask, AllocationAsk.filter())
    routes.callback_query.register(_confirm, AllocationConfirm.filter())
    routes.callback_query.register(_note, PlaceNote.filter())
    routes.callback_query.register(_places, PlaceDesk.filter())
    routes.callback_query.register(_need, NeedDesk.filter())
    routes.callback_query.register(_note_need, NeedNote.filter())
    return routes


def group_router() -> Router:
    """The same in the staff group: what was pressed there opens on the desk."""
    routes = Router(name="staff_chat.places")
    routes.callback_query.register(_on_desk, PlaceDesk.filter())
    routes.callback_query.register(_need_on_desk, NeedDesk.filter())
    return routes


async def _on_desk(query: CallbackQuery, callback_data: PlaceDesk, ctx: Context, answers: Answers, t: Words) -> None:
    await show_places(ctx, ShowPlaces(callback_data.case))
    answers.toast(toast("on-desk", t))


async def _need_on_desk(
    query: CallbackQuery, callback_data: NeedDesk, ctx: Context, answers: Answers, t: Words
) -> None:
    await open_need(ctx, NeedOf(callback_data.case))
    answers.toast(toast("on-desk", t))


async def _open(query: CallbackQuery, callback_data: AllocationOpen, ctx: Context) -> None:
    await show_allocation(ctx, ShowAllocation(callback_data.campaign, callback_data.first))


async def _ask(query: CallbackQuery, callback_data: AllocationAsk, ctx: Context, state: FSMContext) -> None:
    await show_allocation(ctx, ShowAllocation(callback_data.campaign, ask=True))
    await state.set_state(Drawing.value)
    await state.set_data({"campaign": callback_data.campaign})


async def _try(message: Message, ctx: Context, state: FSMContext) -> None:
    # What is wrong with it is said at once, and it can be sent again: the state stays.
    data = await state.get_data()
    await try_allocation(ctx, TryAllocation(data["campaign"], message.text or ""))
    await state.clear()


async def _confirm(
    query: CallbackQuery, callback_data: AllocationConfirm, ctx: Context, answers: Answers, t: Words
) -> None:
    await confirm_allocation(ctx, ConfirmAllocation(callback_data.campaign, callback_data.allocation))
    answers.toast(toast("saved", t))


async def _places(query: CallbackQuery, callback_data: PlaceDesk, ctx: Context) -> None:
    await show_places(ctx, ShowPlaces(callback_data.case))


async def _note(query: CallbackQuery, callback_data: PlaceNote, ctx: Context, answers: Answers, t: Words) -> None:
    data = callback_data
    await record_answer(ctx, Answer(data.offer, data.shift, data.pick, data.rest))
    answers.toast(toast("saved", t))


async def _need(query: CallbackQuery, callback_data: NeedDesk, ctx: Context) -> None:
    await open_need(ctx, NeedOf(callback_data.case))


async def _note_need(query: CallbackQuery, callback_data: NeedNote, ctx: Context, answers: Answers, t: Words) -> None:
    await record_need(ctx, SayNeed(callback_data.application, callback_data.needed, callback_data.child))
    answers.toast(toast("saved", t))
