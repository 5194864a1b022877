"""Sending, copying and deleting messages."""

from typing import Any

from simulator.botapi import content, markup, targets
from simulator.botapi.errors import Refusal, bad_request
from simulator.botapi.params import Params
from simulator.botapi.registry import Call, method
from simulator.limits import AS_A_MESSAGE, BOT_ONLY
from simulator.world import messages, views
from simulator.world.messages import Outgoing
from simulator.world.model import JSON, Chat, StoredMessage

DELETABLE_SECONDS = 48 * 3600
COPIED = (
    "text", "entities", "link_preview_options", "photo", "document", "voice", "video", "video_note", "audio",
    "animation", "sticker", "contact", "location", "poll", "dice", "caption", "caption_entities",
)  # fmt: skip


@method("sendMessage", AS_A_MESSAGE)
async def send_message(call: Call) -> JSON:
    """Send a text."""
    return send(call, content.without_nothing(content.text_of(call.params)))


def send(call: Call, what: JSON) -> JSON:
    """Post what a send method prepared, with the call's topic, reply, keyboard and reader."""
    chat = targets.chat_to_write(call)
    stored = _post(call, chat, what)
    return views.message_json(chat, stored)


def _post(call: Call, chat: Chat, what: JSON) -> StoredMessage:
    reply_to = targets.reply_target(call.params, chat)
    reader, replaces = _ephemeral_reader(call, chat)
    if reply_to is not None and reply_to.ephemeral_id is not None and reader is None:
        raise bad_request("reply to an ephemeral message must be an ephemeral message")
    keyboard = markup.of(call.params)
    if call.params.flag("protect_content"):
        what = what | {"has_protected_content": True}
    outgoing = Outgoing(
        what,
        thread=targets.thread_to_write(call, chat, reply_to),
        reply_to=reply_to,
        markup=keyboard.inline,
        keyboard=keyboard.keyboard,
        ephemeral_to=reader,
        replaces=replaces,
    )
    return messages.post(call.world, chat, messages.author_of(call.world, call.world.bot.id), outgoing)


def is_ephemeral(params: Params) -> bool:
    """Whether the call sends something that one person sees."""
    return bool(params.data("ephemeral_message_parameters"))


def _ephemeral_reader(call: Call, chat: Chat) -> tuple[int | None, int | None]:
    """Who alone will see the message, and the message it is shown in place of."""
    given: dict[str, Any] | None = call.params.mapping("ephemeral_message_parameters")
    if not given:
        return None, None
    if chat.is_private:
        raise bad_request("ephemeral messages can be sent only to groups and supergroups")
    reader = int(given.get("receiver_user_id") or 0)
    member = chat.members.get(reader)
    if member is None or not member.is_inside or reader == call.world.bot.id:
        raise bad_request("USER_NOT_PARTICIPANT")
    query_id = given.get("callback_query_id")
    press = call.world.callbacks.find(str(query_id)) if query_id else None
    if query_id and (press is None or press.user_id != reader or press.chat_id != chat.id):
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    if not given.get("replace_callback_query_message"):
        return reader, None
    if press is None or press.message_id == 0:
        raise bad_request("MESSAGE_ID_INVALID")
    return reader, press.message_id


@method("copyMessage", AS_A_MESSAGE)
async def copy_message(call: Call) -> JSON:
    """Send a copy of a message without a link to the original."""
    source_chat = targets.chat_of(call, "from_chat_id")
    source = targets.message_of(source_chat, call.params.integer("message_id"), "copy")
    if source.is_service:
        raise bad_request("message can't be copied")
    what = {key: source.body[key] for key in COPIED if key in source.body}
    if call.params.has("caption") and "text" not in what:
        what = content.without_nothing(what | content.caption_of(call.params))
    chat = targets.chat_to_write(call)
    return {"message_id": _post(call, chat, what).message_id}


@method("deleteMessage", BOT_ONLY)
async def delete_message(call: Call) -> bool:
    """Take one message away."""
    chat = targets.chat_of(call)
    stored = targets.message_of(chat, call.params.integer("message_id"), "delete")
    _require_deletable(call, chat, stored)
    messages.delete(call.world, chat, stored)
    return True


@method("deleteMessages", BOT_ONLY)
async def delete_messages(call: Call) -> bool:
    """Take up to 100 messages away; those that are gone already or can't be deleted are skipped."""
    chat = targets.chat_of(call)
    ids = call.params.array("message_ids") or []
    if not ids:
        raise bad_request("message identifiers are not specified")
    if len(ids) > 100:
        raise bad_request("too many message identifiers specified")
    for message_id in ids:
        stored = chat.find(int(message_id))
        if stored is not None and _may_delete(call, chat, stored):
            messages.delete(call.world, chat, stored)
    return True


def _require_deletable(call: Call, chat: Chat, stored: StoredMessage) -> None:
    if not _may_delete(call, chat, stored):
        raise bad_request("message can't be deleted for everyone")


def _may_delete(call: Call, chat: Chat, stored: StoredMessage) -> bool:
    """Own ones for 48 hours, everybody's with the right to; a topic's creation goes only with the topic."""
    if "forum_topic_created" in stored.body:
        return False
    recent = call.world.clock.date() - int(stored.body["date"]) < DELETABLE_SECONDS
    if chat.is_private:
        return recent
    return call.world.bot_member(chat).may("can_delete_messages") or (stored.sender_id == call.world.bot.id and recent)


@method("sendChatAction")
async def send_chat_action(call: Call) -> bool:
    """Show that the bot is typing; nothing is kept of it."""
    targets.chat_to_write(call)
    if not call.params.text("action"):
        raise Refusal(400, "Bad Request: wrong parameter action in request")
    return True
