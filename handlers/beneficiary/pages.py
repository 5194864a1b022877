"""A person reads an information page, and says when it did not help."""

from __future__ import annotations

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.telegram.callbacks.pages import PageFailed, PageOpen, PageToHuman
from casework.context import Context
from casework.pages.open import NotHelped, OpenPage, not_helped, open_page
from casework.people.send_words import SendWords, send_words
from handlers.beneficiary.states import Writing, end_writing


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="beneficiary.pages")
    routes.callback_query.register(_open, PageOpen.filter())
    routes.callback_query.register(_to_human, PageToHuman.filter())
    routes.callback_query.register(_failed, PageFailed.filter())
    return routes


async def _open(query: CallbackQuery, callback_data: PageOpen, ctx: Context) -> None:
    await open_page(ctx, OpenPage(callback_data.upto, callback_data.slug))


async def _to_human(query: CallbackQuery, callback_data: PageToHuman, ctx: Context, state: FSMContext) -> None:
    await send_words(ctx, SendWords(callback_data.upto, not_helped=callback_data.slug))
    await end_writing(state)


async def _failed(query: CallbackQuery, callback_data: PageFailed, ctx: Context, state: FSMContext) -> None:
    await not_helped(ctx, NotHelped(callback_data.case, callback_data.message))
    # They are told to add what is missing: whatever they write next belongs there, however many cases they have.
    await state.set_state(Writing.to_case)
    await state.update_data(case_id=callback_data.case)
