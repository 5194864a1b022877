"""A person tells where they live and where they are registered."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.filters import Filter, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.telegram.answers import Answers
from bot.telegram.callbacks import PlaceAbroad, PlaceAsk, PlaceChoice, PlaceNotListed, Places
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.context import Context
from casework.people.tell_place import (
    ChoosePlace,
    FindPlace,
    LiveAbroad,
    NotListed,
    ShowPlaces,
    choose_place,
    find_place,
    live_abroad,
    place_not_listed,
    show_places,
)
from handlers.beneficiary.states import Placing, end_writing
from rules.danger import sounds_dangerous
from rules.places import Which
from rules.places.spelling import LONGEST


class PlaceName(Filter):
    """Words that can be the name of a place: what is long or sounds dangerous is for a caseworker."""

    async def __call__(self, message: Message, ctx: Context) -> bool:
        """Whether these words can be one."""
        words = message.text or ""
        return 0 < len(words) <= LONGEST and not sounds_dangerous(words, ctx.catalogue.danger)


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="beneficiary.places")
    routes.callback_query.register(_show, Places.filter())
    routes.callback_query.register(_ask, PlaceAsk.filter())
    routes.callback_query.register(_choose, PlaceChoice.filter())
    routes.callback_query.register(_countries, PlaceAbroad.filter(F.country == ""))
    routes.callback_query.register(_abroad, PlaceAbroad.filter())
    routes.callback_query.register(_not_listed, PlaceNotListed.filter())
    routes.message.register(_find, StateFilter(Placing.name), PlaceName())
    return routes


async def _show(query: CallbackQuery, ctx: Context, state: FSMContext) -> None:
    await show_places(ctx, ShowPlaces())
    await end_writing(state)


async def _ask(query: CallbackQuery, callback_data: PlaceAsk, ctx: Context, state: FSMContext) -> None:
    await show_places(ctx, ShowPlaces(callback_data.which))
    await state.set_state(Placing.name)
    await state.update_data(which=callback_data.which.value)


async def _find(message: Message, ctx: Context, state: FSMContext) -> None:
    asked = Which((await state.get_data())["which"])
    await find_place(ctx, FindPlace(asked, message.text or ""))
    await state.update_data(message=message.message_id)


async def _choose(
    query: CallbackQuery, callback_data: PlaceChoice, ctx: Context, state: FSMContext, answers: Answers, t: Words
) -> None:
    chosen = ChoosePlace(callback_data.which, callback_data.code, callback_data.sure)
    if await choose_place(ctx, chosen):
        await end_writing(state)
        answers.toast(toast("saved", t))


async def _countries(query: CallbackQuery, ctx: Context) -> None:
    await live_abroad(ctx, LiveAbroad())


async def _abroad(
    query: CallbackQuery, callback_data: PlaceAbroad, ctx: Context, state: FSMContext, answers: Answers, t: Words
) -> None:
    await live_abroad(ctx, LiveAbroad(callback_data.country))
    await end_writing(state)
    answers.toast(toast("saved", t))


async def _not_listed(query: CallbackQuery, callback_data: PlaceNotListed, ctx: Context, state: FSMContext) -> None:
    typed = (await state.get_data()).get("message", 0)
    await place_not_listed(ctx, NotListed(callback_data.which, query.from_user.id, typed))
    await end_writing(state)
