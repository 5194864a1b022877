"""What a lead was asked to type, until they ask for something else."""

from __future__ import annotations

from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.fsm.context import FSMContext
from aiogram.types import TelegramObject


async def something_else(event: TelegramObject, state: FSMContext) -> None:
    """Whoever sends a command or presses a button answers nothing any more: their next words are not for it."""
    await state.clear()
    raise SkipHandler
