"""Telegram's bad days, as a bot meets them: what it is told, and what it is refused in which words."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramUnauthorizedError,
)

from simulator.client import RefusedError
from tests.simulator.conftest import TOKEN, Desk, Refused, Start

WITHOUT_TOPICS = {"can_manage_chat": True, "can_pin_messages": True}


async def test_an_outage_answers_with_a_page_until_it_is_over(desk: Desk) -> None:
    await desk.people.outage()
    for method in ("getMe", "sendMessage", "getUpdates"):
        async with desk.http.get(f"{desk.sim.url}/bot{TOKEN}/{method}") as response:
            assert (response.status, response.content_type) == (502, "text/html")
            assert "502 Bad Gateway" in await response.text()
    await desk.people.clear_faults()
    assert (await desk.bot.get_me()).is_bot


async def test_a_fault_that_lasts_passes_by_itself(start: Start) -> None:
    desk = await start()
    await desk.people.fault("500", lasts=0.3)
    assert (await desk.call("getMe"))["error_code"] == 500
    async with asyncio.timeout(10):
        while not (await desk.call("getMe"))["ok"]:
            await asyncio.sleep(0.02)


async def test_a_flood_wait_for_the_bot_holds_every_chat_and_not_the_updates(desk: Desk) -> None:
    one, other = await desk.beneficiary(), await desk.beneficiary()
    await desk.people.fault("429", lasts=60)
    for person in (one, other):
        assert (await desk.call("sendMessage", chat_id=person, text="так"))["parameters"] == {"retry_after": 60}
    assert len(await desk.bot.get_updates()) == 2


async def test_a_revoked_token_is_refused_and_the_new_one_holds(desk: Desk, connection: AiohttpSession) -> None:
    await desk.beneficiary()
    await desk.bot.set_webhook("http://127.0.0.1:9/hook")
    await desk.people.set_token("100:ANOTHER")
    with pytest.raises(TelegramUnauthorizedError):
        await desk.bot.get_me()
    renewed = Bot("100:ANOTHER", session=connection)
    assert (await renewed.get_webhook_info()).url == ""
    assert len(await renewed.get_updates()) == 1
    await desk.people.set_token(None)
    with pytest.raises(TelegramUnauthorizedError):
        await renewed.get_me()
    await desk.people.set_token(TOKEN)
    assert (await desk.bot.get_me()).is_bot
    with pytest.raises(RefusedError, match="the bot's id"):
        await desk.people.set_token("101:SOMEBODY_ELSES")


async def test_who_polls_while_the_token_is_revoked_is_turned_away(desk: Desk, refused: Refused) -> None:
    poll = asyncio.create_task(desk.bot.get_updates(timeout=30))
    await desk.bot.get_me()
    await desk.people.set_token(None)
    with refused(TelegramUnauthorizedError, "Unauthorized"):
        await asyncio.wait_for(poll, 10)


async def test_another_poller_is_named(desk: Desk, refused: Refused) -> None:
    await desk.people.fault("409", method="getUpdates")
    with refused(TelegramConflictError, "make sure that only one bot instance is running"):
        await desk.bot.get_updates()


async def _blocks(desk: Desk, person: int) -> None:
    await desk.people.block(person)


async def _deletes_the_account(desk: Desk, person: int) -> None:
    await desk.people.deactivate(person)


async def _never_wrote(desk: Desk, person: int) -> None:
    desk.sim.world.people[person].wrote = False


@pytest.mark.parametrize(
    ("happens", "words"),
    [
        (_blocks, "Forbidden: bot was blocked by the user"),
        (_deletes_the_account, "Forbidden: user is deactivated"),
        (_never_wrote, "Forbidden: bot can't initiate conversation with a user"),
    ],
)
async def test_a_person_out_of_reach_is_refused_in_telegrams_words(
    desk: Desk, refused: Refused, happens: Callable[[Desk, int], Awaitable[None]], words: str
) -> None:
    person = await desk.beneficiary()
    await happens(desk, person)
    with refused(TelegramForbiddenError, words):
        await desk.bot.send_message(person, "так")


async def test_a_deleted_account_writes_no_more(desk: Desk) -> None:
    person = await desk.beneficiary()
    await desk.people.deactivate(person)
    with pytest.raises(RefusedError, match="deleted"):
        await desk.people.write(person, person, "агов")


async def test_the_bot_is_removed_told_so_refused_and_let_in_again(desk: Desk, refused: Refused) -> None:
    group, _ = await desk.staff_group()
    await desk.updates()
    await desk.people.remove_bot(group)
    with refused(TelegramForbiddenError, "Forbidden: bot was kicked from the supergroup chat"):
        await desk.bot.send_message(group, "так")
    await desk.people.set_member(group, desk.bot.id, "left")
    with refused(TelegramForbiddenError, "Forbidden: bot is not a member of the supergroup chat"):
        await desk.bot.get_chat(group)
    await desk.people.admit_bot(group)
    await desk.bot.create_forum_topic(group, "тема")
    changes = [update.my_chat_member for update in await desk.updates() if update.my_chat_member]
    assert [(change.old_chat_member.status, change.new_chat_member.status) for change in changes] == [
        ("administrator", "kicked"),
        ("kicked", "left"),
        ("left", "administrator"),
    ]


async def test_a_plain_group_says_group(desk: Desk, refused: Refused) -> None:
    person = await desk.people.user("Ірина")
    group = await desk.people.group("Штаб", {person: "creator"}, kind="group")
    await desk.people.remove_bot(group)
    with refused(TelegramForbiddenError, "Forbidden: bot was kicked from the group chat"):
        await desk.bot.send_message(group, "так")


async def test_a_deleted_group_refuses_everything(desk: Desk, refused: Refused) -> None:
    group, supervisor = await desk.staff_group()
    await desk.people.delete_group(group)
    with refused(TelegramForbiddenError, "Forbidden: the group chat was deleted"):
        await desk.bot.send_message(group, "так")
    changes = [update.my_chat_member for update in await desk.updates() if update.my_chat_member]
    assert changes[-1].new_chat_member.status == "left"
    with pytest.raises(RefusedError, match="deleted"):
        await desk.people.write(group, supervisor, "агов")


@pytest.mark.parametrize(
    ("status", "rights"), [("administrator", WITHOUT_TOPICS), ("member", {})], ids=["no topic right", "no admin"]
)
async def test_without_its_right_the_bot_is_told_and_topics_are_refused(
    desk: Desk, refused: Refused, status: str, rights: dict[str, bool]
) -> None:
    group, supervisor = await desk.staff_group()
    theirs = await desk.people.open_topic(group, supervisor, "Обговорення")
    await desk.updates()
    await desk.people.admit_bot(group, status, rights)
    (update,) = await desk.updates()
    assert update.my_chat_member is not None
    assert update.my_chat_member.new_chat_member.status == status
    assert not getattr(update.my_chat_member.new_chat_member, "can_manage_topics", False)
    with refused(TelegramBadRequest, "Bad Request: not enough rights to create a topic"):
        await desk.bot.create_forum_topic(group, "тема")
    with refused(TelegramBadRequest, "Bad Request: not enough rights to close the topic"):
        await desk.bot.close_forum_topic(group, theirs)
    await desk.bot.send_message(group, "писати можна", message_thread_id=theirs)
    await desk.people.admit_bot(group)
    await desk.bot.close_forum_topic(group, theirs)


async def test_a_group_whose_topics_are_off_is_no_forum_until_they_are_on_again(desk: Desk, refused: Refused) -> None:
    group, _ = await desk.staff_group()
    topic = await desk.bot.create_forum_topic(group, "тема")
    await desk.people.change_group(group, is_forum=False)
    with refused(TelegramBadRequest, "Bad Request: the chat is not a forum"):
        await desk.bot.create_forum_topic(group, "друга")
    with refused(TelegramBadRequest, "Bad Request: message thread not found"):
        await desk.bot.send_message(group, "так", message_thread_id=topic.message_thread_id)
    assert not (await desk.bot.get_chat(group)).is_forum
    await desk.people.change_group(group, is_forum=True)
    await desk.bot.send_message(group, "так", message_thread_id=topic.message_thread_id)


async def test_calls_to_a_group_that_moved_are_told_the_new_id_again_and_again(desk: Desk) -> None:
    supervisor = await desk.people.user("Ірина")
    group = await desk.people.group("Штаб", {supervisor: "creator"}, kind="group")
    sent = await desk.bot.send_message(group, "картка")
    new = await desk.people.upgrade(group)
    calls: list[Callable[[], Awaitable[Any]]] = [
        lambda: desk.bot.send_message(group, "так"),
        lambda: desk.bot.edit_message_text("ні", chat_id=group, message_id=sent.message_id),
        lambda: desk.bot.get_chat(group),
    ]
    for call in calls:
        with pytest.raises(TelegramMigrateToChat) as caught:
            await call()
        assert caught.value.migrate_to_chat_id == new
    await desk.bot.send_message(new, "так")


async def test_what_a_person_deleted_can_be_neither_edited_nor_reacted_to(desk: Desk, refused: Refused) -> None:
    person = await desk.beneficiary()
    sent = await desk.bot.send_message(person, "екран")
    await desk.people.delete(person, sent.message_id)
    with refused(TelegramBadRequest, "Bad Request: message to edit not found"):
        await desk.bot.edit_message_text("інший", chat_id=person, message_id=sent.message_id)
    with refused(TelegramBadRequest, "Bad Request: message to react not found"):
        await desk.bot.set_message_reaction(person, sent.message_id)


async def test_a_press_made_long_ago_comes_and_can_not_be_answered(desk: Desk, refused: Refused) -> None:
    person = await desk.beneficiary()
    keyboard: Any = {"inline_keyboard": [[{"text": "Так", "callback_data": "x"}]]}
    sent = await desk.bot.send_message(person, "?", reply_markup=keyboard)
    await desk.people.press(person, sent.message_id, person, "Так", wait=0, age=16)
    query = (await desk.updates())[-1].callback_query
    assert query is not None
    with refused(TelegramBadRequest, "query is too old and response timeout expired or query ID is invalid"):
        await desk.bot.answer_callback_query(query.id)
