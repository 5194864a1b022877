"""A group is bound by a one-time code, and keeps its binding when it becomes a supergroup."""

from __future__ import annotations

from dataclasses import replace

from aiogram import F, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from bot.telegram.answers import Answers
from bot.telegram.whispers import hint
from bot.texts.wording import Words
from casework.context import MACHINE, Context
from casework.staff.bind_group import BindGroup, bind_group
from casework.staff.move_group import MoveGroup, move_group
from handlers.filters import StaffGroup


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="staff_chat.binding")
    routes.message.register(_move, F.migrate_to_chat_id)
    routes.message.register(_bind, Command("bind"), StaffGroup())
    return routes


async def _move(message: Message, ctx: Context) -> None:
    assert message.migrate_to_chat_id is not None
    # Telegram itself says so, whoever pressed the switch.
    await move_group(replace(ctx, actor=MACHINE), MoveGroup(message.chat.id, message.migrate_to_chat_id))


async def _bind(message: Message, command: CommandObject, ctx: Context, answers: Answers, t: Words) -> None:
    if not command.args:
        answers.whisper(hint("bind-usage", t))
        return
    code, _, areas = command.args.strip().partition(" ")
    await bind_group(ctx, BindGroup(message.chat.id, code, bool(message.chat.is_forum), areas.strip()))
