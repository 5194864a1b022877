"""The deadlines of a case, and «Відповідь не потрібна»."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.telegram.answers import Answers
from bot.telegram.callbacks import DeadlineDo, Deadlines, DeadlineStep, DeadlineWhy, NoAnswer
from bot.telegram.render import notices
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.cases.no_answer import NoAnswerNeeded, no_answer_needed
from casework.context import Context
from casework.deadlines.manage import (
    Extend,
    ListDeadlines,
    OneDeadline,
    ask_extend,
    extend,
    list_deadlines,
    meet_deadline,
    pause,
)


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="staff_chat.deadlines")
    routes.callback_query.register(_no_answer, NoAnswer.filter())
    routes.callback_query.register(_list, Deadlines.filter())
    routes.callback_query.register(_met, DeadlineDo.filter(F.step == DeadlineStep.MET))
    routes.callback_query.register(_ask_extend, DeadlineDo.filter(F.step == DeadlineStep.ASK_EXTEND))
    routes.callback_query.register(_pause, DeadlineDo.filter(F.step == DeadlineStep.PAUSE))
    routes.callback_query.register(_extend, DeadlineWhy.filter())
    return routes


async def _no_answer(query: CallbackQuery, callback_data: NoAnswer, ctx: Context, answers: Answers, t: Words) -> None:
    await no_answer_needed(ctx, NoAnswerNeeded(callback_data.case))
    answers.toast(toast("saved", t))


async def _list(query: CallbackQuery, callback_data: Deadlines, ctx: Context, answers: Answers, t: Words) -> None:
    lines = await list_deadlines(ctx, ListDeadlines(callback_data.case))
    answers.whisper(notices.deadlines(callback_data.case, lines, t))


async def _met(query: CallbackQuery, callback_data: DeadlineDo, ctx: Context, answers: Answers, t: Words) -> None:
    await meet_deadline(ctx, OneDeadline(callback_data.case, callback_data.deadline))
    answers.toast(toast("saved", t))


async def _pause(query: CallbackQuery, callback_data: DeadlineDo, ctx: Context, answers: Answers, t: Words) -> None:
    await pause(ctx, OneDeadline(callback_data.case, callback_data.deadline))
    answers.toast(toast("saved", t))


async def _ask_extend(
    query: CallbackQuery, callback_data: DeadlineDo, ctx: Context, answers: Answers, t: Words
) -> None:
    those = await ask_extend(ctx, OneDeadline(callback_data.case, callback_data.deadline))
    answers.whisper(notices.reasons(callback_data.deadline, those, t))


async def _extend(query: CallbackQuery, callback_data: DeadlineWhy, ctx: Context, answers: Answers, t: Words) -> None:
    await extend(ctx, Extend(callback_data.deadline, callback_data.reason))
    answers.toast(toast("saved", t))
