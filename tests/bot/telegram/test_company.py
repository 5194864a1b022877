"""Processes that share one budget know of each other's calls before they are made, and the pace is never above it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import pytest
from sqlalchemy import text

from bot.telegram.company import END_WITHIN, Company
from bot.telegram.notes import START_WITHIN
from bot.telegram.pace import BOT_PER_SECOND, GROUP_PER_MINUTE, Pace
from casework.letters.policies import Priority
from db.engine import Database
from db.repositories.budget import ToCall
from tests.bot.telegram.test_pace import GROUP, PERSON, Time
from tests.db.repositories.test_letters import write

SCREEN, BROADCAST = Priority.SCREEN, Priority.BROADCAST
EARLIER = "UPDATE budget_notes SET noted_at = noted_at - {0} * interval '1 second'"


@dataclass
class Process:
    """One of the bot's processes, as far as it calls."""

    pace: Pace
    company: Company
    database: Database

    async def calls(self, chat_id: int, priority: int = SCREEN) -> bool:
        """Whether a call may start now; it is under way then."""
        return await self.company.take(chat_id, priority) == 0

    async def ends(self, chat_id: int) -> None:
        self.pace.ended(chat_id)
        await self.company.settle()

    async def hears(self) -> None:
        async with self.database.uow() as uow:
            await self.company.hear(uow.session)


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def processes(database: Database, time: Time) -> list[Process]:
    """Three of them, which know of each other."""
    made = []
    for number in (1, 2, 3):
        pace = Pace(time)
        company = Company(pace, database, partial(int, number), lambda: True, time)
        made.append(Process(pace, company, database))
    return made


async def earlier(database: Database, seconds: float) -> None:
    """So much time passes for all notes."""
    async with database.uow() as uow:
        await uow.session.execute(text(EARLIER.format(seconds)))


async def test_all_together_take_what_one_may(processes: list[Process]) -> None:
    started = 0
    for number in range(3 * BOT_PER_SECOND):
        started += await processes[number % 3].calls(1000 + number)
    assert started == BOT_PER_SECOND
    assert [each.pace.room() for each in processes] == [0, 0, 0]


async def test_one_chat_is_the_same_chat_for_all(processes: list[Process]) -> None:
    assert [await each.calls(PERSON) for each in (*processes, *processes)] == [True] * 3 + [False] * 3
    in_group = 0
    for number in range(GROUP_PER_MINUTE + 6):
        in_group += await processes[number % 3].calls(GROUP)
    assert in_group == GROUP_PER_MINUTE


async def test_a_place_is_free_a_second_after_the_call_started_whoever_made_it(
    processes: list[Process], time: Time
) -> None:
    first, second, _ = processes
    for number in range(BOT_PER_SECOND):
        assert await first.calls(1000 + number)
    await first.company.settle()
    time.now += 1.0
    await second.hears()
    assert second.pace.room() == 0, "PostgreSQL's clock says that they started just now"
    time.now += 1.06
    await second.hears()
    assert second.pace.room() == BOT_PER_SECOND


async def test_who_dies_holds_places_for_two_seconds(processes: list[Process], database: Database, time: Time) -> None:
    first, second, _ = processes
    for number in range(10):
        assert await first.calls(1000 + number)
    for _ in range(5):
        assert await first.calls(GROUP)
    await second.hears()
    time.now += 60
    await second.hears()
    assert second.pace.room() == BOT_PER_SECOND - 15, "nobody has said that they started"
    await earlier(database, START_WITHIN)
    await second.hears()
    time.now += 1.06
    assert second.pace.room() == BOT_PER_SECOND
    assert second.pace._chat(GROUP).reserved == 5, "they may still be under way"
    await earlier(database, END_WITHIN)
    await second.hears()
    assert second.pace._chat(GROUP).reserved == 0


async def test_what_is_not_called_after_all_is_free_at_once(processes: list[Process], database: Database) -> None:
    first, second, _ = processes
    assert first.pace.reserve(PERSON, SCREEN)
    async with database.uow() as uow:
        first.pace.notes.add(await first.company.tell(uow.session, [ToCall(PERSON, SCREEN, 5)]))
    await second.hears()
    assert second.pace.room() == BOT_PER_SECOND - 1
    first.pace.give_back(PERSON, SCREEN)
    await first.company.settle()
    await second.hears()
    assert second.pace.room() == BOT_PER_SECOND


async def test_a_broadcast_leaves_people_of_another_process_their_five(processes: list[Process], time: Time) -> None:
    first, second, _ = processes
    assert await first.calls(PERSON)
    sent = 0
    for number in range(50):
        sent += await second.calls(1000 + number, BROADCAST)
        time.now += 0.02
    assert sent >= 20
    # Of the five one was used by the person themselves.
    assert second.pace.room(SCREEN) >= 4


async def test_a_pause_is_everybodys(processes: list[Process]) -> None:
    first, second, _ = processes
    await first.company.tell_pause(PERSON, 30)
    await second.hears()
    assert second.pace.paused(PERSON) > 29
    assert second.pace.paused(GROUP) == 0


async def test_who_joins_knows_what_was_called(processes: list[Process], database: Database, time: Time) -> None:
    first, _, newcomer = processes
    for _ in range(GROUP_PER_MINUTE):
        assert await first.calls(GROUP)
        await first.ends(GROUP)
    async with database.uow() as uow:
        await newcomer.company.learn(uow.session)
    assert not await newcomer.calls(GROUP)
    time.now += 61
    assert await newcomer.calls(GROUP)


async def test_who_joins_knows_what_left_before_there_was_anybody_to_tell(
    processes: list[Process], database: Database
) -> None:
    """A process that was alone noted nothing: its letters themselves say when they left."""
    newcomer = processes[2]
    async with database.uow() as uow:
        for number in range(GROUP_PER_MINUTE):
            await write(uow, lane=f"c:{number}", chat_id=GROUP)
        await uow.session.execute(text("UPDATE letters SET sent_at = clock_timestamp()"))
    async with database.uow() as uow:
        await newcomer.company.learn(uow.session)
    assert not await newcomer.calls(GROUP)
    assert await newcomer.calls(PERSON), "whoever was not written to is free"
