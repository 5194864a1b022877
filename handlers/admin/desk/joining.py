"""A one-time link makes its first user a staff member."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import Message

from casework.context import Context
from casework.staff.invite import JOIN_PREFIX
from casework.staff.join import Join, join


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="desk.joining")
    routes.message.register(
        _join, CommandStart(deep_link=True, magic=F.args.startswith(JOIN_PREFIX)), F.chat.type == ChatType.PRIVATE
    )
    return routes


async def _join(message: Message, command: CommandObject, ctx: Context) -> None:
    assert message.from_user is not None
    code = (command.args or "").removeprefix(JOIN_PREFIX)
    await join(ctx, Join(code, message.from_user.id, message.from_user.language_code))
