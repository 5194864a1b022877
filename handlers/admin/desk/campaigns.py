"""`/campaigns`: leads make campaigns of the recreation programme, change what they say, and move them by hand."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.telegram.answers import Answers
from bot.telegram.callbacks.recreation import (
    CampaignChoose,
    CampaignField,
    CampaignMake,
    CampaignMove,
    CampaignOpen,
    Campaigns,
)
from bot.telegram.callbacks.still_needed import NeedAskAll, NeedAsks
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.context import Context
from casework.recreation.campaigns import (
    AskField,
    ChangeCampaign,
    ChooseInCampaign,
    MakeCampaign,
    MoveCampaign,
    ShowCampaigns,
    ask_field,
    change_campaign,
    choose_in_campaign,
    make_campaign,
    move_campaign,
    show_campaigns,
)
from casework.recreation.still_needed import OfCampaign, ask_all, show_asks
from handlers.admin.desk.typed import something_else
from rules.recreation.editing import Field


class Drafting(StatesGroup):
    """The next words are a field of a campaign: `campaign` and `field` in the data."""

    field = State()


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="desk.campaigns")
    command = F.text.startswith("/")
    routes.message.register(something_else, Drafting.field, ~F.text | command)
    routes.message.register(_list, Command("campaigns"))
    routes.message.register(_change, Drafting.field, F.text, ~command)
    routes.callback_query.register(something_else, Drafting.field)
    routes.callback_query.register(_list, Campaigns.filter())
    routes.callback_query.register(_make, CampaignMake.filter())
    routes.callback_query.register(_open, CampaignOpen.filter())
    routes.callback_query.register(_ask, CampaignField.filter())
    routes.callback_query.register(_choose, CampaignChoose.filter())
    routes.callback_query.register(_move, CampaignMove.filter())
    routes.callback_query.register(_asks, NeedAsks.filter())
    routes.callback_query.register(_ask_all, NeedAskAll.filter())
    return routes


async def _list(event: Message | CallbackQuery, ctx: Context) -> None:
    await show_campaigns(ctx, ShowCampaigns())


async def _make(query: CallbackQuery, callback_data: CampaignMake, ctx: Context) -> None:
    await make_campaign(ctx, MakeCampaign(callback_data.template))


async def _open(query: CallbackQuery, callback_data: CampaignOpen, ctx: Context) -> None:
    await show_campaigns(ctx, ShowCampaigns(callback_data.campaign))


async def _ask(query: CallbackQuery, callback_data: CampaignField, ctx: Context, state: FSMContext) -> None:
    await ask_field(ctx, AskField(callback_data.campaign, callback_data.field))
    await state.set_state(Drafting.field)
    await state.set_data({"campaign": callback_data.campaign, "field": callback_data.field.value})


async def _change(message: Message, ctx: Context, state: FSMContext) -> None:
    # What is wrong with it is said at once, and it can be sent again: the state stays.
    data = await state.get_data()
    await change_campaign(ctx, ChangeCampaign(data["campaign"], Field(data["field"]), message.text or ""))
    await state.clear()


async def _choose(
    query: CallbackQuery, callback_data: CampaignChoose, ctx: Context, answers: Answers, t: Words
) -> None:
    await choose_in_campaign(ctx, ChooseInCampaign(callback_data.campaign, callback_data.choice, callback_data.number))
    answers.toast(toast("saved", t))


async def _move(query: CallbackQuery, callback_data: CampaignMove, ctx: Context, answers: Answers, t: Words) -> None:
    await move_campaign(ctx, MoveCampaign(callback_data.campaign, callback_data.move))
    answers.toast(toast("saved", t))


async def _asks(query: CallbackQuery, callback_data: NeedAsks, ctx: Context) -> None:
    await show_asks(ctx, OfCampaign(callback_data.campaign))


async def _ask_all(query: CallbackQuery, callback_data: NeedAskAll, ctx: Context, answers: Answers, t: Words) -> None:
    await ask_all(ctx, OfCampaign(callback_data.campaign))
    answers.toast(toast("saved", t))
