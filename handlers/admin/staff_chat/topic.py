"""What staff say in a case's topic: a reply to the person's words goes to the person, everything else stays here."""

from __future__ import annotations

import re

from aiogram import Bot, F, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from bot.telegram.answers import Answers
from bot.telegram.attachments import OTHER_CONTENT, attachment_of
from bot.telegram.whispers import hint
from bot.texts.wording import Words
from casework.cases.edit_reply import EditedReply, edit_reply
from casework.cases.reply import Reply, reply
from casework.context import Context

ON_PURPOSE = re.compile(r"^/a(@\w+)?(\s+|$)")
"""What a message begins with that is meant for the person without being a reply."""


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="staff_chat.topic")
    routes.message.register(_answer, Command("a"), F.message_thread_id)
    routes.message.register(_reply_or_remark, F.reply_to_message, F.message_thread_id)
    routes.message.register(_reply_or_remark, F.media_group_id, F.message_thread_id)
    routes.message.register(_remark)
    routes.edited_message.register(_edit, F.text | F.func(attachment_of))
    return routes


async def _answer(message: Message, command: CommandObject, ctx: Context) -> None:
    await reply(ctx, _reply(message, command.args or "", on_purpose=True))


async def _reply_or_remark(message: Message, bot: Bot, ctx: Context, answers: Answers, t: Words) -> None:
    said = message.text or message.caption
    if await reply(ctx, _reply(message, said)) is None and _to_what_the_bot_said(message, bot):
        # After a crash the person's words may stand twice, and only one of them is known to be theirs.
        answers.whisper(hint("stayed-inside", t))


def _to_what_the_bot_said(message: Message, bot: Bot) -> bool:
    target = message.reply_to_message
    author = target.from_user if target is not None and target.forum_topic_created is None else None
    return author is not None and author.id == bot.id


async def _remark(message: Message) -> None:
    """Internal: nobody outside is told, and we keep nothing of it."""


async def _edit(message: Message, ctx: Context) -> None:
    text = ON_PURPOSE.sub("", message.text or message.caption or "", count=1)
    await edit_reply(ctx, EditedReply(message.chat.id, message.message_id, text, attachment_of(message)))


def _reply(message: Message, text: str | None, *, on_purpose: bool = False) -> Reply:
    assert message.message_thread_id is not None
    target = message.reply_to_message
    # In a forum every message names the creation of its topic: that is no reply.
    to = None if target is None or target.forum_topic_created is not None else target.message_id
    return Reply(
        chat_id=message.chat.id,
        thread_id=message.message_thread_id,
        telegram_message_id=message.message_id,
        reply_to=to,
        text=text,
        on_purpose=on_purpose,
        attached=attachment_of(message),
        other=message.content_type in OTHER_CONTENT,
    )
