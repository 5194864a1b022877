"""`/help` of staff: what their role does, by which commands. In the group only the one who asked sees it."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from bot.telegram.answers import Answers
from bot.telegram.render.staff_help import staff_help
from bot.texts.wording import Words
from casework.context import Context
from handlers.filters import GROUPS


def router(name: str) -> Router:
    """A fresh router: one belongs to one dispatcher. `name`: of the place, group or desk."""
    routes = Router(name=f"{name}.help")
    routes.message.register(_help, Command("help"))
    return routes


async def _help(message: Message, ctx: Context, answers: Answers, t: Words) -> None:
    shown = staff_help(ctx.actor.role, ctx.rules.handbook, t)
    if message.chat.type in GROUPS:
        answers.whisper(shown)
    else:
        answers.say(shown)
