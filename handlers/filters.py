"""Who enters: each router belongs to one kind of actor in one kind of chat."""

from __future__ import annotations

from aiogram.enums import ChatType
from aiogram.filters import Command, Filter
from aiogram.types import CallbackQuery, Message, TelegramObject

from casework.context import Actor
from rules.permissions import Role

GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)


def command(*names: str) -> Command:
    """A person's command by any of these names, however it is typed: phones begin with a capital by themselves."""
    return Command(*names, ignore_case=True)


def chat_type(event: TelegramObject) -> str | None:
    """The type of the chat that a message or a pressed button stands in."""
    if isinstance(event, CallbackQuery):
        return event.message.chat.type if event.message else None
    return event.chat.type if isinstance(event, Message) else None


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
