"""Calls keep the pace, and fail without a word of the client's."""

from __future__ import annotations

import asyncio
import time
import traceback
from dataclasses import dataclass, field
from typing import cast

import pytest
from aiogram.methods import SendMessage

from bot.telegram.calls import Calls, NoTurn
from bot.telegram.company import Company
from bot.telegram.failures import CallFailed, Refused, TooFast
from bot.telegram.notes import START_WITHIN, Note
from bot.telegram.pace import Pace
from casework.letters import kinds
from casework.letters.policies import Priority
from tests.bot.telegram.post import MakePost, Post

SECRET = "Мене звати Олена"


@dataclass
class Joined:
    """Others who are there now, told of calls."""

    pace: Pace
    there: bool = True
    told: list[int] = field(default_factory=list)

    async def take(self, chat_id: int, priority: int) -> float:
        self.told.append(chat_id)
        return self.pace.take(chat_id, priority)

    async def settle(self) -> None:
        """There is nothing to settle."""


def message(chat_id: int) -> SendMessage:
    return SendMessage(chat_id=chat_id, text=SECRET)


async def test_a_call_waits_for_its_turn(make_post: MakePost) -> None:
    async with make_post(limits=True) as post:
        person = await post.person()
        began = time.monotonic()
        await asyncio.gather(*(post.calls.make(message(person), chat_id=person) for _ in range(4)))
        assert time.monotonic() - began >= 1.0
        assert await post.made("sendMessage") == 4


async def test_a_call_that_would_wait_too_long_is_not_made(make_post: MakePost) -> None:
    async with make_post(limits=True) as post:
        person = await post.person()
        post.calls.pace.pause(person, 60)
        with pytest.raises(NoTurn):
            await post.calls.make(message(person), chat_id=person, patience=1)
        assert await post.folk.calls(method="sendMessage") == []


async def test_a_flood_wait_pauses_the_chat(post: Post) -> None:
    person = await post.person()
    await post.folk.fault("429", method="sendMessage", retry_after=30)
    with pytest.raises(TooFast) as raised:
        await post.calls.make(message(person), chat_id=person)
    assert raised.value.seconds == 30
    assert post.calls.pace.wait(person, Priority.CRISIS) > 29
    assert post.calls.pace.wait(person + 1, Priority.CRISIS) == 0


async def test_flood_waits_of_several_people_at_once_pause_the_bot(post: Post) -> None:
    await post.folk.fault("429", method="sendMessage", times=3, retry_after=30)
    for person in [await post.person() for _ in range(3)]:
        with pytest.raises(TooFast):
            await post.calls.make(message(person), chat_id=person)
    assert post.calls.pace.wait(9999, Priority.CRISIS) > 29


async def test_a_storm_in_which_others_are_accepted_pauses_each_chat_alone(post: Post) -> None:
    people = [await post.person() for _ in range(8)]
    for number, person in enumerate(people):
        if number % 2:
            await post.calls.make(message(person), chat_id=person)
            continue
        await post.folk.fault("429", method="sendMessage", retry_after=30)
        with pytest.raises(TooFast):
            await post.calls.make(message(person), chat_id=person)
    assert post.calls.pace.wait(9999, Priority.CRISIS) == 0
    assert [post.calls.pace.wait(each, Priority.CRISIS) > 29 for each in people] == [True, False] * 4


async def test_nothing_of_the_content_or_token_stands_in_a_failure_or_its_traceback(post: Post) -> None:
    with pytest.raises(Refused) as raised:
        await post.calls.make(message(424242), chat_id=424242)
    told = "".join(traceback.format_exception(raised.value)) + repr(raised.value)
    assert "Олена" not in told
    assert "100:TEST" not in told
    assert raised.value.__cause__ is None
    assert raised.value.__suppress_context__


async def test_a_server_that_is_not_there_is_trouble(post: Post) -> None:
    calls: Calls = post.calls
    person = await post.person()
    await post.folk.fault("drop", method="sendMessage")
    with pytest.raises(CallFailed) as raised:
        await calls.make(message(person), chat_id=person)
    assert raised.value.word == "trouble"


async def test_a_pause_that_came_after_the_claim_is_kept(post: Post) -> None:
    person = await post.person()
    assert post.calls.pace.reserve(person, Priority.CASE)
    post.calls.pace.pause(person, 60)
    with pytest.raises(TooFast):
        await post.calls.make(message(person), chat_id=person, reserved=True)
    assert await post.folk.calls(method="sendMessage") == []


async def test_what_was_made_ready_is_told_with_its_claim_and_never_again(make_post: MakePost) -> None:
    async with make_post(limits=True) as post:
        person, pace = await post.person(), post.calls.pace
        assert pace.make_ready(person, Priority.BROADCAST)
        pace.notes.add([Note(1, person, Priority.BROADCAST, time.monotonic())])
        await post.calls.make(message(person), chat_id=person, priority=Priority.BROADCAST, reserved=True)
        assert await post.made("sendMessage") == 1
        [note] = pace.notes.to_tell()
        assert note.started is not None
        assert not note.dropped
        assert pace.room(Priority.BROADCAST) < pace.room(), "it takes a place where it starts"


async def test_what_was_made_ready_alone_is_told_where_somebody_joined_since(make_post: MakePost) -> None:
    async with make_post(limits=True) as post:
        person, pace = await post.person(), post.calls.pace
        assert pace.make_ready(person, Priority.BROADCAST)
        company = Joined(pace)
        calls = Calls(post.calls.bot, pace, cast("Company", company))
        await calls.make(message(person), chat_id=person, priority=Priority.BROADCAST, reserved=True)
        assert await post.made("sendMessage") == 1
        assert company.told == [person]
        assert not pace.is_ready(person, Priority.BROADCAST)


async def test_what_was_made_ready_and_told_too_long_ago_is_not_made(make_post: MakePost) -> None:
    async with make_post(limits=True) as post:
        person, pace = await post.person(), post.calls.pace
        assert pace.make_ready(person, Priority.BROADCAST)
        pace.notes.add([Note(1, person, Priority.BROADCAST, time.monotonic() - START_WITHIN)])
        with pytest.raises(NoTurn):
            await post.calls.make(message(person), chat_id=person, priority=Priority.BROADCAST, reserved=True)
        assert await post.folk.calls(method="sendMessage") == []
        [note] = pace.notes.to_tell()
        assert note.dropped


async def test_a_broadcast_keeps_every_limit_and_loses_nothing(make_post: MakePost) -> None:
    # Telegram's real second: the margin of a shorter one would be within what a busy machine stalls.
    async with make_post(limits=True, speed=1) as post:
        persons = [await post.person() for _ in range(60)]
        for person in persons:
            await post.tell(person, kinds.UpdateParked("1"), key=f"{person}:1")
            await post.tell(person, kinds.UpdateParked("2"), key=f"{person}:2")
        await post.deliver()
        calls = await post.folk.calls(method="sendMessage")
        assert [call["status"] for call in calls] == [200] * 120
        for person in persons:
            assert len(await post.texts(person)) == 2


async def test_a_busy_group_gets_everything_though_its_minute_is_short(make_post: MakePost) -> None:
    async with make_post(limits=True, speed=30) as post:
        person, group = await post.person(), await post.group()
        cases = [await post.case(person, f"Слова {number}") for number in range(12)]
        await post.deliver()
        refused = [call for call in await post.folk.calls(chat=group) if call["status"] == 429]
        assert refused == []
        assert len(await post.folk.topics(group)) == 12
        for case_id in cases:
            assert len(await post.texts(group, thread=await post.topic_of(case_id))) == 2
