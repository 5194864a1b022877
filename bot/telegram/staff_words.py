"""A staff message in a topic, in our terms."""

from __future__ import annotations

from aiogram.enums import MessageEntityType
from aiogram.types import Message

from bot.telegram.attachments import OTHER_CONTENT, attachment_of
from casework.talk.sending import Reply


def answer_in(message: Message, text: str | None, *, on_purpose: bool = False) -> Reply:
    """The message as an answer, should it be one; `text`: its words without a command."""
    assert message.message_thread_id is not None, "it stands in a topic"
    return Reply(
        chat_id=message.chat.id,
        thread_id=message.message_thread_id,
        telegram_message_id=message.message_id,
        reply_to=target_of(message),
        to_bot=_is_to_bot(message),
        text=text,
        on_purpose=on_purpose,
        attached=attachment_of(message),
        other=message.content_type in OTHER_CONTENT,
        account=username_of(message),
        mentions=_mentions(message),
        contact_of=message.contact.user_id if message.contact else None,
    )


def target_of(message: Message) -> int | None:
    """The message that it is a reply to; None also where a forum only names the creation of the topic."""
    target = _target(message)
    return None if target is None else target.message_id


def _target(message: Message) -> Message | None:
    target = message.reply_to_message
    return None if target is None or target.forum_topic_created is not None else target


def _is_to_bot(message: Message) -> bool:
    """Whether it is a reply to something that this bot said."""
    target = _target(message)
    author = target.from_user if target is not None else None
    return author is not None and message.bot is not None and author.id == message.bot.id


def username_of(message: Message) -> str | None:
    """The account's public name, which must not go out."""
    return message.from_user.username if message.from_user is not None else None


def _mentions(message: Message) -> bool:
    """Whether somebody without a public name is mentioned: the words show what their account is called."""
    entities = [*(message.entities or ()), *(message.caption_entities or ())]
    return any(each.type == MessageEntityType.TEXT_MENTION for each in entities)
