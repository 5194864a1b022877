"""The answers to the consent question."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.telegram.answers import Answers
from bot.telegram.callbacks import Consent, ConsentAnswer
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.context import Context
from casework.letters import kinds
from casework.people.consent import Agree, Decline, Watch, agree, decline, watch
from casework.people.show_screen import ShowScreen, show_screen
from handlers.beneficiary.states import fill


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="beneficiary.consent")
    routes.callback_query.register(_agree, Consent.filter(F.answer == ConsentAnswer.AGREE))
    routes.callback_query.register(_watch, Consent.filter(F.answer == ConsentAnswer.WATCHED))
    routes.callback_query.register(_decline, Consent.filter(F.answer == ConsentAnswer.DECLINE))
    routes.callback_query.register(_more, Consent.filter(F.answer == ConsentAnswer.MORE))
    routes.callback_query.register(_ask_again, Consent.filter(F.answer == ConsentAnswer.ASK_AGAIN))
    return routes


async def _agree(query: CallbackQuery, ctx: Context, answers: Answers, t: Words, state: FSMContext) -> None:
    form_id = await agree(ctx, Agree(name=query.from_user.full_name))
    if form_id:
        await fill(state, form_id)
    answers.toast(toast("agreed", t))


async def _watch(query: CallbackQuery, ctx: Context) -> None:
    await watch(ctx, Watch())


async def _decline(query: CallbackQuery, ctx: Context) -> None:
    await decline(ctx, Decline())


async def _more(query: CallbackQuery, ctx: Context) -> None:
    await show_screen(ctx, ShowScreen(kinds.ConsentMoreScreen.kind))


async def _ask_again(query: CallbackQuery, ctx: Context) -> None:
    await show_screen(ctx, ShowScreen(kinds.ConsentScreen.kind))
