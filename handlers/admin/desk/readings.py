"""Leads look who of theirs looked at people's data."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.telegram.callbacks import Readings
from casework.context import Context
from casework.readings.show import ReadingsOfNumber, ShowReadings, readings_of_number, show_readings


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="desk.readings")
    routes.message.register(_by_number, Command("readings"))
    routes.callback_query.register(_page, Readings.filter())
    return routes


async def _by_number(message: Message, command: CommandObject, ctx: Context) -> None:
    await readings_of_number(ctx, ReadingsOfNumber(command.args or ""))


async def _page(query: CallbackQuery, callback_data: Readings, ctx: Context) -> None:
    await show_readings(ctx, ShowReadings(callback_data.by, callback_data.of, callback_data.page))
