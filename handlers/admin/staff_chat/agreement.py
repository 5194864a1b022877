"""Staff phone the human for whom somebody writes, and note what came of it. On the desk the same buttons work."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.telegram.answers import Answers
from bot.telegram.callbacks import AgreementHeard, AgreementLater, AgreementTried, AskAgreement
from bot.telegram.render import agreement, calls
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.calls.attempt import AskWhen, Tried, ask_when
from casework.context import Context
from casework.on_behalf.call import Heard, OpenAgreement, hear_agreement, open_agreement, try_agreement
from db.uow import UnitOfWork
from handlers.admin.looking import chat_of, hiding
from rules.calls import Attempt
from rules.local_time import local_date


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="staff_chat.agreement")
    routes.callback_query.register(_open, AskAgreement.filter())
    routes.callback_query.register(_ask_when, AgreementTried.filter(F.attempt == Attempt.LATER))
    _register_outcomes(routes)
    return routes


def desk_router() -> Router:
    """The same for the desk, where the number stands in a letter and nothing can be whispered."""
    routes = Router(name="desk.agreement")
    _register_outcomes(routes)
    return routes


def _register_outcomes(routes: Router) -> None:
    routes.callback_query.register(_heard, AgreementHeard.filter())
    routes.callback_query.register(_tried, AgreementTried.filter())
    routes.callback_query.register(_later, AgreementLater.filter())


async def _open(query: CallbackQuery, callback_data: AskAgreement, ctx: Context, answers: Answers, t: Words) -> None:
    async def on_desk(uow: UnitOfWork) -> None:
        await open_agreement(replace(ctx, uow=uow), OpenAgreement(callback_data.case, on_desk=True))

    shown = await open_agreement(ctx, OpenAgreement(callback_data.case))
    answers.whisper(agreement.whom_to_ask(shown, t), otherwise=on_desk, hide=hiding(ctx, chat_of(query)))


async def _heard(query: CallbackQuery, callback_data: AgreementHeard, ctx: Context, answers: Answers, t: Words) -> None:
    await hear_agreement(ctx, Heard(callback_data.case, callback_data.tries, callback_data.agreed))
    answers.toast(toast("agreement-heard" if callback_data.agreed else "agreement-refused", t))


async def _tried(query: CallbackQuery, callback_data: AgreementTried, ctx: Context, answers: Answers, t: Words) -> None:
    await try_agreement(ctx, Tried(callback_data.case, callback_data.attempt, callback_data.tries))
    answers.toast(toast("saved", t))


async def _ask_when(
    query: CallbackQuery, callback_data: AgreementTried, ctx: Context, answers: Answers, t: Words
) -> None:
    options = await ask_when(ctx, AskWhen(callback_data.case))
    tomorrow = (local_date(ctx.now) + timedelta(days=1)).toordinal()
    answers.whisper(calls.later(AgreementLater, callback_data.case, callback_data.tries, options, tomorrow, t))


async def _later(query: CallbackQuery, callback_data: AgreementLater, ctx: Context, answers: Answers, t: Words) -> None:
    when = Tried(callback_data.case, Attempt.LATER, callback_data.tries, callback_data.when, callback_data.day)
    await try_agreement(ctx, when)
    answers.toast(toast("saved", t))
