"""A simulator for load runs forgets old messages, and nothing that is still needed."""

from __future__ import annotations

import pytest
from aiogram.exceptions import TelegramBadRequest

from tests.simulator.conftest import Desk, Refused, Start

KEEP = 10


@pytest.fixture
async def forgetful(start: Start) -> Desk:
    return await start(keep=KEEP)


async def test_old_messages_are_forgotten_and_the_newest_stay(forgetful: Desk, refused: Refused) -> None:
    person = await forgetful.beneficiary()
    first = await forgetful.bot.send_message(person, "перше")
    for number in range(100):
        await forgetful.bot.send_message(person, str(number))
    texts = [shown.text for shown in (await forgetful.people.messages(person)).messages]
    assert KEEP <= len(texts) <= 2 * KEEP
    assert texts == [str(number) for number in range(100 - len(texts), 100)]
    chat = forgetful.sim.world.chats[person]
    assert len(chat.by_id) == len(texts)
    with refused(TelegramBadRequest, "Bad Request: message to edit not found"):
        await forgetful.bot.edit_message_text("інше", chat_id=person, message_id=first.message_id)


async def test_topics_and_pinned_cards_stay_however_much_is_said(forgetful: Desk) -> None:
    group, supervisor = await forgetful.staff_group()
    topic = await forgetful.bot.create_forum_topic(group, "тема")
    card = await forgetful.bot.send_message(group, "картка", message_thread_id=topic.message_thread_id)
    await forgetful.bot.pin_chat_message(group, card.message_id)
    for number in range(100):
        await forgetful.people.write(group, supervisor, str(number), thread=topic.message_thread_id)
    assert len(forgetful.sim.world.chats[group].messages) <= 3 * KEEP
    await forgetful.bot.edit_message_text("нова картка", chat_id=group, message_id=card.message_id)
    written = await forgetful.people.write(group, supervisor, "далі", thread=topic.message_thread_id)
    assert "forum_topic_created" in written["reply_to_message"]


async def test_a_chain_of_replies_keeps_nothing_alive(forgetful: Desk) -> None:
    person = await forgetful.beneficiary()
    last = (await forgetful.bot.send_message(person, "перше")).message_id
    for number in range(100):
        last = (await forgetful.people.write(person, person, str(number), reply_to=last))["message_id"]
    chain, stored = 0, forgetful.sim.world.chats[person].find(last)
    while stored is not None:
        chain, stored = chain + 1, stored.reply_to
    assert KEEP < chain <= 2 * KEEP


async def test_what_a_person_changes_about_themselves_is_shown(desk: Desk) -> None:
    person = await desk.beneficiary()
    await desk.people.user("Оленка", id=person)
    await desk.people.write(person, person, "я")
    message = (await desk.updates())[-1].message
    assert message is not None
    assert message.from_user is not None
    assert (message.from_user.first_name, message.chat.first_name) == ("Оленка", "Оленка")
