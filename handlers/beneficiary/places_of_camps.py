"""A family answers an offer of a place, or gives one back."""

from __future__ import annotations

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.telegram.callbacks.allocation import PlaceBack, PlaceChildren, PlaceSay
from bot.telegram.callbacks.still_needed import NeedSay
from casework.allocation.answer import Answer, ChooseChildren, GiveBack, answer_offer, choose_children, give_back
from casework.context import Context
from casework.recreation.still_needed import SayNeed, answer_need
from handlers.beneficiary.states import end_writing


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="beneficiary.places_of_camps")
    routes.callback_query.register(_answer, PlaceSay.filter())
    routes.callback_query.register(_children, PlaceChildren.filter())
    routes.callback_query.register(_back, PlaceBack.filter())
    routes.callback_query.register(_need, NeedSay.filter())
    return routes


async def _answer(query: CallbackQuery, callback_data: PlaceSay, ctx: Context, state: FSMContext) -> None:
    data = callback_data
    await answer_offer(ctx, Answer(data.offer, data.shift, data.pick, data.rest))
    await end_writing(state)


async def _children(query: CallbackQuery, callback_data: PlaceChildren, ctx: Context, state: FSMContext) -> None:
    await choose_children(ctx, ChooseChildren(callback_data.offer, callback_data.shift))
    await end_writing(state)


async def _back(query: CallbackQuery, callback_data: PlaceBack, ctx: Context, state: FSMContext) -> None:
    await give_back(ctx, GiveBack(callback_data.case, callback_data.sure))
    await end_writing(state)


async def _need(query: CallbackQuery, callback_data: NeedSay, ctx: Context, state: FSMContext) -> None:
    await answer_need(ctx, SayNeed(callback_data.application, callback_data.needed, callback_data.child))
    await end_writing(state)
