"""Buttons of last month, one button ten times, and many messages at once: a clear answer, and nothing lost."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from rules.roles import Role
from simulator.seen import Shown
from tests.conversations.stage import Stage, open_stage
from tests.conversations.talkers import Talker, offers
from tests.conversations.words import (
    CLOSE,
    CLOSED,
    DROP,
    NEW_CASE,
    OPEN_CASE,
    RECEIVED,
    TAKE,
    TAKEN_BY,
    label,
    piece,
    text,
)

STALE = label("refusal-stale")
CANT_DELETE = "Bad Request: message can't be deleted for everyone"
SPEED = 20.0


async def test_buttons_of_last_month_are_answered_by_what_is_true_now(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    await olena.send("Потрібні дрова")
    offer = await olena.waits(lambda each: offers(each, OPEN_CASE), OPEN_CASE)
    old = {name: offer.button(name)["callback_data"] for name in (OPEN_CASE, DROP)}
    await olena.press(OPEN_CASE)
    await olena.sees(RECEIVED)
    thread = await stage.the_thread()
    card = await stage.iryna.finds(thread, lambda each: offers(each, TAKE), TAKE)
    take = card.button(TAKE)["callback_data"]
    await stage.iryna.clicks(thread, TAKE)
    await stage.iryna.clicks(thread, CLOSE)
    await stage.iryna.clicks(thread, "Допомогли")
    await olena.sees(CLOSED)

    await stage.later(days=31)
    for data in old.values():
        assert (await olena.forges(data, offer)).text == STALE
    assert (await olena.forges("co:yes", offer)).answered
    assert (await olena.forges("mc:1", offer)).answered
    await olena.sees(piece("screen-my-case-outcome"))
    assert (await stage.andriy.forges_in(card, take)).text == label("refusal-case-closed")
    assert (await stage.iryna.forges_in(card, "oc:1:helped")).text == label("refusal-case-closed")
    assert await stage.count("SELECT count(*) FROM cases") == 1


@pytest.mark.parametrize("at_once", [False, True])
async def test_one_button_ten_times_opens_one_case(stage: Stage, at_once: bool) -> None:
    olena = await stage.agreed("Олена")
    await olena.send("Потрібні дрова")
    offer = await olena.waits(lambda each: offers(each, OPEN_CASE), OPEN_CASE)
    answers = await _ten_times(olena, offer.button(OPEN_CASE)["callback_data"], offer.id, at_once)
    assert answers == {None: 1, STALE: 9}
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM cases") == 1
    assert sum(RECEIVED in said for said in await olena.got()) == 1
    assert len(await stage.topics()) == 1


async def _ten_times(person: Talker, data: str, message: int, at_once: bool) -> Counter[str | None]:
    def press() -> object:
        return person.scene.people.press(person.id, message, person.id, data=data, forged=True)

    if at_once:
        answers = await asyncio.gather(*(press() for _ in range(10)))  # type: ignore[call-overload]  # coroutines
    else:
        answers = [await press() for _ in range(10)]  # type: ignore[misc]  # coroutines
    assert all(answer.answered for answer in answers)
    return Counter(answer.text for answer in answers)


@pytest.mark.parametrize("data", ["cd:1:withdraw", "pr:erase", "co:yes", "co:no"])
async def test_ten_presses_at_once_are_one_deed(stage: Stage, data: str) -> None:
    olena, _ = await stage.with_case("Олена", "Потрібні дрова")
    newest = (await olena.chat())[-1]
    await _ten_times(olena, data, newest.id, at_once=True)
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM inbox WHERE parked_at IS NOT NULL") == 0
    ended = await stage.count("SELECT count(*) FROM case_events WHERE kind = 'withdrawn'")
    assert ended == (0 if data.startswith("co:") else 1)
    assert await stage.count("SELECT count(*) FROM consents") == 1


async def test_ten_presses_on_a_new_case_are_one_screen(stage: Stage) -> None:
    olena, _ = await stage.with_case("Олена", "Потрібні дрова")
    await olena.send("/my")
    listed = await olena.waits(lambda each: offers(each, NEW_CASE), NEW_CASE)
    await _ten_times(olena, listed.button(NEW_CASE)["callback_data"], listed.id, at_once=True)
    await stage.settled()
    below = [each.text for each in await olena.chat() if each.id >= listed.id]
    assert sum(piece("screen-consent-given") in said for said in below) == 1


async def test_twenty_messages_in_a_second_arrive_in_order_with_one_receipt(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "початок")
    for n in range(20):
        await olena.send(f"рядок {n:02}")
    await stage.settled()
    said = await stage.iryna.topic(thread)
    places = [said.index(f"рядок {n:02}") for n in range(20)]
    assert places == sorted(places)
    number = await stage.the_number()
    receipt = text("screen-words-added", count=20, number=number)
    assert sum(receipt in each for each in await olena.got()) == 1
    deadlocks = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"
    assert await stage.count(deadlocks) == 0, "updates and deliveries of a chat lock in one order"


async def test_twenty_first_messages_wait_in_one_offer(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    for n in range(20):
        await olena.send(f"рядок {n:02}")
    await stage.settled()
    asked = await _asked(olena)
    assert len(asked) == 1
    assert label("screen-offer-case-count", count=20) in asked[0].text


async def test_a_question_asked_again_below_stands_there_once(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    for words in ("Добрий день", "Потрібні дрова", "дві машини"):
        await olena.send(words)
        await stage.settled()
    [asked] = await _asked(olena)
    assert label("screen-offer-case-count", count=3) in asked.text
    assert asked.id == max(each.id for each in await olena.chat())


async def test_a_question_that_telegram_keeps_above_means_what_it_says(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    await stage.people.fault("400", method="deleteMessage", chat=olena.id, description=CANT_DELETE)
    for words in ("Потрібні дрова", "дві машини"):
        await olena.send(words)
        await stage.settled()
    above, below = await _asked(olena)
    assert "дві машини" not in above.text
    assert "дві машини" in below.text
    await stage.people.press(olena.id, above.id, olena.id, OPEN_CASE)
    await olena.sees(RECEIVED)
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM messages") == 1
    assert await stage.count("SELECT count(*) FROM drafts") == 1, "the newer words are asked about"
    assert await stage.count("SELECT count(*) FROM letters WHERE parked_at IS NOT NULL") == 0


async def test_what_is_no_question_stays_above_the_next_one(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.settled()
    sent = piece("screen-words-sent")
    assert sent in await olena.phone()
    await stage.iryna.clicks(thread, TAKE)
    await stage.iryna.clicks(thread, CLOSE)
    await stage.iryna.clicks(thread, "Допомогли")
    await olena.sees(CLOSED)
    await olena.send("Ще потрібен дах")
    await olena.waits(lambda each: offers(each, OPEN_CASE), OPEN_CASE)
    await stage.settled()
    assert sent in await olena.phone()


async def _asked(person: Talker) -> list[Shown]:
    return [each for each in await person.chat() if offers(each, OPEN_CASE)]


@pytest.fixture
async def limited(database_url: str, tmp_path: Path) -> AsyncIterator[Stage]:
    """The department under Telegram's flood limits, all windows twenty times shorter."""
    async with open_stage(database_url, tmp_path, limits=True, speed=SPEED) as stage:
        await stage.worker("Ірина")
        await stage.worker("Світлана", Role.SUPERVISOR)
        await stage.gather()
        await stage.bind()
        yield stage


async def test_under_telegrams_limits_everything_arrives_and_nothing_is_refused(limited: Stage) -> None:
    lines = {"Олена": 20, "Микола": 5}
    people = [await limited.agreed(name) for name in lines]
    for person in people:
        await limited.opens(person, f"{person.name} починає")
    await asyncio.gather(*(_writes(person, lines[person.name]) for person in people))
    await limited.settled()
    for topic in await limited.topics():
        said = await limited.iryna.topic(topic["message_thread_id"])
        name = next(name for name in lines if f"{name} починає" in said)
        places = [said.index(f"{name} {n:02}") for n in range(lines[name])]
        assert places == sorted(places)
    assert [call for call in await limited.people.calls() if call["status"] == 429] == []


async def _writes(person: Talker, lines: int) -> None:
    for n in range(lines):
        await person.send(f"{person.name} {n:02}")


async def test_under_telegrams_limits_a_taken_case_and_a_reply_arrive(limited: Stage) -> None:
    olena, thread = await limited.with_case("Олена", "Потрібні дрова")
    await limited.iryna.clicks(thread, TAKE)
    await olena.sees(TAKEN_BY)
    await limited.iryna.replies(thread, "Потрібні дрова", "Скільки вас?")
    await olena.sees("Скільки вас?")
