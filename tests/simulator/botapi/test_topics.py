"""Topics: what the bot may do with them, and what becomes of their messages."""

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import ReplyParameters

from simulator.client import ALL_BOT_RIGHTS
from tests.simulator.conftest import Desk, Refused, Start


async def test_a_message_in_a_topic_carries_the_topics_creation(desk: Desk) -> None:
    group, _ = await desk.staff_group()
    topic = await desk.bot.create_forum_topic(group, "LUH-2026-000001")
    sent = await desk.bot.send_message(group, "Картка", message_thread_id=topic.message_thread_id)
    assert sent.is_topic_message is True
    assert sent.message_thread_id == topic.message_thread_id
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.message_id == topic.message_thread_id
    assert sent.reply_to_message.forum_topic_created is not None
    assert sent.reply_to_message.forum_topic_created.name == "LUH-2026-000001"


async def test_a_persons_remark_in_a_topic_carries_it_too_and_a_reply_what_it_replies_to(desk: Desk) -> None:
    group, supervisor = await desk.staff_group()
    topic = await desk.bot.create_forum_topic(group, "LUH-2026-000001")
    thread = topic.message_thread_id
    card = await desk.bot.send_message(group, "Картка", message_thread_id=thread)
    await desk.updates()
    await desk.people.write(group, supervisor, "внутрішнє", thread=thread)
    await desk.people.write(group, supervisor, "відповідь", reply_to=card.message_id)
    remark, answer = (update.message for update in await desk.updates())
    assert remark is not None
    assert remark.reply_to_message is not None
    assert remark.reply_to_message.forum_topic_created is not None
    assert answer is not None
    assert answer.reply_to_message is not None
    assert (answer.reply_to_message.message_id, answer.message_thread_id) == (card.message_id, thread)


async def test_messages_outside_of_topics_carry_nothing(desk: Desk) -> None:
    group, supervisor = await desk.staff_group()
    await desk.updates()
    await desk.people.write(group, supervisor, "усім привіт", thread=1)
    message = (await desk.updates())[0].message
    assert message is not None
    assert (message.message_thread_id, message.is_topic_message, message.reply_to_message) == (None, None, None)


async def test_title_and_icon_change_and_a_service_message_says_so(desk: Desk, refused: Refused) -> None:
    group, _ = await desk.staff_group()
    icons = await desk.bot.get_forum_topic_icon_stickers()
    topic = await desk.bot.create_forum_topic(group, "нова", icon_custom_emoji_id=icons[0].custom_emoji_id)
    thread = topic.message_thread_id
    assert await desk.bot.edit_forum_topic(
        group, thread, name="у роботі", icon_custom_emoji_id=icons[1].custom_emoji_id
    )
    (listed,) = await desk.people.topics(group)
    assert (listed["name"], listed["icon_custom_emoji_id"]) == ("у роботі", icons[1].custom_emoji_id)
    edited = (await desk.people.messages(group, thread=thread)).messages[-1].message["forum_topic_edited"]
    assert edited == {"name": "у роботі", "icon_custom_emoji_id": icons[1].custom_emoji_id}
    with refused(TelegramBadRequest, "Bad Request: TOPIC_NOT_MODIFIED"):
        await desk.bot.edit_forum_topic(group, thread, name="у роботі")
    with refused(TelegramBadRequest, "Bad Request: DOCUMENT_INVALID"):
        await desk.bot.edit_forum_topic(group, thread, icon_custom_emoji_id="4711")


async def test_a_closed_topic_refuses_the_bot_until_it_is_reopened(desk: Desk, refused: Refused) -> None:
    group, _ = await desk.staff_group()
    topic = await desk.bot.create_forum_topic(group, "тема")
    thread = topic.message_thread_id
    card = await desk.bot.send_message(group, "картка", message_thread_id=thread)
    await desk.people.close_topic(group, thread)
    service = (await desk.updates())[-1].message
    assert service is not None
    assert service.forum_topic_closed is not None
    with refused(TelegramBadRequest, "Bad Request: TOPIC_CLOSED"):
        await desk.bot.send_message(group, "нове", message_thread_id=thread)
    with refused(TelegramBadRequest, "Bad Request: TOPIC_CLOSED"):
        await desk.bot.send_message(group, "нове", reply_parameters=ReplyParameters(message_id=card.message_id))
    assert await desk.bot.reopen_forum_topic(group, thread)
    await desk.bot.send_message(group, "нове", message_thread_id=thread)
    with refused(TelegramBadRequest, "Bad Request: TOPIC_NOT_MODIFIED"):
        await desk.bot.reopen_forum_topic(group, thread)
    assert await desk.bot.close_forum_topic(group, thread)
    assert (await desk.people.topics(group))[0]["closed"] is True


async def test_nothing_is_left_of_a_deleted_topic(desk: Desk, refused: Refused) -> None:
    group, _ = await desk.staff_group()
    topic = await desk.bot.create_forum_topic(group, "тема")
    thread = topic.message_thread_id
    card = await desk.bot.send_message(group, "картка", message_thread_id=thread)
    await desk.updates()
    await desk.people.delete_topic(group, thread)
    assert await desk.updates() == []
    with refused(TelegramBadRequest, "Bad Request: message thread not found"):
        await desk.bot.send_message(group, "нове", message_thread_id=thread)
    with refused(TelegramBadRequest, "Bad Request: message to edit not found"):
        await desk.bot.edit_message_text("x", chat_id=group, message_id=card.message_id)
    with refused(TelegramBadRequest, "Bad Request: message to be replied not found"):
        await desk.bot.send_message(group, "x", reply_parameters=ReplyParameters(message_id=card.message_id))
    with refused(TelegramBadRequest, "Bad Request: TOPIC_ID_INVALID"):
        await desk.bot.edit_forum_topic(group, thread, name="x")
    assert await desk.people.topics(group) == []


async def test_the_bot_deletes_a_topic_with_its_messages(desk: Desk) -> None:
    group, _ = await desk.staff_group()
    topic = await desk.bot.create_forum_topic(group, "тема")
    await desk.bot.send_message(group, "картка", message_thread_id=topic.message_thread_id)
    assert await desk.bot.delete_forum_topic(group, topic.message_thread_id)
    assert (await desk.people.messages(group, thread=topic.message_thread_id)).messages == []


@pytest.mark.parametrize("thread", [1, 4711])
async def test_an_unknown_topic_and_general_by_its_number_are_not_found(
    desk: Desk, refused: Refused, thread: int
) -> None:
    group, _ = await desk.staff_group()
    with refused(TelegramBadRequest, "Bad Request: message thread not found"):
        await desk.bot.send_message(group, "x", message_thread_id=thread)


async def test_topic_methods_need_the_right_unless_the_topic_is_the_bots(desk: Desk, refused: Refused) -> None:
    group, supervisor = await desk.staff_group()
    own = await desk.bot.create_forum_topic(group, "моя")
    theirs = await desk.people.open_topic(group, supervisor, "чужа")
    await desk.people.set_member(group, desk.bot.id, "member", {})
    with refused(TelegramBadRequest, "Bad Request: not enough rights to create a topic"):
        await desk.bot.create_forum_topic(group, "ще одна")
    with refused(TelegramBadRequest, "Bad Request: not enough rights to edit the topic"):
        await desk.bot.edit_forum_topic(group, theirs, name="x")
    with refused(TelegramBadRequest, "Bad Request: not enough rights to close the topic"):
        await desk.bot.close_forum_topic(group, theirs)
    with refused(TelegramBadRequest, "Bad Request: not enough rights to delete the topic"):
        await desk.bot.delete_forum_topic(group, theirs)
    assert await desk.bot.edit_forum_topic(group, own.message_thread_id, name="моя, нова")


async def test_a_group_without_topics_has_none(desk: Desk, refused: Refused) -> None:
    group, _ = await desk.staff_group(is_forum=False)
    with refused(TelegramBadRequest, "Bad Request: the chat is not a forum"):
        await desk.bot.create_forum_topic(group, "тема")
    await desk.people.change_group(group, is_forum=True)
    assert (await desk.bot.create_forum_topic(group, "тема")).name == "тема"


async def test_a_private_chat_has_topics_where_the_bot_has_them_on(start: Start, refused: Refused) -> None:
    desk = await start(private_topics=True)
    assert (await desk.bot.get_me()).has_topics_enabled is True
    person = await desk.beneficiary()
    topic = await desk.bot.create_forum_topic(person, "Моє звернення")
    sent = await desk.bot.send_message(person, "вітаю", message_thread_id=topic.message_thread_id)
    assert sent.is_topic_message is True
    await desk.updates()
    await desk.people.write(person, person, "дякую", thread=topic.message_thread_id)
    heard = (await desk.updates())[0].message
    assert heard is not None
    assert heard.message_thread_id == topic.message_thread_id
    plain = await start()
    other = await plain.beneficiary()
    with refused(TelegramBadRequest, "Bad Request: the chat is not a forum"):
        await plain.bot.create_forum_topic(other, "тема")


@pytest.mark.parametrize(("name", "words"), [(" ", "TOPIC_TITLE_EMPTY"), ("я" * 129, "TOPIC_TITLE_TOO_LONG")])
async def test_a_title_has_1_to_128_characters(desk: Desk, refused: Refused, name: str, words: str) -> None:
    group, _ = await desk.staff_group(bot_rights=ALL_BOT_RIGHTS)
    with refused(TelegramBadRequest, f"Bad Request: {words}"):
        await desk.bot.create_forum_topic(group, name)
