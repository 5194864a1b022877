"""Forum topics, in supergroups and in private chats alike."""

from simulator.world import messages
from simulator.world.messages import Author
from simulator.world.model import JSON, Chat, Topic
from simulator.world.world import World

DEFAULT_ICON_COLOR = 0x6FB9F0
ICON_COLORS = frozenset({0x6FB9F0, 0xFFD67E, 0xCB86DB, 0x8EEE98, 0xFF93B2, 0xFB6F5F})
ICONS: tuple[tuple[str, str], ...] = (
    ("5434144690511290129", "📰"), ("5312536423851630001", "💡"), ("5312016608254762256", "⚡️"),
    ("5377544228505134960", "🎙"), ("5418085807791545980", "🔝"), ("5370870893004203704", "🗣"),
    ("5420216386448270341", "🆒"), ("5379748062124056162", "❗️"), ("5373251851074415873", "📝"),
    ("5433614043006903194", "📆"), ("5357315181649076022", "📁"), ("5309965701241379366", "🔎"),
    ("5309984423003823246", "📣"), ("5312241539987020022", "🔥"), ("5312138559556164615", "❤️"),
    ("5377316857231450742", "❓"), ("5350305691942788490", "📈"), ("5350713563512052787", "📉"),
    ("5309958691854754293", "💎"), ("5350699789551935589", "💰"), ("5237699328843200968", "✅"),
    ("5377498341074542641", "‼️"), ("5350554349074391003", "💻"), ("5409357944619802453", "📱"),
    ("5408906741125490282", "🏡"), ("5310107765874632305", "💱"), ("5310029292527164639", "👶"),
    ("5418115271267197333", "🪪"), ("5309929258443874898", "🦠"), ("5310094636159607472", "🛠"),
)  # fmt: skip
"""Icons that any bot may give to a topic: (custom_emoji_id, emoji)."""

EMOJI_OF = dict(ICONS)
ICON_IDS = frozenset(EMOJI_OF)


def create(world: World, chat: Chat, author: Author, name: str, icon_color: int, icon: str | None) -> Topic:
    """Open a topic; its service message gives it its id."""
    content: JSON = {"name": name, "icon_color": icon_color}
    if icon:
        content["icon_custom_emoji_id"] = icon
    stored = messages.post(world, chat, author, messages.Outgoing({"forum_topic_created": content}))
    stored.thread = stored.message_id
    stored.body = stored.body | {"message_thread_id": stored.message_id, "is_topic_message": True}
    topic = Topic(stored.message_id, name, icon_color, icon, author.id)
    chat.topics[topic.thread_id] = topic
    messages.tell_bot(world, chat, stored)
    return topic


def rename(world: World, chat: Chat, author: Author, topic: Topic, name: str | None, icon: str | None) -> bool:
    """Change title or icon (an empty `icon` takes it away); tells whether anything changed."""
    changes: JSON = {}
    if name and name != topic.name:
        changes["name"] = topic.name = name
    if icon is not None and (icon or None) != topic.icon_custom_emoji_id:
        changes["icon_custom_emoji_id"] = icon
        topic.icon_custom_emoji_id = icon or None
    if changes:
        messages.post_service(world, chat, author, {"forum_topic_edited": changes}, topic.thread_id)
    return bool(changes)


def set_closed(world: World, chat: Chat, author: Author, topic: Topic, closed: bool) -> None:
    """Close or reopen a topic."""
    topic.closed = closed
    kind = "forum_topic_closed" if closed else "forum_topic_reopened"
    messages.post_service(world, chat, author, {kind: {}}, topic.thread_id)


def remove(world: World, chat: Chat, topic: Topic) -> None:
    """Delete a topic with all its messages; the bot is told nothing, as in Telegram."""
    del chat.topics[topic.thread_id]
    for stored in chat.messages:
        if stored.thread == topic.thread_id and not stored.deleted:
            messages.delete(world, chat, stored)
