"""Who enters: each router belongs to one kind of actor in one kind of chat."""

from __future__ import annotations

from collections.abc import Collection

from aiogram import F
from aiogram.enums import ChatType
from aiogram.filters import Command, Filter
from aiogram.types import CallbackQuery, Message, MessageReactionUpdated, TelegramObject
from aiogram.utils.magic_filter import MagicFilter

from casework.context import Actor
from rules.roles import Role

GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)
COMMAND = r"^/[A-Za-z][A-Za-z0-9_]*(@\w+)?(\s|$)"
"""Never words: where we do not have such a command, it opens the help."""


def command(*names: str) -> Command:
    """A person's command by any of these names, however it is typed: phones begin with a capital by themselves."""
    return Command(*names, ignore_case=True)


def own_words(menu: Collection[str]) -> MagicFilter:
    """Words of the writer's own: neither a command nor a label of the reply keyboard, which `menu` holds."""
    return F.text & ~F.text.regexp(COMMAND) & ~F.text.in_(set(menu))


def chat_type(event: TelegramObject) -> str | None:
    """The type of the chat that a message, a pressed button or a reaction stands in."""
    if isinstance(event, CallbackQuery):
        return event.message.chat.type if event.message else None
    return event.chat.type if isinstance(event, Message | MessageReactionUpdated) else None


class Beneficiary(Filter):
    """A person in their private chat."""

    async def __call__(self, event: TelegramObject, actor: Actor) -> bool:
        """Whether this one enters."""
        return actor.role is Role.PERSON and chat_type(event) == ChatType.PRIVATE


class StaffDesk(Filter):
    """A staff member in their private chat."""

    async def __call__(self, event: TelegramObject, actor: Actor) -> bool:
        """Whether this one enters."""
        return actor.is_staff and chat_type(event) == ChatType.PRIVATE


class StaffGroup(Filter):
    """A staff member in a group."""

    async def __call__(self, event: TelegramObject, actor: Actor) -> bool:
        """Whether this one enters."""
        return actor.is_staff and chat_type(event) in GROUPS


class GroupStranger(Filter):
    """Anybody else in a group: strangers and anonymous admins."""

    async def __call__(self, event: TelegramObject, actor: Actor) -> bool:
        """Whether this one enters."""
        return not actor.is_staff and chat_type(event) in GROUPS
