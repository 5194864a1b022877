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
from casework.people.export import Export, export
from casework.people.show_screen import ShowScreen, show_screen
from casework.people.withdraw_consent import WithdrawConsent, withdraw_consent
from handlers.beneficiary.states import end_writing
from handlers.beneficiary.telling import AGAIN, ask_again

SCREENS = {
    PrivacyAction.SHOW: kinds.PrivacyScreen.kind,
    PrivacyAction.WHY: kinds.PrivacyWhyScreen.kind,
    PrivacyAction.WHO: kinds.PrivacyWhoScreen.kind,
    PrivacyAction.ASK_ERASE: kinds.EraseAskScreen.kind,
}
"""Pages that only show something."""


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="beneficiary.themselves")
    routes.callback_query.register(_language, LanguageChoice.filter())
    routes.callback_query.register(_privacy, Privacy.filter(F.action.in_(SCREENS)))
    routes.callback_query.register(_export, Privacy.filter(F.action == PrivacyAction.EXPORT))
    routes.callback_query.register(_export_now, Privacy.filter(F.action == PrivacyAction.EXPORT_NOW))
    routes.callback_query.register(_ask_withdraw, Privacy.filter(F.action == PrivacyAction.ASK_WITHDRAW))
    routes.callback_query.register(_withdraw, Privacy.filter(F.action == PrivacyAction.WITHDRAW))
    routes.callback_query.register(_erase, Privacy.filter(F.action == PrivacyAction.ERASE))
    return routes


async def _language(
    query: CallbackQuery, callback_data: LanguageChoice, ctx: Context, state: FSMContext, raw_state: str | None
) -> None:
    await choose_language(ctx, ChooseLanguage(callback_data.code.value, asks=raw_state not in AGAIN))
    await ask_again(ctx, state, raw_state)


async def _privacy(query: CallbackQuery, callback_data: Privacy, ctx: Context, state: FSMContext) -> None:
    await end_writing(state)
    await show_screen(ctx, ShowScreen(SCREENS[callback_data.action]))


async def _export(query: CallbackQuery, ctx: Context) -> None:
    await export(ctx, Export())


async def _export_now(query: CallbackQuery, ctx: Context) -> None:
    await export(ctx, Export(confirmed=True))


async def _ask_withdraw(query: CallbackQuery, ctx: Context) -> None:
    await withdraw_consent(ctx, WithdrawConsent())


async def _withdraw(query: CallbackQuery, ctx: Context, state: FSMContext) -> None:
    await withdraw_consent(ctx, WithdrawConsent(confirmed=True))
    await state.clear()


async def _erase(query: CallbackQuery, ctx: Context, state: FSMContext) -> None:
    await erase(ctx, Erase())
    await state.clear()
