"""How the bot gets its updates: polling and its settings."""

import asyncio
from typing import Any

import pytest
from aiogram.exceptions import TelegramBadRequest, TelegramConflictError

from tests.simulator.conftest import Desk, Refused, Start

TERMINATED = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


async def test_updates_wait_until_a_higher_offset_is_asked_for(desk: Desk) -> None:
    person = await desk.people.user("Олена")
    for text in ("раз", "два", "три"):
        await desk.people.write(person, person, text)
    first = await desk.bot.get_updates()
    assert [update.message.text for update in first if update.message] == ["раз", "два", "три"]
    assert [update.update_id for update in await desk.bot.get_updates()] == [update.update_id for update in first]
    rest = await desk.bot.get_updates(offset=first[1].update_id)
    assert [update.update_id for update in rest] == [first[1].update_id, first[2].update_id]
    assert len(await desk.bot.get_updates(offset=0)) == 2


async def test_a_limit_holds_the_rest_back(desk: Desk) -> None:
    person = await desk.people.user("Олена")
    for number in range(120):
        await desk.people.write(person, person, str(number))
    assert len(await desk.bot.get_updates(limit=5)) == 5
    assert len(await desk.bot.get_updates()) == 100


async def test_a_negative_offset_keeps_only_the_last(desk: Desk) -> None:
    person = await desk.people.user("Олена")
    for text in ("раз", "два", "три"):
        await desk.people.write(person, person, text)
    (last,) = await desk.bot.get_updates(offset=-1)
    assert last.message is not None
    assert last.message.text == "три"


async def test_a_long_poll_answers_as_soon_as_something_comes(desk: Desk) -> None:
    person = await desk.people.user("Олена")
    poll = asyncio.create_task(desk.bot.get_updates(timeout=30))
    await desk.people.write(person, person, "агов")
    (update,) = await asyncio.wait_for(poll, 10)
    assert update.message is not None


async def test_a_second_poller_turns_the_first_away(desk: Desk, refused: Refused) -> None:
    first = asyncio.create_task(desk.bot.get_updates(timeout=30))
    await desk.bot.get_me()
    second = asyncio.create_task(desk.bot.get_updates(timeout=30))
    with refused(TelegramConflictError, TERMINATED):
        await asyncio.wait_for(first, 10)
    person = await desk.people.user("Олена")
    await desk.people.write(person, person, "агов")
    assert len(await asyncio.wait_for(second, 10)) == 1


async def test_updates_wait_a_day_and_presses_150_seconds(desk: Desk) -> None:
    person = await desk.beneficiary()
    desk.sim.world.updates.add("callback_query", _query(person), person)
    await desk.people.advance(149)
    assert len(await desk.bot.get_updates()) == 2
    await desk.people.advance(2)
    assert len(await desk.bot.get_updates()) == 1
    await desk.people.advance(24 * 3600)
    assert await desk.bot.get_updates() == []


def _query(person: int) -> dict[str, object]:
    user = {"id": person, "is_bot": False, "first_name": "Олена"}
    return {"id": "1", "from": user, "chat_instance": "1", "data": "x"}


async def test_only_the_kinds_that_were_asked_for_come(desk: Desk) -> None:
    await desk.bot.get_updates(allowed_updates=["message"])
    person = await desk.people.user("Олена")
    sent = await desk.people.write(person, person, "так")
    await desk.people.edit(person, sent["message_id"], person, "ні")
    await desk.people.block(person)
    await desk.people.unblock(person)
    assert [update.event_type for update in await desk.updates()] == ["message"]
    await desk.bot.get_updates(allowed_updates=["edited_message", "my_chat_member"])
    await desk.people.write(person, person, "ще")
    await desk.people.edit(person, sent["message_id"], person, "може")
    await desk.people.block(person)
    assert [update.event_type for update in await desk.updates()] == ["edited_message", "my_chat_member"]


async def test_reactions_come_only_when_asked_for(desk: Desk) -> None:
    person = await desk.people.user("Олена")
    sent = await desk.people.write(person, person, "так")
    await desk.people.react(person, sent["message_id"], person, "👍")
    assert [update.event_type for update in await desk.updates()] == ["message"]
    await desk.bot.get_updates(allowed_updates=["message", "message_reaction"])
    await desk.people.react(person, sent["message_id"], person, "🔥")
    change = (await desk.updates())[0].message_reaction
    assert change is not None
    assert change.user is not None
    assert (change.message_id, change.user.id) == (sent["message_id"], person)


async def test_the_default_kinds_return_with_an_empty_list(desk: Desk) -> None:
    await desk.bot.get_updates(allowed_updates=["callback_query"])
    person = await desk.people.user("Олена")
    await desk.people.write(person, person, "не чути")
    await desk.call("getUpdates", allowed_updates=[])
    await desk.people.write(person, person, "чути")
    assert [update.message.text for update in await desk.updates() if update.message] == ["чути"]


async def test_polling_is_refused_while_a_webhook_is_set(desk: Desk, refused: Refused) -> None:
    await desk.bot.set_webhook("http://127.0.0.1:9/hook")
    with refused(TelegramConflictError, "use deleteWebhook to delete the webhook first"):
        await desk.bot.get_updates()
    await desk.bot.delete_webhook()
    assert await desk.bot.get_updates() == []


async def test_setting_and_deleting_a_webhook_say_what_they_did(desk: Desk) -> None:
    url = "http://127.0.0.1:9/hook"
    assert (await desk.call("setWebhook", url=url))["description"] == "Webhook was set"
    assert (await desk.call("setWebhook", url=url))["description"] == "Webhook is already set"
    info = await desk.bot.get_webhook_info()
    assert (info.url, info.max_connections) == (url, 40)
    assert (await desk.call("setWebhook", url=""))["description"] == "Webhook was deleted"
    assert (await desk.call("deleteWebhook"))["description"] == "Webhook is already deleted"
    assert (await desk.bot.get_webhook_info()).url == ""


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"url": "ftp://example.org"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "https://example.org", "secret_token": "пароль"}, "secret token contains unallowed characters"),
        ({"url": "https://example.org", "secret_token": "a" * 257}, "secret token is too long"),
    ],
)
async def test_a_wrong_webhook_is_refused(desk: Desk, refused: Refused, params: dict[str, Any], words: str) -> None:
    with refused(TelegramBadRequest, f"Bad Request: {words}"):
        await desk.bot.set_webhook(**params)


async def test_pending_updates_can_be_dropped(desk: Desk) -> None:
    await desk.beneficiary()
    assert (await desk.bot.get_webhook_info()).pending_update_count == 1
    await desk.bot.delete_webhook(drop_pending_updates=True)
    assert await desk.bot.get_updates() == []


async def test_stopping_lets_a_long_poll_go(start: Start) -> None:
    desk = await start()
    poll = asyncio.create_task(desk.bot.get_updates(timeout=50))
    await desk.bot.get_me()
    await desk.sim.stop()
    assert await asyncio.wait_for(poll, 5) == []
