"""The Bot API's JSON for what exists: users, chats, members, messages."""

from simulator.world.model import ANONYMOUS_ADMIN_ID, JSON, Chat, Member, Person, StoredMessage, Topic
from simulator.world.world import BotProfile, World

ADMIN_FLAGS = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members", "can_promote_members",
    "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories",
    "can_send_welcome_messages", "can_pin_messages", "can_manage_topics", "can_manage_tags",
)  # fmt: skip
RESTRICTED_FLAGS = (
    "can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos",
    "can_send_video_notes", "can_send_voice_notes", "can_send_polls", "can_send_other_messages",
    "can_add_web_page_previews", "can_react_to_messages", "can_edit_tag", "can_change_info", "can_invite_users",
    "can_pin_messages", "can_manage_topics",
)  # fmt: skip


def person_json(person: Person) -> JSON:
    """A person as the Bot API's User; not to be changed, everything that shows the person shares it."""
    if person.shown is None:
        person.shown = {"id": person.id, "is_bot": False, "first_name": person.first_name}
        for key in ("last_name", "username", "language_code"):
            value = getattr(person, key)
            if value:
                person.shown[key] = value
    return person.shown


def bot_json(bot: BotProfile) -> JSON:
    """The bot as a User, without what only getMe tells."""
    return {"id": bot.id, "is_bot": True, "first_name": bot.names.get("", bot.name), "username": bot.username}


def bot_me_json(bot: BotProfile) -> JSON:
    """The bot as getMe returns it."""
    return bot_json(bot) | {
        "can_join_groups": True,
        "can_read_all_group_messages": bot.sees_all_group_messages,
        "supports_guest_queries": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": bot.topics_in_private,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
        "supports_join_request_queries": False,
    }


def user_json(world: World, user_id: int) -> JSON:
    """The User with this id: the bot, Telegram's anonymous administrator or a person."""
    if user_id == world.bot.id:
        return bot_json(world.bot)
    if user_id == ANONYMOUS_ADMIN_ID:
        return {"id": user_id, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    return person_json(world.people[user_id])


def chat_json(world: World, chat: Chat) -> JSON:
    """A chat as it stands inside messages."""
    if chat.is_private:
        user = person_json(world.people[chat.id])
        named = {key: user[key] for key in ("first_name", "last_name", "username") if key in user}
        return {"id": chat.id, "type": "private"} | named
    result: JSON = {"id": chat.id, "type": chat.type, "title": chat.title or ""}
    if chat.is_forum:
        result["is_forum"] = True
    return result


def member_json(world: World, member: Member) -> JSON:
    """A member as the Bot API's ChatMember of the fitting kind."""
    result: JSON = {"status": member.status, "user": user_json(world, member.user_id)}
    if member.status == "creator":
        result["is_anonymous"] = member.rights.get("is_anonymous", False)
    elif member.status == "administrator":
        result |= {"can_be_edited": False, "is_anonymous": member.rights.get("is_anonymous", False)}
        result |= {flag: member.rights.get(flag, False) for flag in ADMIN_FLAGS}
    elif member.status == "restricted":
        result |= {"is_member": member.rights.get("is_member", True), "until_date": 0}
        result |= {flag: member.rights.get(flag, False) for flag in RESTRICTED_FLAGS}
    elif member.status == "kicked":
        result["until_date"] = 0
    return result


def topic_json(topic: Topic) -> JSON:
    """A topic as the Bot API's ForumTopic."""
    result: JSON = {"message_thread_id": topic.thread_id, "name": topic.name, "icon_color": topic.icon_color}
    if topic.icon_custom_emoji_id:
        result["icon_custom_emoji_id"] = topic.icon_custom_emoji_id
    return result


def message_json(chat: Chat, stored: StoredMessage) -> JSON:
    """A message as the bot gets it.

    In a topic a message without an explicit reply carries the topic's creation as `reply_to_message`, as in Telegram.
    """
    body = dict(stored.body)
    target = stored.reply_to
    if target is None or target.deleted:
        target = chat.find(stored.thread) if stored.thread is not None and stored.ephemeral_id is None else None
    if target is not None and target is not stored:
        body["reply_to_message"] = with_markup(target)
    if stored.markup:
        body["reply_markup"] = stored.markup
    return body


def with_markup(stored: StoredMessage) -> JSON:
    """A message with its inline keyboard and without what it replies to."""
    return stored.body | {"reply_markup": stored.markup} if stored.markup else dict(stored.body)
