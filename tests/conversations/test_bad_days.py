"""Telegram's bad days on the way: what a person and a caseworker see of them is that nothing was lost."""

from __future__ import annotations

import asyncio
from collections import Counter

import pytest
from pydantic import SecretStr

from bot.settings import ConfigurationError
from bot.telegram.calls import Calls
from bot.telegram.forms import Errand
from simulator.world.webhook import Webhook
from tests.conversations.stage import TOKEN, Stage
from tests.conversations.talkers import PATIENCE, Talker, offers
from tests.conversations.words import AGREE, DETAILS, STATE, TAKE, TAKEN_BY, WHY, piece

LINES = 3
HASTE = 1
"""Seconds for which the bot waits for an answer where a test makes Telegram slow."""


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Backing off begins with less."""
    monkeypatch.setattr("bot.telegram.delivery.FIRST_DELAY", 0.05)
    monkeypatch.setattr("bot.telegram.gateway.FIRST_DELAY", 0.05)


async def talk(stage: Stage, person: Talker, thread: int) -> None:
    """The person and a caseworker write in turn."""
    for n in range(LINES):
        await person.send(f"рядок {n}")
        await stage.iryna.says(thread, f"/a відповідь {n}")


async def heard_in(stage: Stage, person: Talker, thread: int) -> tuple[Counter[str], Counter[str]]:
    """How often each line stands in the topic, and each answer on the phone."""
    said = [each for each in await stage.iryna.seen_in(thread) if each.sender == stage.simulator.world.bot.id]
    topic = Counter(each.text.split("\n", 1)[-1] for each in said)
    return topic, Counter(words.split("\n\n", 1)[0] for words in await person.got())


async def arrived_once(stage: Stage, person: Talker, thread: int) -> None:
    """Everything stands where it belongs, in order and no more than once."""
    topic, phone = await heard_in(stage, person, thread)
    assert [topic[f"рядок {n}"] for n in range(LINES)] == [1] * LINES
    assert [phone[f"відповідь {n}"] for n in range(LINES)] == [1] * LINES
    in_topic, on_phone = await stage.iryna.topic(thread), await person.phone()
    assert in_topic.index("рядок 0") < in_topic.index("рядок 1") < in_topic.index("рядок 2")
    assert on_phone.index("відповідь 0") < on_phone.index("відповідь 1") < on_phone.index("відповідь 2")
    await nothing_put_aside(stage)


async def nothing_put_aside(stage: Stage) -> None:
    """No letter and no update waits for a human; the database holds each line once."""
    assert await stage.count("SELECT count(*) FROM letters WHERE parked_at IS NOT NULL") == 0
    assert await stage.count("SELECT count(*) FROM inbox WHERE parked_at IS NOT NULL") == 0
    assert await stage.count("SELECT count(*) FROM messages") == 1 + 2 * LINES


async def unheard(stage: Stage, method: str) -> int:
    """Calls that Telegram carried out though the bot heard otherwise."""
    return sum(1 for call in await stage.people.calls(method=method) if call["done"] and call["status"] != 200)


async def failing(stage: Stage, method: str) -> None:
    """Waits until the bot has noticed that this method fails."""
    async with asyncio.timeout(PATIENCE):
        while all(call["status"] == 200 for call in await stage.people.calls(method=method)):
            await asyncio.sleep(0.02)


@pytest.mark.parametrize("kind", ["500", "502", "drop"])
async def test_an_outage_delays_the_conversation_and_loses_nothing(stage: Stage, kind: str) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.people.fault(kind, until_cleared=True)
    await talk(stage, olena, thread)
    for method in ("getUpdates", "sendMessage"):
        await failing(stage, method)
    await stage.people.clear_faults()
    await stage.settled()
    await arrived_once(stage, olena, thread)


async def test_a_flood_wait_for_one_chat_holds_only_that_chat(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.people.fault("429", chat=olena.id, lasts=3)
    await talk(stage, olena, thread)
    await stage.iryna.reads(thread, f"рядок {LINES - 1}")
    assert "відповідь" not in await olena.phone()
    await stage.settled()
    await arrived_once(stage, olena, thread)
    asked_too_early = [call for call in await stage.people.calls(chat=olena.id) if call["status"] == 429]
    assert len(asked_too_early) == 1


async def test_a_flood_wait_for_the_bot_is_waited_for_without_asking_on(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.people.fault("429", lasts=3)
    await talk(stage, olena, thread)
    await stage.settled()
    await arrived_once(stage, olena, thread)
    asked_too_early = [call for call in await stage.people.calls() if call["status"] == 429]
    assert 0 < len(asked_too_early) <= 2, "once for the person and once for the group"


@pytest.mark.parametrize("kind", ["500", "502", "drop"])
async def test_what_was_done_unheard_is_repeated_at_most_that_often(stage: Stage, kind: str) -> None:
    olena = await stage.agreed("Олена")
    for method in ("sendMessage", "editMessageText", "createForumTopic", "getUpdates", "setMessageReaction"):
        await stage.people.fault(kind, method=method, after_accepting=True)
    await stage.people.fault(kind, method="sendMessage", chat=olena.id, times=2, after_accepting=True)
    number = await stage.opens(olena, "Потрібні дрова")
    thread = await stage.thread(number)
    await talk(stage, olena, thread)
    await stage.iryna.clicks(thread, TAKE)
    await stage.settled()
    assert await stage.people.faults() == []

    repeats = await unheard(stage, "sendMessage")
    assert repeats == 3
    topic, phone = await heard_in(stage, olena, thread)
    lines, answers = [topic[f"рядок {n}"] for n in range(LINES)], [phone[f"відповідь {n}"] for n in range(LINES)]
    assert min(lines + answers) == 1
    assert sum(lines + answers) - 2 * LINES <= repeats
    empty = [each for each in await stage.topics() if each["message_thread_id"] != thread]
    assert len(empty) == await unheard(stage, "createForumTopic") == 1
    assert await unheard(stage, "getUpdates") == await unheard(stage, "setMessageReaction") == 1
    marked = [each for each in await stage.iryna.seen_in(thread) if each.reactions]
    assert len(marked) == LINES
    await nothing_put_aside(stage)


async def test_an_answer_slower_than_the_bots_patience_may_repeat_one_letter(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.clicks(thread, TAKE)
    await stage.settled()
    given = Calls.make.__kwdefaults__
    assert given is not None
    monkeypatch.setitem(given, "timeout", HASTE)
    monkeypatch.setattr(Errand.make, "__defaults__", (HASTE,))
    await stage.people.fault("delay", method="sendMessage", chat=olena.id, seconds=2 * HASTE)
    await stage.iryna.says(thread, "/a відповідь 0")
    await olena.sees("відповідь 0")
    await talk(stage, olena, thread)
    await stage.settled()
    async with asyncio.timeout(PATIENCE):
        # The slow call is carried out all the same, long after the bot gave it up.
        while (await heard_in(stage, olena, thread))[1]["відповідь 0"] < 3:
            await asyncio.sleep(0.05)
    topic, phone = await heard_in(stage, olena, thread)
    assert [topic[f"рядок {n}"] for n in range(LINES)] == [1] * LINES
    assert [phone[f"відповідь {n}"] for n in range(LINES)] == [3, 1, 1], "the first was said twice and repeated once"
    assert await stage.count("SELECT count(*) FROM letters WHERE parked_at IS NOT NULL") == 0


async def test_another_poller_is_waited_out_and_a_strange_webhook_taken_away(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.people.fault("409", method="getUpdates", times=3)
    await stage.simulator._webhook.set(Webhook("http://127.0.0.1:9/somebody-elses"))
    await stage.people.clear_faults()
    await stage.people.fault("409", method="getUpdates", times=3)
    await talk(stage, olena, thread)
    await stage.settled()
    await arrived_once(stage, olena, thread)
    assert stage.simulator._webhook.current is None


async def test_a_press_that_comes_too_late_for_its_toast_has_its_effect(stage: Stage) -> None:
    olena = await stage.person("Олена")
    await olena.send("/start")
    asked = await olena.waits(lambda each: AGREE in str(each.buttons), AGREE)
    toast = await stage.people.press(olena.id, asked, olena.id, AGREE, wait=0, age=16)
    await olena.sees(piece("screen-consent-given"))
    thread = await stage.thread(await stage.opens(olena, "Потрібні дрова"))
    card = await stage.iryna.finds(thread, lambda each: TAKE in str(each.buttons), TAKE)
    await stage.people.press(stage.group, card, stage.iryna.id, TAKE, wait=0, age=16)
    await olena.sees(TAKEN_BY)
    await stage.iryna.finds(thread, lambda each: offers(each, STATE), STATE)
    await stage.settled()
    assert not toast.answered
    late = [call["error"] for call in await stage.people.calls(method="answerCallbackQuery") if call["status"] == 400]
    assert len(late) == 2
    assert all("query is too old" in error for error in late)
    assert await stage.count("SELECT count(*) FROM inbox WHERE parked_at IS NOT NULL") == 0


async def test_details_asked_for_too_late_for_a_whisper_come_to_the_desk(stage: Stage) -> None:
    _, thread = await stage.with_case("Олена", "Потрібні дрова", last_name="Коваленко")
    card = await stage.iryna.finds(thread, lambda each: DETAILS in str(each.buttons), DETAILS)
    await stage.people.press(stage.group, card, stage.iryna.id, DETAILS, wait=0, age=16)
    await stage.iryna.press(WHY)
    await stage.iryna.sees("Олена Коваленко")
    await stage.settled()
    assert "Коваленко" not in await stage.iryna.topic(thread)
    assert await stage.count("SELECT count(*) FROM readings") == 1


async def test_a_revoked_token_ends_the_bot_and_the_next_one_goes_on_where_it_was(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.people.fault("delay", method="sendMessage", seconds=0.5, times=2)
    await talk(stage, olena, thread)
    await stage.people.set_token(None)
    with pytest.raises(ConfigurationError):
        await asyncio.wait_for(stage.app.failed(), PATIENCE)
    await stage.app.stop()
    renewed = TOKEN + "-renewed"
    await stage.people.set_token(renewed)
    async with stage.beside(bot_token=SecretStr(renewed)) as other:
        await olena.sees(f"відповідь {LINES - 1}")
        async with asyncio.timeout(PATIENCE):
            while stage.simulator.world.updates.has_pending():
                await asyncio.sleep(0.01)
        await other.settled(PATIENCE)
        topic, phone = await heard_in(stage, olena, thread)
    done = sum(1 for call in await stage.people.calls(method="sendMessage") if call["done"] and call["status"] == 401)
    lines, answers = [topic[f"рядок {n}"] for n in range(LINES)], [phone[f"відповідь {n}"] for n in range(LINES)]
    assert min(lines + answers) == 1
    assert sum(lines + answers) - 2 * LINES <= done
