"""What staff say in a case's topic: a reply to the person's words goes to the person, everything else stays here."""

from __future__ import annotations

import re
from dataclasses import replace

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from bot.telegram.answers import Answers
from bot.telegram.attachments import attachment_of
from bot.telegram.render.talk import answer_waits
from bot.telegram.staff_words import answer_in, username_of
from bot.telegram.whispers import hint
from bot.texts.wording import Words
from casework.cases.edit_reply import EditedReply, edit_reply
from casework.cases.reply import reply
from casework.context import Context
from casework.letters.sights import AnswerWaitsSight
from casework.talk.sending import Sent
from casework.talk.waiting import Waits, tell_on_desk
from db.uow import UnitOfWork

ON_PURPOSE = re.compile(r"^/a(@\w+)?(\s+|$)")
"""What a message begins with that is meant for the person without being a reply."""
TIMED = re.compile(r"^/at(@\w+)?(\s+|$)")
"""The same for an answer with a time of its own."""


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="staff_chat.topic")
    routes.message.register(_answer, Command("a"), F.message_thread_id)
    routes.message.register(_reply_or_remark, F.reply_to_message, F.message_thread_id)
    routes.message.register(_reply_or_remark, F.media_group_id, F.message_thread_id)
    routes.message.register(_remark)
    routes.edited_message.register(_edit, F.text | F.func(attachment_of))
    return routes


async def _answer(message: Message, command: CommandObject, ctx: Context, answers: Answers, t: Words) -> None:
    _tell_of_waiting(await reply(ctx, answer_in(message, command.args or "", on_purpose=True)), ctx, answers, t)


async def _reply_or_remark(message: Message, ctx: Context, answers: Answers, t: Words) -> None:
    said = answer_in(message, message.text or message.caption)
    sent = await reply(ctx, said)
    _tell_of_waiting(sent, ctx, answers, t)
    if sent is None and message.chat.type == ChatType.PRIVATE:
        await _remark(message, answers, t)
    elif sent is None and said.to_bot:
        # After a crash the person's words may stand twice, and only one of them is known to be theirs.
        answers.whisper(hint("stayed-inside", t))


async def _remark(message: Message, answers: Answers, t: Words) -> None:
    """Internal: nobody outside is told, and we keep nothing of it. On a desk no colleague reads it either: whoever
    writes there may well think that the person does.
    """
    if message.chat.type == ChatType.PRIVATE and (message.text or attachment_of(message)):
        answers.whisper(hint("stayed-inside", t))


async def _edit(message: Message, ctx: Context, answers: Answers, t: Words) -> None:
    said = message.text or message.caption or ""
    timed = TIMED.match(said) is not None
    text = (TIMED if timed else ON_PURPOSE).sub("", said, count=1)
    found = EditedReply(message.chat.id, message.message_id, text, attachment_of(message), timed, username_of(message))
    changed = await edit_reply(ctx, found)
    if isinstance(changed, Waits):
        _tell(changed, ctx, answers, t)


def _tell_of_waiting(sent: Sent | None, ctx: Context, answers: Answers, t: Words) -> None:
    if sent is not None and sent.waits is not None and sent.waits.odd:
        _tell(sent.waits, ctx, answers, t)


def _tell(waits: Waits, ctx: Context, answers: Answers, t: Words) -> None:
    """Its author learns that an answer waits, seen by nobody else; on the desk where the group can't whisper."""

    async def on_desk(uow: UnitOfWork) -> None:
        await tell_on_desk(replace(ctx, uow=uow), waits)

    shows = AnswerWaitsSight(waits.case_id, waits.message_id, None, waits.until, waits.odd)
    answers.whisper(answer_waits(shows, t), otherwise=on_desk)
