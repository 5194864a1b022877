"""Telegram tells when a person stops the bot, and when they let it speak again."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.enums import ChatMemberStatus, ChatType
from aiogram.types import ChatMemberUpdated

from casework.context import Actor, Context
from casework.people.reachable import Reachable, note_reachable
from rules.roles import Role


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="beneficiary.blocking")
    routes.my_chat_member.register(_note, F.chat.type == ChatType.PRIVATE)
    return routes


async def _note(event: ChatMemberUpdated, ctx: Context, actor: Actor) -> None:
    if actor.role is Role.PERSON:
        await note_reachable(ctx, Reachable(event.new_chat_member.status != ChatMemberStatus.KICKED))
