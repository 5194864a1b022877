"""Groups: who is in them, their topics, and the change into a supergroup."""

import pytest

from simulator.client import RefusedError
from tests.simulator.conftest import Desk


async def test_a_group_lists_its_members_and_tells_the_bot_that_it_came_in(desk: Desk) -> None:
    group, supervisor = await desk.staff_group()
    (chat,) = [chat for chat in await desk.people.chats() if chat["id"] == group]
    assert {member["user_id"]: member["status"] for member in chat["members"]} == {
        supervisor: "creator",
        desk.bot.id: "administrator",
    }
    assert (chat["type"], chat["is_forum"]) == ("supergroup", True)
    change, joined = await desk.updates()
    assert change.my_chat_member is not None
    assert change.my_chat_member.from_user.id == supervisor
    assert change.my_chat_member.new_chat_member.status == "administrator"
    assert joined.message is not None
    assert joined.message.new_chat_members is not None


async def test_ids_of_groups_are_negative_and_tell_the_kind(desk: Desk) -> None:
    assert await desk.people.group("а", kind="group") == -1001
    assert await desk.people.group("б") == -1001000000001
    assert await desk.people.group("в", id=-77) == -77
    with pytest.raises(RefusedError, match="negative and free"):
        await desk.people.group("г", id=-77)


async def test_coming_and_going_is_seen_by_the_bot(desk: Desk) -> None:
    group, _ = await desk.staff_group()
    person = await desk.people.user("Марія")
    await desk.bot.get_updates(allowed_updates=["message", "chat_member", "my_chat_member"])
    await desk.updates()
    await desk.people.set_member(group, person, "member")
    await desk.people.set_member(group, person, "administrator", {"can_manage_topics": True})
    await desk.people.set_member(group, person, "left")
    kinds = [update.event_type for update in await desk.updates()]
    assert kinds == ["chat_member", "message", "chat_member", "chat_member", "message"]


async def test_the_bot_is_demoted_and_removed(desk: Desk) -> None:
    group, supervisor = await desk.staff_group()
    await desk.updates()
    await desk.people.set_member(group, desk.bot.id, "member", {})
    await desk.people.set_member(group, desk.bot.id, "kicked")
    await desk.people.write(group, supervisor, "нас не чути")
    statuses = [update.my_chat_member for update in await desk.updates()]
    assert [status.new_chat_member.status for status in statuses if status] == ["member", "kicked"]
    assert len(statuses) == 2


async def test_an_upgrade_is_told_in_both_chats(desk: Desk) -> None:
    supervisor = await desk.people.user("Ірина")
    group = await desk.people.group("Штаб", {supervisor: "creator"}, kind="group")
    await desk.updates()
    new = await desk.people.upgrade(group, is_forum=True)
    old_word, new_word = (update.message for update in await desk.updates())
    assert old_word is not None
    assert (old_word.chat.id, old_word.migrate_to_chat_id) == (group, new)
    assert new_word is not None
    assert (new_word.chat.id, new_word.migrate_from_chat_id, new_word.chat.is_forum) == (new, group, True)
    with pytest.raises(RefusedError, match="became a supergroup"):
        await desk.people.write(group, supervisor, "ще тут?")
    await desk.people.write(new, supervisor, "тут")
    with pytest.raises(RefusedError, match="not upgraded yet"):
        await desk.people.upgrade(group)


async def test_staff_open_close_and_delete_topics(desk: Desk) -> None:
    group, supervisor = await desk.staff_group()
    thread = await desk.people.open_topic(group, supervisor, "Обговорення")
    await desk.people.close_topic(group, thread)
    await desk.people.close_topic(group, thread, closed=False)
    heard = [update.message for update in (await desk.updates())[2:]]
    assert [message.content_type for message in heard if message] == [
        "forum_topic_created",
        "forum_topic_closed",
        "forum_topic_reopened",
    ]
    await desk.people.delete_topic(group, thread)
    assert await desk.people.topics(group) == []
    with pytest.raises(RefusedError, match="no such topic"):
        await desk.people.delete_topic(group, thread)


async def test_a_plain_member_does_not_write_into_a_closed_topic_an_administrator_does(desk: Desk) -> None:
    group, supervisor = await desk.staff_group()
    member = await desk.people.user("Марія")
    await desk.people.set_member(group, member, "member")
    thread = await desk.people.open_topic(group, supervisor, "Обговорення")
    await desk.people.close_topic(group, thread)
    with pytest.raises(RefusedError, match="closed"):
        await desk.people.write(group, member, "ще?", thread=thread)
    await desk.people.write(group, supervisor, "ні", thread=thread)


async def test_a_group_cannot_be_a_forum_nor_a_private_chat_have_members(desk: Desk) -> None:
    group = await desk.people.group("а", kind="group")
    with pytest.raises(RefusedError, match="supergroup"):
        await desk.people.change_group(group, is_forum=True)
    person = await desk.people.user("Олена")
    with pytest.raises(RefusedError, match="private chat"):
        await desk.people.set_member(person, person, "member")
