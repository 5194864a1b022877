"""Changing messages that the bot sent, seen by everybody or by one person."""

from simulator.botapi import content, markup, targets
from simulator.botapi.errors import bad_request
from simulator.botapi.registry import Call, method
from simulator.limits import AS_A_MESSAGE, BOT_ONLY
from simulator.world import messages, views
from simulator.world.model import JSON, Chat, StoredMessage

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)


@method("editMessageText", AS_A_MESSAGE)
async def edit_message_text(call: Call) -> JSON:
    """Replace text and inline keyboard."""
    new_text = content.text_of(call.params)
    new_markup = markup.inline_only(call.params)
    chat, stored = _own_message(call)
    if "text" not in stored.body:
        raise bad_request("there is no text in the message to edit")
    _apply(call, chat, stored, new_text, new_markup)
    return views.message_json(chat, stored)


@method("editMessageCaption", AS_A_MESSAGE)
async def edit_message_caption(call: Call) -> JSON:
    """Replace caption and inline keyboard."""
    new_caption = content.caption_of(call.params)
    new_markup = markup.inline_only(call.params)
    chat, stored = _own_message(call)
    if "text" in stored.body or stored.is_service:
        raise bad_request("there is no caption in the message to edit")
    _apply(call, chat, stored, new_caption, new_markup)
    return views.message_json(chat, stored)


@method("editMessageReplyMarkup", AS_A_MESSAGE)
async def edit_message_reply_markup(call: Call) -> JSON:
    """Replace the inline keyboard."""
    new_markup = markup.inline_only(call.params)
    chat, stored = _own_message(call)
    _apply(call, chat, stored, {}, new_markup)
    return views.message_json(chat, stored)


@method("editEphemeralMessageText", BOT_ONLY)
async def edit_ephemeral_message_text(call: Call) -> bool:
    """Replace text and inline keyboard of what one person sees."""
    new_text = content.text_of(call.params)
    new_markup = markup.inline_only(call.params)
    chat, stored = _ephemeral_message(call, "edit")
    _apply(call, chat, stored, new_text, new_markup)
    return True


@method("editEphemeralMessageReplyMarkup", BOT_ONLY)
async def edit_ephemeral_message_reply_markup(call: Call) -> bool:
    """Replace the inline keyboard of what one person sees."""
    new_markup = markup.inline_only(call.params)
    chat, stored = _ephemeral_message(call, "edit")
    _apply(call, chat, stored, {}, new_markup)
    return True


@method("deleteEphemeralMessage", BOT_ONLY)
async def delete_ephemeral_message(call: Call) -> bool:
    """Take away what one person sees."""
    chat, stored = _ephemeral_message(call, "delete")
    messages.delete(call.world, chat, stored)
    return True


def _own_message(call: Call) -> tuple[Chat, StoredMessage]:
    chat = targets.chat_to_write(call)
    stored = targets.message_of(chat, call.params.integer("message_id"), "edit")
    if stored.sender_id != call.world.bot.id or stored.is_service:
        raise bad_request("message can't be edited")
    return chat, stored


def _ephemeral_message(call: Call, purpose: str) -> tuple[Chat, StoredMessage]:
    chat = targets.chat_to_write(call)
    stored = chat.find_ephemeral(call.params.integer("ephemeral_message_id") or 0)
    if stored is None or stored.ephemeral_to != call.params.integer("receiver_user_id"):
        raise bad_request(f"message to {purpose} not found")
    return chat, stored


def _apply(call: Call, chat: Chat, stored: StoredMessage, new: JSON, new_markup: JSON | None) -> None:
    same_words = all(stored.body.get(key) == value for key, value in new.items())
    if same_words and stored.markup == new_markup:
        raise bad_request(NOT_MODIFIED)
    messages.edit(call.world, chat, stored, new, new_markup)
