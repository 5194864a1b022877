"""What a process had in hand when it died is taken over by another one, within a minute."""

from __future__ import annotations

import asyncio
import os
import signal
import time

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from rules.roles import Role
from tests.faults.test_chaos import say
from tests.faults.world import SETTLE_SECONDS, World

BAR_SECONDS = 60.0
HOLDS_LETTER = """
SELECT workers.pid FROM letters JOIN workers ON workers.id = letters.worker_id
WHERE letters.kind = 'staff-reply' AND letters.sent_at IS NULL AND letters.lease_until IS NOT NULL
"""
HOLDS_UPDATE = """
SELECT workers.pid FROM inbox JOIN workers ON workers.id = inbox.worker_id
WHERE inbox.done_at IS NULL AND inbox.lease_until IS NOT NULL
"""
LONGER_THAN_ANYBODY_WAITS = 600.0
DEAD, FROZEN = signal.SIGKILL, signal.SIGSTOP


@pytest.mark.parametrize("how", [DEAD, pytest.param(FROZEN, marks=pytest.mark.chaos)], ids=lambda how: how.name)
async def test_claims_of_a_worker_that_is_gone_are_taken_over(world: World, how: signal.Signals) -> None:
    for _ in range(3):
        world.start_bot()
    svitlana = await world.worker("Світлана", Role.SUPERVISOR)
    await world.bind(svitlana)
    olena = await world.with_case("Олена", "початок")
    thread = await world.thread_of("початок")
    # Who answers first takes the case, and the person hears of that: here once, so that later only an answer leaves.
    await svitlana.says(thread, "/a вітаю")
    await olena.sees("вітаю")
    await world.settled()

    # A letter: Telegram does not answer the first who sends it.
    await world.people.fault("delay", method="sendMessage", chat=olena.id, seconds=LONGER_THAN_ANYBODY_WAITS)
    await svitlana.says(thread, "/a відповідь")
    async with asyncio.timeout(SETTLE_SECONDS):
        while world.simulator.api.faults.listing():
            await asyncio.sleep(0.01)
    seconds = [await _lost(world, HOLDS_LETTER, how)]
    await world.people.wait_for(olena.id, lambda each: "відповідь" in each.text, timeout=SETTLE_SECONDS)
    seconds.append(time.monotonic() - seconds.pop())
    # That it arrived is written down, too: who is killed between the two makes the next one send it again, rightly.
    await world.settled()

    # An update: whoever handles it waits for the case, which somebody else has locked.
    async with world.database.engine.begin() as locked:
        await locked.execute(text("SELECT FROM cases FOR UPDATE"))
        awake = asyncio.create_task(_kept_awake(locked))
        await olena.send("слова")
        begun = await _lost(world, HOLDS_UPDATE, how)
        awake.cancel()
        await asyncio.gather(awake, return_exceptions=True)
    await world.people.wait_for(world.group, lambda each: "слова" in each.text, timeout=SETTLE_SECONDS)
    seconds.append(time.monotonic() - begun)

    for pid in world.bots:
        os.kill(pid, signal.SIGCONT)
    await world.settled()
    await world.people.wait_for(olena.id, lambda each: "відповідь" in each.text, timeout=SETTLE_SECONDS)
    say(f"{how.name}: a letter was taken over after {seconds[0]:.1f} s, an update after {seconds[1]:.1f} s")
    assert max(seconds) < BAR_SECONDS
    assert await world.count("SELECT count(*) FROM messages") == 4
    assert await world.count("SELECT count(*) FROM letters WHERE parked_at IS NOT NULL") == 0
    assert sum("слова" in each.text for each in await svitlana.seen_in(thread)) == 1
    assert sum("відповідь" in said for said in await olena.got()) == 1


async def _kept_awake(locked: AsyncConnection) -> None:
    """PostgreSQL ends a transaction in which nothing happens."""
    while True:
        await locked.execute(text("SELECT 1"))
        await asyncio.sleep(1.0)


async def _lost(world: World, holds: str, how: signal.Signals) -> float:
    """Ends whoever holds the claim, once somebody does; returns when."""
    async with asyncio.timeout(SETTLE_SECONDS):
        while not (holders := await world.rows(holds)):
            await asyncio.sleep(0.01)
    ((pid,),) = holders
    begun = time.monotonic()
    if how is DEAD:
        await world.end(pid, how)
    else:
        os.kill(pid, how)
    return begun
