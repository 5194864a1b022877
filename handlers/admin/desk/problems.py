"""What was put aside because it failed: leads look at it and decide."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.telegram.answers import Answers
from bot.telegram.callbacks import ProblemDo, Problems, ProblemStep
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.context import Context
from casework.problems.again import RunAgain, SendAgain, run_again, send_again
from casework.problems.drop import Drop, drop
from casework.problems.show import AskDrop, ShowProblems, ask_drop, show
from rules.problems import Way


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="desk.problems")
    routes.message.register(_show, Command("problems"))
    routes.callback_query.register(_page, Problems.filter())
    routes.callback_query.register(_run_again, ProblemDo.filter((F.step == ProblemStep.AGAIN) & (F.way == Way.IN)))
    routes.callback_query.register(_send_again, ProblemDo.filter((F.step == ProblemStep.AGAIN) & (F.way == Way.OUT)))
    routes.callback_query.register(_ask_drop, ProblemDo.filter(F.step == ProblemStep.ASK_DROP))
    routes.callback_query.register(_drop, ProblemDo.filter(F.step == ProblemStep.DROP))
    return routes


async def _show(message: Message, ctx: Context) -> None:
    await show(ctx, ShowProblems())


async def _page(query: CallbackQuery, callback_data: Problems, ctx: Context) -> None:
    await show(ctx, ShowProblems(callback_data.page))


async def _run_again(query: CallbackQuery, callback_data: ProblemDo, ctx: Context, answers: Answers, t: Words) -> None:
    await run_again(ctx, RunAgain(callback_data.id, callback_data.page))
    answers.toast(toast("runs-again", t))


async def _send_again(query: CallbackQuery, callback_data: ProblemDo, ctx: Context, answers: Answers, t: Words) -> None:
    await send_again(ctx, SendAgain(callback_data.id, callback_data.page))
    answers.toast(toast("sent-again", t))


async def _ask_drop(query: CallbackQuery, callback_data: ProblemDo, ctx: Context) -> None:
    await ask_drop(ctx, AskDrop(callback_data.way, callback_data.id, callback_data.page))


async def _drop(query: CallbackQuery, callback_data: ProblemDo, ctx: Context, answers: Answers, t: Words) -> None:
    await drop(ctx, Drop(callback_data.way, callback_data.id, callback_data.page))
    answers.toast(toast("given-up", t))
