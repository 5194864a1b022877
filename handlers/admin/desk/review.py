"""`/review`: staff check applications for children's recreation, the next one first."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.telegram.answers import Answers
from bot.telegram.callbacks.review import Review, ReviewCategory, ReviewDo, ReviewOfCase, ReviewOpen, ReviewStep
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.context import Context
from casework.recreation.review import (
    DecideCategory,
    OpenApplication,
    OpenOfCase,
    ShowReview,
    ask_papers,
    begin_checking,
    confirm_need,
    decide_category,
    doubt_need,
    open_application,
    open_of_case,
    show_review,
)


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="desk.review")
    routes.message.register(_command, Command("review"))
    routes.callback_query.register(_list, Review.filter())
    routes.callback_query.register(_open, ReviewOpen.filter())
    routes.callback_query.register(_of_case, ReviewOfCase.filter())
    routes.callback_query.register(_check, ReviewDo.filter(F.step == ReviewStep.CHECK))
    routes.callback_query.register(_ask, ReviewDo.filter(F.step == ReviewStep.ASK))
    routes.callback_query.register(_confirm, ReviewDo.filter(F.step == ReviewStep.CONFIRM))
    routes.callback_query.register(_doubt, ReviewDo.filter(F.step == ReviewStep.DOUBT))
    routes.callback_query.register(_category, ReviewCategory.filter())
    return routes


async def _command(message: Message, ctx: Context) -> None:
    await show_review(ctx, ShowReview())


async def _list(query: CallbackQuery, callback_data: Review, ctx: Context) -> None:
    await show_review(ctx, ShowReview(callback_data.campaign, callback_data.page))


async def _open(query: CallbackQuery, callback_data: ReviewOpen, ctx: Context) -> None:
    await open_application(ctx, OpenApplication(callback_data.application, callback_data.child))


async def _of_case(query: CallbackQuery, callback_data: ReviewOfCase, ctx: Context) -> None:
    await open_of_case(ctx, OpenOfCase(callback_data.case))


async def _check(query: CallbackQuery, callback_data: ReviewDo, ctx: Context, answers: Answers, t: Words) -> None:
    await begin_checking(ctx, OpenApplication(callback_data.application))
    answers.toast(toast("saved", t))


async def _ask(query: CallbackQuery, callback_data: ReviewDo, ctx: Context, answers: Answers, t: Words) -> None:
    await ask_papers(ctx, OpenApplication(callback_data.application))
    answers.toast(toast("documents-asked", t))


async def _confirm(query: CallbackQuery, callback_data: ReviewDo, ctx: Context, answers: Answers, t: Words) -> None:
    whole = await confirm_need(ctx, OpenApplication(callback_data.application, callback_data.child))
    answers.toast(toast("saved" if whole else "second-needed", t))


async def _doubt(query: CallbackQuery, callback_data: ReviewDo, ctx: Context, answers: Answers, t: Words) -> None:
    await doubt_need(ctx, OpenApplication(callback_data.application, callback_data.child))
    answers.toast(toast("saved", t))


async def _category(query: CallbackQuery, callback_data: ReviewCategory, ctx: Context) -> None:
    await decide_category(
        ctx,
        DecideCategory(callback_data.application, callback_data.child, callback_data.code, callback_data.holds),
    )
