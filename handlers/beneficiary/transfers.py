"""A person says whether something may be handed to a provider, looks how it stands, takes the consent back."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.telegram.callbacks.transfers import OwnTransfer as Own
from bot.telegram.callbacks.transfers import TransferAnswer
from casework.context import Context
from casework.transfers.answer import (
    Answered,
    OwnTransfer,
    agree_to_transfer,
    decline_transfer,
    show_own_transfer,
    withdraw_transfer,
)
from handlers.beneficiary.states import end_writing


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="beneficiary.transfers")
    routes.callback_query.register(_agree, TransferAnswer.filter(F.yes))
    routes.callback_query.register(_decline, TransferAnswer.filter())
    routes.callback_query.register(_withdraw, Own.filter(F.withdraw))
    routes.callback_query.register(_show, Own.filter())
    return routes


async def _agree(query: CallbackQuery, callback_data: TransferAnswer, ctx: Context, state: FSMContext) -> None:
    await agree_to_transfer(ctx, Answered(callback_data.transfer, callback_data.round))
    await end_writing(state)


async def _decline(query: CallbackQuery, callback_data: TransferAnswer, ctx: Context, state: FSMContext) -> None:
    await decline_transfer(ctx, Answered(callback_data.transfer, callback_data.round))
    await end_writing(state)


async def _withdraw(query: CallbackQuery, callback_data: Own, ctx: Context, state: FSMContext) -> None:
    await withdraw_transfer(ctx, OwnTransfer(callback_data.transfer))
    await end_writing(state)


async def _show(query: CallbackQuery, callback_data: Own, ctx: Context, state: FSMContext) -> None:
    await show_own_transfer(ctx, OwnTransfer(callback_data.transfer))
    await end_writing(state)
