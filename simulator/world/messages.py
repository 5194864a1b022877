"""Posting, editing, deleting and reacting: every visible change goes through here and raises the chat's revision."""

from dataclasses import dataclass

from simulator.world import views
from simulator.world.model import ANONYMOUS_ADMIN_ID, JSON, Chat, StoredMessage
from simulator.world.world import World


@dataclass(frozen=True)
class Author:
    """Who writes: the id kept for rights, and the fields that the message shows."""

    id: int
    fields: JSON


@dataclass(frozen=True)
class Outgoing:
    """What is to be posted. `content` holds the Bot API's content fields (text, photo, forum_topic_closed, …)."""

    content: JSON
    thread: int | None = None
    reply_to: StoredMessage | None = None
    markup: JSON | None = None
    keyboard: JSON | None = None
    ephemeral_to: int | None = None
    replaces: int | None = None


def author_of(world: World, user_id: int) -> Author:
    """The bot or a person as an author."""
    return Author(user_id, {"from": views.user_json(world, user_id)})


def anonymous_author(world: World, chat: Chat) -> Author:
    """An administrator who writes as the group itself."""
    fields = {"from": views.user_json(world, ANONYMOUS_ADMIN_ID), "sender_chat": views.chat_json(world, chat)}
    return Author(ANONYMOUS_ADMIN_ID, fields)


def post(world: World, chat: Chat, author: Author, outgoing: Outgoing) -> StoredMessage:
    """Put a message into the chat."""
    ephemeral_id = _next_ephemeral_id(chat) if outgoing.ephemeral_to is not None else None
    message_id = 0 if ephemeral_id is not None else _next_message_id(chat)
    body: JSON = {"message_id": message_id, "date": world.clock.date(), "chat": views.chat_json(world, chat)}
    body |= author.fields
    if outgoing.thread is not None:
        body |= {"message_thread_id": outgoing.thread, "is_topic_message": True}
    if outgoing.ephemeral_to is not None:
        body |= {
            "ephemeral_message_id": ephemeral_id,
            "receiver_user": views.user_json(world, outgoing.ephemeral_to),
        }
    stored = StoredMessage(
        message_id=message_id,
        body=body | outgoing.content,
        sender_id=author.id,
        thread=outgoing.thread,
        reply_to=outgoing.reply_to,
        markup=outgoing.markup,
        keyboard=outgoing.keyboard,
        ephemeral_id=ephemeral_id,
        ephemeral_to=outgoing.ephemeral_to,
        replaces=outgoing.replaces,
    )
    chat.messages.append(stored)
    if ephemeral_id is not None:
        chat.ephemeral[ephemeral_id] = stored
    else:
        chat.by_id[message_id] = stored
    if world.keep is not None:
        chat.forget(world.keep)
    touch(world, chat, stored)
    return stored


def touch(world: World, chat: Chat, stored: StoredMessage | None) -> None:
    """Raise the revision, mark the message with it and wake everybody who watches the chat."""
    chat.revision += 1
    if stored is not None:
        stored.revision = chat.revision
    chat.changed.fire()
    world.hub.publish({"chat": chat.id, "revision": chat.revision})


def edit(world: World, chat: Chat, stored: StoredMessage, content: JSON, markup: JSON | None) -> None:
    """Replace the content and the inline keyboard; `content` names every field that may stand, `None` drops it."""
    body = {key: value for key, value in (stored.body | content).items() if value is not None}
    words_changed = any(stored.body.get(key) != value for key, value in content.items())
    if words_changed:
        body["edit_date"] = world.clock.date()
        stored.edited = True
    stored.body = body
    stored.markup = markup
    touch(world, chat, stored)


def delete(world: World, chat: Chat, stored: StoredMessage) -> None:
    """Take a message away for everybody; a tombstone stays for those who follow revisions."""
    kept = ("message_id", "date", "chat", "from", "message_thread_id", "ephemeral_message_id")
    stored.body = {key: stored.body[key] for key in kept if key in stored.body}
    stored.markup = stored.keyboard = stored.reply_to = None
    stored.deleted = True
    stored.pinned = False
    stored.reactions = {}
    touch(world, chat, stored)


def react(world: World, chat: Chat, stored: StoredMessage, user_id: int, emoji: str | None) -> str | None:
    """Set or take back one's reaction; returns the former one."""
    former = stored.reactions.pop(user_id, None)
    if emoji:
        stored.reactions[user_id] = emoji
    if former != emoji:
        touch(world, chat, stored)
    return former


def tell_bot(world: World, chat: Chat, stored: StoredMessage, kind: str = "message") -> None:
    """Owe the bot an update about a message that somebody else wrote or edited, if it may see it."""
    if stored.sender_id == world.bot.id or not _bot_sees(world, chat, stored):
        return
    world.updates.add(kind, views.message_json(chat, stored), chat.id)


def post_service(world: World, chat: Chat, author: Author, content: JSON, thread: int | None = None) -> StoredMessage:
    """Post a service message and tell the bot, unless it caused the event itself."""
    stored = post(world, chat, author, Outgoing(content, thread=thread))
    tell_bot(world, chat, stored)
    return stored


def _bot_sees(world: World, chat: Chat, stored: StoredMessage) -> bool:
    if chat.is_private:
        return not world.people[chat.id].blocked
    member = world.bot_member(chat)
    if not member.is_inside:
        return False
    if world.bot.sees_all_group_messages or member.status == "administrator" or stored.is_service:
        return True
    words = str(stored.body.get("text") or stored.body.get("caption") or "")
    replies_to_bot = stored.reply_to is not None and stored.reply_to.sender_id == world.bot.id
    return replies_to_bot or words.startswith("/") or f"@{world.bot.username}" in words


def _next_message_id(chat: Chat) -> int:
    chat.last_message_id += 1
    return chat.last_message_id


def _next_ephemeral_id(chat: Chat) -> int:
    chat.last_ephemeral_id += 1
    return chat.last_ephemeral_id
