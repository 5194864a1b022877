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


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="beneficiary.themselves")
    routes.callback_query.register(_language, LanguageChoice.filter())
    routes.callback_query.register(_privacy, Privacy.filter(F.action == PrivacyAction.SHOW))
    routes.callback_query.register(_ask_erase, Privacy.filter(F.action == PrivacyAction.ASK_ERASE))
    routes.callback_query.register(_erase, Privacy.filter(F.action == PrivacyAction.ERASE))
    return routes


async def _language(query: CallbackQuery, callback_data: LanguageChoice, ctx: Context) -> None:
    await choose_language(ctx, ChooseLanguage(callback_data.code.value))


async def _privacy(query: CallbackQuery, ctx: Context) -> None:
    await show_screen(ctx, ShowScreen(kinds.PrivacyScreen.kind))


async def _ask_erase(query: CallbackQuery, ctx: Context) -> None:
    await show_screen(ctx, ShowScreen(kinds.EraseAskScreen.kind))


async def _erase(query: CallbackQuery, ctx: Context, state: FSMContext) -> None:
    await erase(ctx, Erase())
    await state.clear()
