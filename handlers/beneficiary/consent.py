"""The answers to the consent question."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.telegram.callbacks import Consent, ConsentAnswer
from casework.context import Context
from casework.letters import kinds
from casework.people.consent import Agree, Decline, Watch, agree, decline, watch
from casework.people.show_screen import ShowScreen, show_screen

router = Router(name="beneficiary.consent")


@router.callback_query(Consent.filter(F.answer == ConsentAnswer.AGREE))
async def _agree(query: CallbackQuery, ctx: Context) -> None:
    await agree(ctx, Agree(name=query.from_user.full_name))


@router.callback_query(Consent.filter(F.answer == ConsentAnswer.WATCHED))
async def _watch(query: CallbackQuery, ctx: Context) -> None:
    await watch(ctx, Watch())


@router.callback_query(Consent.filter(F.answer == ConsentAnswer.DECLINE))
async def _decline(query: CallbackQuery, ctx: Context) -> None:
    await decline(ctx, Decline())


@router.callback_query(Consent.filter(F.answer == ConsentAnswer.MORE))
async def _more(query: CallbackQuery, ctx: Context) -> None:
    await show_screen(ctx, ShowScreen(kinds.ConsentMoreScreen.kind))


@router.callback_query(Consent.filter(F.answer == ConsentAnswer.ASK_AGAIN))
async def _ask_again(query: CallbackQuery, ctx: Context) -> None:
    await show_screen(ctx, ShowScreen(kinds.ConsentScreen.kind))
