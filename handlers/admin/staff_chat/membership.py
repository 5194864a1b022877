"""What Telegram tells of a group: the bot came, went, got rights or lost them; somebody closed a topic."""

from __future__ import annotations

from dataclasses import replace

from aiogram import F, Router
from aiogram.types import ChatMemberAdministrator, ChatMemberUpdated, Message

from casework.cases.open_topic import TopicClosed, open_topic
from casework.context import MACHINE, Context
from casework.staff.group_away import Away, GroupAway, GroupBack, group_away, group_back
from handlers.filters import GROUPS

INSIDE = frozenset({"member", "administrator", "restricted", "creator"})


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="staff_chat.membership")
    routes.my_chat_member.register(_note, F.chat.type.in_(GROUPS))
    routes.message.register(_topic_closed, F.forum_topic_closed, F.message_thread_id, F.chat.type.in_(GROUPS))
    return routes


async def _topic_closed(message: Message, ctx: Context) -> None:
    await open_topic(replace(ctx, actor=MACHINE), TopicClosed(message.chat.id, message.message_thread_id or 0))


async def _note(event: ChatMemberUpdated, ctx: Context) -> None:
    # Telegram itself says so, whoever changed it.
    machine = replace(ctx, actor=MACHINE)
    reason = _what_is_wrong(event)
    if reason is None:
        await group_back(machine, GroupBack(event.chat.id))
    else:
        await group_away(machine, GroupAway(event.chat.id, reason))


def _what_is_wrong(event: ChatMemberUpdated) -> Away | None:
    member = event.new_chat_member
    if member.status not in INSIDE:
        return Away.REMOVED
    if not event.chat.is_forum:
        return Away.NO_FORUM
    may = isinstance(member, ChatMemberAdministrator) and bool(member.can_manage_topics)
    return None if may else Away.NO_RIGHTS
