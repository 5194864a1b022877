"""Staff heard from the human of a case that they agree."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.telegram.answers import Answers
from bot.telegram.callbacks import AgreementHeard
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.context import Context
from casework.on_behalf.confirm import ConfirmAgreement, confirm_agreement


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="staff_chat.agreement")
    routes.callback_query.register(_heard, AgreementHeard.filter())
    return routes


async def _heard(query: CallbackQuery, callback_data: AgreementHeard, ctx: Context, answers: Answers, t: Words) -> None:
    await confirm_agreement(ctx, ConfirmAgreement(callback_data.case))
    answers.toast(toast("agreement-heard", t))
