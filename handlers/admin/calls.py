"""`/calls`: whom to phone, seen only by the one who asks; in the group by a whisper, on the desk there."""

from __future__ import annotations

from dataclasses import replace

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.telegram.answers import Answers
from bot.telegram.callbacks import AskAgreement
from bot.telegram.callbacks.awaited import CallDays, CallPage
from bot.telegram.render.awaited import call_list, other_days
from bot.texts.wording import Words
from casework.calls.attempt import AskWhen, ask_day
from casework.calls.listing import ListCalls, list_calls
from casework.context import Context
from casework.on_behalf.call import OpenAgreement, open_agreement
from db.uow import UnitOfWork


def router() -> Router:
    """For the group: one belongs to one dispatcher."""
    routes = Router(name="staff_chat.calls")
    routes.message.register(_in_group, Command("calls"))
    routes.callback_query.register(_turn_in_group, CallPage.filter())
    routes.callback_query.register(_days_in_group, CallDays.filter())
    return routes


def desk_router() -> Router:
    """For the desk, where a call is opened as a letter of its own."""
    routes = Router(name="desk.calls")
    routes.message.register(_on_desk, Command("calls"))
    routes.callback_query.register(_turn_on_desk, CallPage.filter())
    routes.callback_query.register(_days_on_desk, CallDays.filter())
    routes.callback_query.register(_open_agreement, AskAgreement.filter())
    return routes


async def _in_group(message: Message, ctx: Context, answers: Answers, t: Words) -> None:
    await _whisper(ListCalls(), ctx, answers, t)


async def _turn_in_group(
    query: CallbackQuery, callback_data: CallPage, ctx: Context, answers: Answers, t: Words
) -> None:
    await _whisper(ListCalls(callback_data.page), ctx, answers, t)


async def _whisper(page: ListCalls, ctx: Context, answers: Answers, t: Words) -> None:
    async def on_desk(uow: UnitOfWork) -> None:
        await list_calls(replace(ctx, uow=uow), replace(page, on_desk=True))

    answers.whisper(call_list(await list_calls(ctx, page), t), otherwise=on_desk)


async def _days_in_group(
    query: CallbackQuery, callback_data: CallDays, ctx: Context, answers: Answers, t: Words
) -> None:
    ask = AskWhen(callback_data.case, callback_data.tries)

    async def on_desk(uow: UnitOfWork) -> None:
        await ask_day(replace(ctx, uow=uow), replace(ask, on_desk=True))

    answers.whisper(other_days(await ask_day(ctx, ask), t), otherwise=on_desk)


async def _on_desk(message: Message, ctx: Context) -> None:
    await list_calls(ctx, ListCalls(on_desk=True))


async def _turn_on_desk(query: CallbackQuery, callback_data: CallPage, ctx: Context) -> None:
    await list_calls(ctx, ListCalls(callback_data.page, on_desk=True))


async def _days_on_desk(query: CallbackQuery, callback_data: CallDays, ctx: Context) -> None:
    await ask_day(ctx, AskWhen(callback_data.case, callback_data.tries, on_desk=True))


async def _open_agreement(query: CallbackQuery, callback_data: AskAgreement, ctx: Context) -> None:
    await open_agreement(ctx, OpenAgreement(callback_data.case, on_desk=True, fresh=True))
