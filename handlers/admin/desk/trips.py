"""`/trips`: staff mark who left for a camp, who is back, and who did not come."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.telegram.answers import Answers
from bot.telegram.callbacks.trips import (
    TripChild,
    TripComplete,
    TripMark,
    TripMiss,
    TripOpen,
    TripRequeue,
    Trips,
    TripSend,
    TripUndo,
)
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.context import Context
from casework.recreation.requeue import RequeueChild, requeue_child
from casework.recreation.trips import (
    MarkChild,
    MissChild,
    OfShift,
    ShowTrips,
    complete_all,
    mark_child,
    miss_child,
    send_all,
    show_trips,
    undo_all,
)


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="desk.trips")
    routes.message.register(_list, Command("trips"))
    routes.callback_query.register(_list, Trips.filter())
    routes.callback_query.register(_open, TripOpen.filter())
    routes.callback_query.register(_child, TripChild.filter())
    routes.callback_query.register(_send, TripSend.filter())
    routes.callback_query.register(_complete, TripComplete.filter())
    routes.callback_query.register(_undo, TripUndo.filter())
    routes.callback_query.register(_mark, TripMark.filter())
    routes.callback_query.register(_miss, TripMiss.filter())
    routes.callback_query.register(_requeue, TripRequeue.filter())
    return routes


async def _list(event: Message | CallbackQuery, ctx: Context) -> None:
    await show_trips(ctx, ShowTrips())


async def _open(query: CallbackQuery, callback_data: TripOpen, ctx: Context) -> None:
    await show_trips(ctx, ShowTrips(callback_data.campaign, callback_data.shift, callback_data.page))


async def _child(query: CallbackQuery, callback_data: TripChild, ctx: Context) -> None:
    await show_trips(ctx, ShowTrips(callback_data.campaign, callback_data.shift, child_id=callback_data.child))


async def _send(query: CallbackQuery, callback_data: TripSend, ctx: Context, answers: Answers, t: Words) -> None:
    await send_all(ctx, OfShift(callback_data.campaign, callback_data.shift, callback_data.page))
    answers.toast(toast("saved", t))


async def _complete(
    query: CallbackQuery, callback_data: TripComplete, ctx: Context, answers: Answers, t: Words
) -> None:
    await complete_all(ctx, OfShift(callback_data.campaign, callback_data.shift, callback_data.page))
    answers.toast(toast("saved", t))


async def _undo(query: CallbackQuery, callback_data: TripUndo, ctx: Context, answers: Answers, t: Words) -> None:
    await undo_all(ctx, OfShift(callback_data.campaign, callback_data.shift, callback_data.page))
    answers.toast(toast("saved", t))


async def _mark(query: CallbackQuery, callback_data: TripMark, ctx: Context, answers: Answers, t: Words) -> None:
    if await mark_child(ctx, MarkChild(callback_data.child, callback_data.mark)):
        answers.toast(toast("saved", t))


async def _miss(query: CallbackQuery, callback_data: TripMiss, ctx: Context, answers: Answers, t: Words) -> None:
    await miss_child(ctx, MissChild(callback_data.child, callback_data.why))
    answers.toast(toast("saved", t))


async def _requeue(query: CallbackQuery, callback_data: TripRequeue, ctx: Context, answers: Answers, t: Words) -> None:
    if await requeue_child(ctx, RequeueChild(callback_data.child, callback_data.sure)):
        answers.toast(toast("saved", t))
