"""The buttons of a case's card. Buttons never expire: every press looks again at state and rights."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.telegram.answers import Answers
from bot.telegram.callbacks import CaseButton, OutcomeChoice, StaffStep
from bot.telegram.whispers import Option, hint, outcomes, toast
from bot.texts.wording import Words
from casework.cases.close import AskOutcome, Close, ask_outcome, close
from casework.cases.release import Release, release
from casework.cases.reopen import Reopen, reopen
from casework.cases.take import Take, take
from casework.context import Context


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="staff_chat.card")
    routes.callback_query.register(_take, CaseButton.filter(F.verb == StaffStep.TAKE))
    routes.callback_query.register(_release, CaseButton.filter(F.verb == StaffStep.RELEASE))
    routes.callback_query.register(_reopen, CaseButton.filter(F.verb == StaffStep.REOPEN))
    routes.callback_query.register(_ask_outcome, CaseButton.filter(F.verb == StaffStep.CLOSE))
    routes.callback_query.register(_close, OutcomeChoice.filter())
    return routes


async def _take(query: CallbackQuery, callback_data: CaseButton, ctx: Context, answers: Answers, t: Words) -> None:
    await take(ctx, Take(callback_data.case))
    answers.toast(toast("taken", t))


async def _release(query: CallbackQuery, callback_data: CaseButton, ctx: Context, answers: Answers, t: Words) -> None:
    await release(ctx, Release(callback_data.case))
    answers.toast(toast("released", t))


async def _reopen(query: CallbackQuery, callback_data: CaseButton, ctx: Context, answers: Answers, t: Words) -> None:
    await reopen(ctx, Reopen(callback_data.case))
    answers.toast(toast("reopened", t))


async def _ask_outcome(
    query: CallbackQuery, callback_data: CaseButton, ctx: Context, answers: Answers, t: Words
) -> None:
    names = await ask_outcome(ctx, AskOutcome(callback_data.case))
    choices = [Option(slug, name) for slug, name in names.items()]
    answers.whisper(outcomes(callback_data.case, choices, t))


async def _close(query: CallbackQuery, callback_data: OutcomeChoice, ctx: Context, answers: Answers, t: Words) -> None:
    await close(ctx, Close(callback_data.case, callback_data.outcome))
    answers.toast(toast("closed", t))
    answers.whisper(hint("closed", t))
