"""What the bot may know about chats and who is in them."""

from simulator.botapi import targets
from simulator.botapi.errors import bad_request
from simulator.botapi.registry import Call, method
from simulator.world import members, views
from simulator.world.model import JSON, Chat, Member

NO_GIFTS = {
    "unlimited_gifts": False, "limited_gifts": False, "unique_gifts": False, "premium_subscription": False,
    "gifts_from_channels": False,
}  # fmt: skip


@method("getChat")
async def get_chat(call: Call) -> JSON:
    """Everything about a chat that the bot may see."""
    chat = targets.chat_of(call)
    if chat.is_private and not call.world.people[chat.id].wrote:
        raise bad_request("chat not found")
    details: JSON = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": NO_GIFTS}
    if not chat.is_private:
        details["permissions"] = {"can_send_messages": True, "can_manage_topics": False}
    pinned = [stored for stored in chat.messages if stored.pinned]
    if pinned:
        details["pinned_message"] = views.message_json(chat, pinned[-1])
    return views.chat_json(call.world, chat) | details


@method("getChatMember")
async def get_chat_member(call: Call) -> JSON:
    """Somebody's place in a group."""
    chat = targets.chat_of(call)
    user_id = call.params.integer("user_id") or 0
    if chat.is_private and user_id in {chat.id, call.world.bot.id}:
        return views.member_json(call.world, Member(user_id, "member"))
    if user_id != call.world.bot.id and user_id not in call.world.people:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return views.member_json(call.world, chat.members.get(user_id) or Member(user_id, "left"))


@method("getChatAdministrators")
async def get_chat_administrators(call: Call) -> list[JSON]:
    """The administrators of a group; other bots are not in it."""
    chat = _group(call, "there are no administrators in the private chat")
    admins = (member for member in chat.members.values() if member.status in {"creator", "administrator"})
    return [views.member_json(call.world, member) for member in admins]


@method("getChatMemberCount")
async def get_chat_member_count(call: Call) -> int:
    """How many are in the chat."""
    chat = targets.chat_of(call)
    return 2 if chat.is_private else sum(member.is_inside for member in chat.members.values())


@method("leaveChat")
async def leave_chat(call: Call) -> bool:
    """The bot goes away from a group."""
    chat = _group(call, "chat member status can't be changed in private chats")
    members.set_status(call.world, chat, call.world.bot.id, "left", {}, by=call.world.bot.id)
    return True


@method("banChatMember")
async def ban_chat_member(call: Call) -> bool:
    """Somebody is put out of a group, and of a supergroup for good."""
    chat = _group(call, "chat member status can't be changed in private chats")
    member = _to_restrict(call, chat)
    if member.status == "creator":
        raise bad_request("can't remove chat owner")
    if member.status == "administrator":
        raise bad_request("user is an administrator of the chat")
    status = "kicked" if chat.type == "supergroup" else "left"
    if member.status != status:
        members.set_status(call.world, chat, member.user_id, status, {}, by=call.world.bot.id)
    return True


@method("unbanChatMember")
async def unban_chat_member(call: Call) -> bool:
    """Somebody may come again; without `only_if_banned` a member is put out by this, too."""
    chat = _group(call, "chat member status can't be changed in private chats")
    if chat.type != "supergroup":
        raise bad_request("method is available for supergroup and channel chats only")
    member = _to_restrict(call, chat)
    inside = member.is_inside and not call.params.flag("only_if_banned")
    if inside or member.status == "kicked":
        members.set_status(call.world, chat, member.user_id, "left", {}, by=call.world.bot.id)
    return True


def _to_restrict(call: Call, chat: Chat) -> Member:
    targets.require_right(call, chat, "can_restrict_members", "not enough rights to restrict/unrestrict chat member")
    user_id = call.params.integer("user_id") or 0
    if user_id not in call.world.people:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return chat.members.get(user_id) or Member(user_id, "left")


def _group(call: Call, words: str) -> Chat:
    chat = targets.chat_of(call)
    if chat.is_private:
        raise bad_request(words)
    return chat
