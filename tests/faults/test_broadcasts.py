"""Killed in the middle of a broadcast, again and again: everybody gets it, and twice only where an answer was never
seen. The short form of what the bench does with thousands.
"""

from __future__ import annotations

import asyncio
import signal
from datetime import timedelta

from bot.clock import real_now
from rules.roles import Role
from tests.faults.many import FIRST, crowd, sent_to_all, until_noon
from tests.faults.open_transactions import watched
from tests.faults.world import CATALOGUE, SETTLE_SECONDS, World

PEOPLE = 90
KILLS = 3
EACH = 20
"""Letters between two kills."""


async def test_killed_in_the_middle_of_a_broadcast(world: World) -> None:
    ahead = until_noon(real_now())
    await world.people.advance(ahead)
    clock = {"CLOCK_URL": world.simulator.url}
    pid = world.start_bot(**clock)
    await world.worker("Світлана", Role.SUPERVISOR)
    await world.settled()
    await world.end(pid, signal.SIGTERM)
    now = real_now() + timedelta(seconds=ahead)
    accounts = await crowd(world.simulator.world, world.database, PEOPLE, now)
    await sent_to_all(world.database, CATALOGUE, now)

    calls = world.simulator.api.calls
    async with watched(world.database):
        for _ in range(KILLS):
            before = calls.count
            pid = world.start_bot(**clock)
            await said(world, before, EACH)
            await world.end(pid, signal.SIGKILL)
        world.start_bot(**clock)
        async with asyncio.timeout(SETTLE_SECONDS):
            while await world.count("SELECT count(*) FROM broadcast_runs WHERE state <> 'finished'"):
                await asyncio.sleep(0.1)
        await world.settled()

    known = {(row[0], row[1]) for row in await world.rows("SELECT chat_id, telegram_message_id FROM letters")}
    made = [each for each in calls.calls if each["method"] == "sendMessage" and each["done"] and each["chat"] >= FIRST]
    assert {each["chat"] for each in made} == set(accounts), "somebody did not get it"
    unseen = [each for each in made if (each["chat"], each["id"]) not in known]
    assert len(made) - PEOPLE == len(unseen), "a repeat where the answer was seen"
    assert all(each["via"] in world.killed for each in unseen)
    states = await world.rows("SELECT state, count(*) FROM broadcast_recipients GROUP BY state")
    assert [tuple(each) for each in states] == [("sent", PEOPLE)]


async def said(world: World, after: int, count: int) -> None:
    """Waits until a bot has said it to so many more."""
    calls = world.simulator.api.calls

    def enough() -> bool:
        fresh = (each for each in calls.calls if each["n"] > after and each["method"] == "sendMessage")
        return sum(1 for each in fresh if (each["chat"] or 0) >= FIRST) >= count

    assert await calls.changed.until(enough, SETTLE_SECONDS)
