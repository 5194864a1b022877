"""Forum topics in supergroups, and in private chats where the bot has them switched on."""

from simulator.botapi import targets
from simulator.botapi.errors import bad_request
from simulator.botapi.registry import Call, method
from simulator.limits import AS_A_MESSAGE
from simulator.world import messages, topics, views
from simulator.world.messages import Author
from simulator.world.model import JSON, Chat, Topic

MAX_NAME = 128


@method("createForumTopic", AS_A_MESSAGE)
async def create_forum_topic(call: Call) -> JSON:
    """Open a topic."""
    chat = _forum(call)
    targets.require_right(call, chat, "can_manage_topics", "not enough rights to create a topic")
    name = (call.params.text("name") or "").strip()
    if not name:
        raise bad_request("TOPIC_TITLE_EMPTY")
    _require_short(name)
    color = call.params.integer("icon_color") or topics.DEFAULT_ICON_COLOR
    if color not in topics.ICON_COLORS:
        raise bad_request("wrong topic icon color specified")
    topic = topics.create(call.world, chat, _bot(call), name, color, _icon(call) or None)
    return views.topic_json(topic)


@method("editForumTopic", AS_A_MESSAGE)
async def edit_forum_topic(call: Call) -> bool:
    """Change title or icon."""
    chat, topic = _managed_topic(call, "edit")
    name = (call.params.text("name") or "").strip()
    _require_short(name)
    if not topics.rename(call.world, chat, _bot(call), topic, name, _icon(call)):
        raise bad_request("TOPIC_NOT_MODIFIED")
    return True


@method("closeForumTopic", AS_A_MESSAGE)
async def close_forum_topic(call: Call) -> bool:
    """Close an open topic."""
    return _set_closed(call, closed=True)


@method("reopenForumTopic", AS_A_MESSAGE)
async def reopen_forum_topic(call: Call) -> bool:
    """Open a closed topic again."""
    return _set_closed(call, closed=False)


@method("deleteForumTopic", AS_A_MESSAGE)
async def delete_forum_topic(call: Call) -> bool:
    """Delete a topic with its messages."""
    chat = _forum(call)
    targets.require_right(call, chat, "can_delete_messages", "not enough rights to delete the topic")
    topics.remove(call.world, chat, targets.topic_of(chat, call.params.integer("message_thread_id")))
    return True


@method("getForumTopicIconStickers")
async def get_forum_topic_icon_stickers(_: Call) -> list[JSON]:
    """Icons that any bot may use."""
    return [
        {
            "file_id": f"SIMICON{icon}", "file_unique_id": f"UICON{icon}", "type": "custom_emoji", "width": 512,
            "height": 512, "is_animated": True, "is_video": False, "emoji": emoji, "set_name": "Topics",
            "custom_emoji_id": icon,
        }
        for icon, emoji in topics.ICONS
    ]  # fmt: skip


def _set_closed(call: Call, *, closed: bool) -> bool:
    chat, topic = _managed_topic(call, "close" if closed else "reopen")
    if topic.closed == closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topics.set_closed(call.world, chat, _bot(call), topic, closed)
    return True


def _forum(call: Call) -> Chat:
    chat = targets.chat_to_write(call)
    if not call.world.has_topics(chat):
        raise bad_request("the chat is not a forum")
    return chat


def _managed_topic(call: Call, act: str) -> tuple[Chat, Topic]:
    chat = _forum(call)
    topic = targets.topic_of(chat, call.params.integer("message_thread_id"))
    if topic.creator_id != call.world.bot.id:
        targets.require_right(call, chat, "can_manage_topics", f"not enough rights to {act} the topic")
    return chat, topic


def _bot(call: Call) -> Author:
    return messages.author_of(call.world, call.world.bot.id)


def _require_short(name: str) -> None:
    if len(name) > MAX_NAME:
        raise bad_request("TOPIC_TITLE_TOO_LONG")


def _icon(call: Call) -> str | None:
    icon = call.params.text("icon_custom_emoji_id")
    if icon and icon not in topics.ICON_IDS:
        raise bad_request("DOCUMENT_INVALID")
    return icon
