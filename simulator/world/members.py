"""Joining, leaving, promotion, blocking; and a group that becomes a supergroup."""

from dataclasses import replace

from simulator.world import messages, views
from simulator.world.model import JSON, Chat, Member
from simulator.world.world import World

STATUSES = frozenset({"creator", "administrator", "member", "restricted", "left", "kicked"})


def set_status(world: World, chat: Chat, user_id: int, status: str, rights: dict[str, bool] | None, by: int) -> Member:
    """Give somebody a place in a group; the bot learns of its own, and of others' if it asked and is an administrator.

    `by` is the id of whoever does it; `rights` of `None` keeps what the member had.
    """
    former = chat.members.get(user_id) or Member(user_id, "left")
    kept = former.rights if rights is None else rights
    member = Member(user_id, status, dict(kept))
    was_inside, told = former.is_inside, replace(former)
    chat.members[user_id] = member
    update = _member_update(world, chat, told, member, by)
    if user_id == world.bot.id:
        world.updates.add("my_chat_member", update, chat.id)
    elif world.bot_member(chat).status == "administrator":
        world.updates.add("chat_member", update, chat.id)
    if was_inside != member.is_inside:
        _post_coming_or_going(world, chat, member, by)
    else:
        messages.touch(world, chat, None)
    return member


def block(world: World, user_id: int, blocked: bool) -> None:
    """A person blocks the bot, or lets it write again."""
    person = world.people[user_id]
    if person.blocked == blocked:
        return
    person.blocked = blocked
    chat = world.chats[user_id]
    before, after = ("member", "kicked") if blocked else ("kicked", "member")
    bot_id = world.bot.id
    update = _member_update(world, chat, Member(bot_id, before), Member(bot_id, after), user_id)
    world.updates.add("my_chat_member", update, chat.id)
    world.hub.publish({"users": True})


def upgrade(world: World, chat: Chat, is_forum: bool) -> Chat:
    """Turn a group into a supergroup with another id; the old one refuses every call from now on."""
    new = Chat(id=world.next_group_id("supergroup"), type="supergroup", title=chat.title, is_forum=is_forum)
    new.members = {user_id: replace(member, rights=dict(member.rights)) for user_id, member in chat.members.items()}
    world.chats[new.id] = new
    author_id = next((member.user_id for member in chat.members.values() if member.status == "creator"), None)
    author = messages.anonymous_author(world, chat) if author_id is None else messages.author_of(world, author_id)
    messages.post_service(world, chat, author, {"migrate_to_chat_id": new.id})
    chat.migrated_to = new.id
    messages.post_service(world, new, author, {"migrate_from_chat_id": chat.id})
    return new


def _member_update(world: World, chat: Chat, old: Member, new: Member, by: int) -> JSON:
    return {
        "chat": views.chat_json(world, chat),
        "from": views.user_json(world, by),
        "date": world.clock.date(),
        "old_chat_member": views.member_json(world, old),
        "new_chat_member": views.member_json(world, new),
    }


def _post_coming_or_going(world: World, chat: Chat, member: Member, by: int) -> None:
    user = views.user_json(world, member.user_id)
    content: JSON = {"new_chat_members": [user]} if member.is_inside else {"left_chat_member": user}
    messages.post_service(world, chat, messages.author_of(world, by), content)
