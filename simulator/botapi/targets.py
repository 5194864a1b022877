"""Where a call goes: the chat, its topic, the message it means, and whether the bot may."""

from typing import Any

from simulator.botapi.errors import bad_request, forbidden, upgraded
from simulator.botapi.params import Params
from simulator.botapi.registry import Call
from simulator.world.model import Chat, StoredMessage, Topic
from simulator.world.world import World


def chat_of(call: Call, name: str = "chat_id") -> Chat:
    """The chat a call names, if the bot can see it."""
    if not call.params.has(name) or call.params.values[name] == "":
        raise bad_request("chat_id is empty")
    try:
        chat = call.world.chats.get(int(call.params.values[name]))
    except (TypeError, ValueError):
        chat = None
    if chat is None:
        raise bad_request("chat not found")
    if chat.migrated_to is not None:
        raise upgraded(chat.migrated_to)
    if chat.gone:
        raise forbidden("the group chat was deleted")
    if not chat.is_private:
        _require_membership(call.world, chat)
    return chat


def chat_to_write(call: Call) -> Chat:
    """The chat a call writes to; a person must have written first and not have blocked the bot."""
    chat = chat_of(call)
    if chat.is_private:
        person = call.world.people[chat.id]
        if person.deactivated:
            raise forbidden("user is deactivated")
        if person.blocked:
            raise forbidden("bot was blocked by the user")
        if not person.wrote:
            raise forbidden("bot can't initiate conversation with a user")
        return chat
    member = call.world.bot_member(chat)
    if member.status == "restricted" and not member.rights.get("can_send_messages", False):
        raise bad_request("not enough rights to send text messages to the chat")
    return chat


def message_of(chat: Chat, message_id: int | None, purpose: str) -> StoredMessage:
    """A message by its id; `purpose` completes "message to … not found"."""
    stored = chat.find(message_id) if message_id else None
    if stored is None:
        raise bad_request(f"message to {purpose} not found")
    return stored


def topic_of(chat: Chat, thread: int | None) -> Topic:
    """The topic a topic method means."""
    topic = chat.topics.get(thread) if thread is not None else None
    if topic is None:
        raise bad_request("TOPIC_ID_INVALID")
    return topic


def thread_to_write(call: Call, chat: Chat, reply_to: StoredMessage | None) -> int | None:
    """The topic that a message goes to: the named one, else that of the message it replies to; it must be open."""
    thread = call.params.integer("message_thread_id")
    if thread is None and reply_to is not None:
        thread = reply_to.thread
    if thread is None:
        return None
    topic = chat.topics.get(thread) if call.world.has_topics(chat) else None
    if topic is None:
        raise bad_request("message thread not found")
    if topic.closed:
        raise bad_request("TOPIC_CLOSED")
    return thread


def reply_target(params: Params, chat: Chat) -> StoredMessage | None:
    """The message that `reply_parameters` name; a missing one is refused unless the call allows that."""
    given: dict[str, Any] | None = params.mapping("reply_parameters")
    if not given:
        return None
    ephemeral_id = given.get("ephemeral_message_id")
    if ephemeral_id:
        target = chat.find_ephemeral(int(ephemeral_id))
    else:
        elsewhere = given.get("chat_id") not in (None, chat.id, str(chat.id))
        target = None if elsewhere else chat.find(int(given.get("message_id") or 0))
    if target is None and not given.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return target


def require_right(call: Call, chat: Chat, right: str, words: str) -> None:
    """Refuse unless the bot holds an administrator's right in this group."""
    if not chat.is_private and not call.world.bot_member(chat).may(right):
        raise bad_request(words)


def _require_membership(world: World, chat: Chat) -> None:
    member = world.bot_member(chat)
    if member.is_inside:
        return
    kind = "supergroup" if chat.type == "supergroup" else "group"
    if member.status == "kicked":
        raise forbidden(f"bot was kicked from the {kind} chat")
    raise forbidden(f"bot is not a member of the {kind} chat")
