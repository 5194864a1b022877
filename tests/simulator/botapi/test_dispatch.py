"""How calls come in and answers go out: token, ways of passing parameters, faults, limits, delays, the log."""

import json

import aiohttp
import pytest
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import SendDice
from aiogram.types import InputPollOption

from simulator.world.clock import SimClock
from tests.simulator.conftest import TOKEN, Desk, FakeTime, Refused, Start


async def test_a_wrong_token_is_unauthorized(desk: Desk, refused: Refused) -> None:
    async with desk.http.get(f"{desk.sim.url}/bot1:WRONG/getMe") as response:
        assert response.status == 401
        assert await response.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}
    stranger = desk.bot.__class__("1:WRONG", session=desk.bot.session)
    with refused(TelegramUnauthorizedError, "Unauthorized"):
        await stranger.get_me()


async def test_parameters_come_in_any_of_the_documented_ways(desk: Desk) -> None:
    person = await desk.beneficiary()
    url = f"{desk.sim.url}/bot{TOKEN}/sendMessage"
    values = {"chat_id": str(person), "text": "так", "protect_content": "true"}
    multipart = aiohttp.FormData(quote_fields=False)
    for name, value in values.items():
        multipart.add_field(name, value, content_type="text/plain")
    ways = (
        desk.http.get(url, params=values),
        desk.http.post(url, data=values),
        desk.http.post(url, data=multipart),
        desk.http.post(url, json={"chat_id": person, "text": "так", "protect_content": True}),
        desk.http.post(url.lower().replace(TOKEN.lower(), TOKEN), params=values),
    )
    for way in ways:
        async with way as response:
            body = await response.json()
        assert body["result"]["text"] == "так"
        assert body["result"]["has_protected_content"] is True


async def test_structured_parameters_may_come_as_text(desk: Desk) -> None:
    person = await desk.beneficiary()
    markup = json.dumps({"inline_keyboard": [[{"text": "Так", "callback_data": "x"}]]})
    async with desk.http.post(
        f"{desk.sim.url}/bot{TOKEN}/sendMessage", data={"chat_id": person, "text": "?", "reply_markup": markup}
    ) as response:
        assert (await response.json())["result"]["reply_markup"]["inline_keyboard"][0][0]["text"] == "Так"


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"text": "x"}, "Bad Request: parameter chat_id: Field required"),
        ({"chat_id": 1, "text": "x", "reply_markup": "{"}, "Bad Request: can't parse reply_markup JSON object"),
        ({"chat_id": 1, "text": "x", "message_thread_id": "так"}, "Bad Request: parameter message_thread_id: Input"),
    ],
)
async def test_parameters_that_the_library_would_refuse_are_refused(
    desk: Desk, params: dict[str, object], words: str
) -> None:
    assert (await desk.call("sendMessage", **params))["description"].startswith(words)


@pytest.mark.parametrize("text", ['{"a": 1}', "[1]", "{", "true", "5"])
async def test_a_text_that_looks_like_json_is_a_text(desk: Desk, text: str) -> None:
    person = await desk.beneficiary()
    assert (await desk.bot.send_message(person, text)).text == text


async def test_without_checks_telegrams_own_words_remain(start: Start) -> None:
    desk = await start(checks=False)
    assert (await desk.call("sendMessage", text="x"))["description"] == "Bad Request: chat_id is empty"
    person = await desk.beneficiary()
    wrong = await desk.call("sendMessage", chat_id=person, text="x", message_thread_id="так")
    assert wrong["description"] == "Bad Request: invalid message_thread_id specified"


async def test_an_unsupported_method_is_not_found_and_noted(desk: Desk, refused: Refused) -> None:
    person = await desk.beneficiary()
    with refused(TelegramNotFound, "Not Found: method not found"):
        await desk.bot.send_poll(person, "?", [InputPollOption(text="так"), InputPollOption(text="ні")])
    with refused(TelegramNotFound, "Not Found: method not found"):
        await desk.bot(SendDice(chat_id=person))
    assert await desk.people.unsupported() == {"sendPoll": 1, "sendDice": 1}


async def test_too_many_messages_are_refused_with_the_time_to_wait(
    start: Start, fake_time: FakeTime, fake_clock: SimClock
) -> None:
    desk = await start(limits=True, clock=fake_clock)
    person = await desk.beneficiary()
    for number in range(3):
        await desk.bot.send_message(person, str(number))
    refusal = await desk.call("sendMessage", chat_id=person, text="4")
    assert refusal["description"] == "Too Many Requests: retry after 1"
    with pytest.raises(TelegramRetryAfter) as caught:
        await desk.bot.send_message(person, "4")
    assert caught.value.retry_after == 1
    fake_time.seconds += 1
    await desk.bot.send_message(person, "4")
    await desk.people.limits(False)
    for number in range(5):
        await desk.bot.send_message(person, str(number))


async def test_edits_and_topics_spend_a_groups_budget_and_ephemeral_messages_do_not(
    start: Start, fake_clock: SimClock
) -> None:
    desk = await start(limits=True, clock=fake_clock)
    group, supervisor = await desk.staff_group()
    sent = await desk.bot.send_message(group, "картка")
    await desk.bot.create_forum_topic(group, "тема")
    for number in range(18):
        await desk.bot.edit_message_text(str(number), chat_id=group, message_id=sent.message_id)
    assert (await desk.call("sendMessage", chat_id=group, text="21"))["parameters"] == {"retry_after": 60}
    only_she = {"receiver_user_id": supervisor}
    answer = await desk.call("sendMessage", chat_id=group, text="меню", ephemeral_message_parameters=only_she)
    assert answer["ok"] is True


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        ("400", TelegramBadRequest),
        ("403", TelegramForbiddenError),
        ("429", TelegramRetryAfter),
        ("500", TelegramServerError),
        ("drop", TelegramNetworkError),
    ],
)
@pytest.mark.parametrize("after_accepting", [False, True])
async def test_a_planned_fault_hits_once_before_or_after_the_work(
    desk: Desk, kind: str, error: type[Exception], after_accepting: bool
) -> None:
    person = await desk.beneficiary()
    await desk.people.fault(kind, method="sendMessage", after_accepting=after_accepting)
    with pytest.raises(error):
        await desk.bot.send_message(person, "перша")
    texts = [shown.text for shown in (await desk.people.messages(person)).messages]
    assert texts == (["/start", "перша"] if after_accepting else ["/start"])
    await desk.bot.send_message(person, "друга")
    assert await desk.people.faults() == []


async def test_a_fault_hits_only_its_method_and_chat_and_as_often_as_said(desk: Desk) -> None:
    one, other = await desk.beneficiary(), await desk.beneficiary()
    await desk.people.fault("429", method="sendMessage", chat=one, times=2, retry_after=7)
    await desk.bot.send_message(other, "так")
    await desk.bot.get_me()
    for _ in range(2):
        refusal = await desk.call("sendMessage", chat_id=one, text="так")
        assert refusal["parameters"] == {"retry_after": 7}
    await desk.bot.send_message(one, "так")
    await desk.people.fault("500", times=50)
    await desk.people.clear_faults()
    await desk.bot.get_me()


async def test_a_delayed_call_is_answered_later(desk: Desk) -> None:
    await desk.people.fault("delay", method="getMe", seconds=0.3)
    started = desk.sim.world.clock.monotonic()
    await desk.bot.get_me()
    assert desk.sim.world.clock.monotonic() - started >= 0.3


async def test_answers_take_as_long_as_said(desk: Desk) -> None:
    await desk.people.latency(200, 200, uplink_ms=150)
    started = desk.sim.world.clock.monotonic()
    await desk.bot.get_me()
    assert desk.sim.world.clock.monotonic() - started >= 0.2


async def test_every_call_is_logged_with_how_it_ended(desk: Desk) -> None:
    person = await desk.beneficiary()
    await desk.bot.send_message(person, "так")
    await desk.call("sendMessage", chat_id=4711, text="так")
    await desk.people.fault("drop", method="getMe")
    with pytest.raises(TelegramNetworkError):
        await desk.bot.get_me()
    logged = [(call["n"], call["method"], call["chat"], call["status"]) for call in await desk.people.calls()]
    assert logged == [(1, "sendMessage", person, 200), (2, "sendMessage", 4711, 400), (3, "getMe", None, 0)]
    (refusal,) = await desk.people.calls(method="sendMessage", chat=4711)
    assert refusal["error"] == "Bad Request: chat not found"
    assert [call["n"] for call in await desk.people.calls(after=2)] == [3]


async def test_a_call_the_simulator_cannot_answer_like_telegram_is_its_own_fault(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(desk.sim.world.bot, "username", 5)
    body = await desk.call("getMe")
    assert body["error_code"] == 500
    assert "aiogram cannot read username" in caplog.text


async def test_the_log_tells_who_called_and_what_was_done_though_it_was_not_answered(desk: Desk) -> None:
    person = await desk.beneficiary()
    await desk.people.fault("500", method="sendMessage", after_accepting=True)
    await desk.people.fault("500", method="sendMessage")
    for door in ("via/first/", "via/second/", ""):
        async with desk.http.post(
            f"{desk.sim.url}/{door}bot{TOKEN}/sendMessage", json={"chat_id": person, "text": "так"}
        ) as response:
            await response.read()
    standing = [shown.id for shown in (await desk.people.messages(person)).messages if shown.text == "так"]
    calls = await desk.people.calls(method="sendMessage")
    assert [(call["via"], call["status"], call["done"], call["id"]) for call in calls] == [
        ("first", 500, True, standing[0]),
        ("second", 500, False, None),
        (None, 200, True, standing[1]),
    ]
