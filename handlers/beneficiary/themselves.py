"""Language, and what we hold about the person."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.telegram.callbacks import LanguageChoice, Privacy, PrivacyAction
from casework.context import Context
from casework.letters import kinds
from casework.people.choose_language import ChooseLanguage, choose_language
from casework.people.erase import Erase, erase
from casework.people.show_screen import ShowScreen, show_screen

router = Router(name="beneficiary.themselves")


@router.callback_query(LanguageChoice.filter())
async def _language(query: CallbackQuery, callback_data: LanguageChoice, ctx: Context) -> None:
    await choose_language(ctx, ChooseLanguage(callback_data.code.value))


@router.callback_query(Privacy.filter(F.action == PrivacyAction.SHOW))
async def _privacy(query: CallbackQuery, ctx: Context) -> None:
    await show_screen(ctx, ShowScreen(kinds.PrivacyScreen.kind))


@router.callback_query(Privacy.filter(F.action == PrivacyAction.ASK_ERASE))
async def _ask_erase(query: CallbackQuery, ctx: Context) -> None:
    await show_screen(ctx, ShowScreen(kinds.EraseAskScreen.kind))


@router.callback_query(Privacy.filter(F.action == PrivacyAction.ERASE))
async def _erase(query: CallbackQuery, ctx: Context, state: FSMContext) -> None:
    await erase(ctx, Erase())
    await state.clear()
