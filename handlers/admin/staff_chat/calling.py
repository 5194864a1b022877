"""A caseworker phoned: what came of it. On the desk the same buttons work."""

from __future__ import annotations

from datetime import timedelta

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.telegram.answers import Answers
from bot.telegram.callbacks import CallLater, CallTried
from bot.telegram.render import calls
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.calls.attempt import AskWhen, Tried, ask_when, attempt
from casework.calls.done import Reached, done
from casework.context import Context
from rules.calls import Attempt
from rules.local_time import local_date


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="staff_chat.calling")
    routes.callback_query.register(_ask_when, CallTried.filter(F.attempt == Attempt.LATER))
    _register_outcomes(routes)
    return routes


def desk_router() -> Router:
    """The same for the desk, where the number stands in a letter and nothing can be whispered."""
    routes = Router(name="desk.calling")
    _register_outcomes(routes)
    return routes


def _register_outcomes(routes: Router) -> None:
    routes.callback_query.register(_reached, CallTried.filter(F.attempt == Attempt.REACHED))
    routes.callback_query.register(_tried, CallTried.filter())
    routes.callback_query.register(_later, CallLater.filter())


async def _reached(query: CallbackQuery, callback_data: CallTried, ctx: Context, answers: Answers, t: Words) -> None:
    await done(ctx, Reached(callback_data.case, callback_data.tries))
    answers.toast(toast("saved", t))


async def _tried(query: CallbackQuery, callback_data: CallTried, ctx: Context, answers: Answers, t: Words) -> None:
    await attempt(ctx, Tried(callback_data.case, callback_data.attempt, callback_data.tries))
    answers.toast(toast("saved", t))


async def _ask_when(query: CallbackQuery, callback_data: CallTried, ctx: Context, answers: Answers, t: Words) -> None:
    options = await ask_when(ctx, AskWhen(callback_data.case))
    tomorrow = (local_date(ctx.now) + timedelta(days=1)).toordinal()
    answers.whisper(calls.later(CallLater, callback_data.case, callback_data.tries, options, tomorrow, t))


async def _later(query: CallbackQuery, callback_data: CallLater, ctx: Context, answers: Answers, t: Words) -> None:
    when = Tried(callback_data.case, Attempt.LATER, callback_data.tries, callback_data.when, callback_data.day)
    await attempt(ctx, when)
    answers.toast(toast("saved", t))
